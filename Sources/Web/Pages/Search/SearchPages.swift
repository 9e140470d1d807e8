import Access
import Domain
import Foundation
import HTTP

/// The search form and its answer (screens S6 and S7).
struct SearchPages: PageGroup {
    var routes: [PageRoute] {
        [
            PageRoute(.get, "/zoeken", screen: "S6", .everyone, .now { form($0) }),
            PageRoute(.post, "/zoeken", screen: "S7", .permitted(.searchPlacements), .now { search($0) })
                .repeatable().keeping { call, cause in SearchPage(call: call).kept(cause) },
        ]
    }

    private func form(_ call: PageCall) -> Response {
        // At night a place is needed tonight; the form says that this was filled in.
        let values = DutchTime.isNight(call.now) ? FormValues(["urgency": "now"]) : .empty
        return call.answer(SearchPage(call: call.with(values)).form())
    }

    private func search(_ call: PageCall) -> Response {
        let page = SearchPage(call: call)
        let (profile, faults) = SearchForm(registry: call.registry, values: call.values).read()
        guard let profile else { return call.answer(page.form(faults: faults), status: .badRequest) }
        return call.answer(page.result(for: profile))
    }
}
