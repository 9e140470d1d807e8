import Access
import Domain
import Foundation
import HTTP
import Matching

/// The search form, its answer, the comparison and the overview for the person (screens S6 to S8 and section 6).
/// What was filled in goes along in the body of each form, and is never in an address.
struct SearchPages: PageGroup {
    var routes: [PageRoute] {
        [
            PageRoute(.get, "/zoeken", screen: "S6", .everyone, .now { form($0) }),
            asking("/zoeken", "S7") { call, asked in
                result(call, ResultPage(outcome: Outcome(call, asked)))
            },
            PageRoute(
                .post, "/zoeken/wijzigen", screen: "S6", .permitted(.searchPlacements),
                .now { call in call.answer(SearchPage(call: call).form()) }
            ).repeatable().keeping { call, cause in SearchPage(call: call).kept(cause) },
            asking("/vergelijken", "S8", compare), asking("/overzicht", "overzicht", overview),
            asking("/diensten/{service}/\(ListBehind.path)", "S3") { call, asked in
                try ServicePage(call, list: ListBehind(call: call, asked: asked)).response()
            },
            asking("/vasthouden/{service}/\(ListBehind.path)", "S9", for: .holdPlaces) { call, asked in
                try HoldPages.form(call, from: ListBehind(call: call, asked: asked))
            },
        ]
    }

    /// A page that is asked with the answers of the form; with a fault in them it shows the form.
    private func asking(
        _ path: String, _ screen: String, for permission: Permission = .searchPlacements,
        _ handler: @escaping @Sendable (PageCall, Asked) throws -> Response
    ) -> PageRoute {
        PageRoute(
            .post, path, screen: screen, .permitted(permission),
            .now { call in
                let (asked, faults) = SearchForm(call).read()
                guard let asked else {
                    return call.answer(SearchPage(call: call).form(faults: faults), status: .badRequest)
                }
                return try handler(call, asked)
            }
        ).repeatable().keeping { call, cause in SearchPage(call: call).kept(cause) }
    }

    private func form(_ call: PageCall) -> Response {
        // At night a place is needed tonight; the form says that this was filled in.
        let values = DutchTime.isNight(call.now) ? FormValues(["urgency": "now"]) : .empty
        return call.answer(SearchPage(call: call.with(values)).form())
    }

    private func result(_ call: PageCall, _ page: ResultPage) -> Response {
        let isFault = page.compareFault != nil
        return call.page(
            call.say("Passende plekken", "Suitable places"), page.html(), isFault: isFault,
            status: isFault ? .badRequest : .ok, isWide: true)
    }

    private func compare(_ call: PageCall, _ asked: Asked) -> Response {
        let outcome = Outcome(call, asked)
        let places = outcome.result.placements.filter { outcome.chosen.contains($0.service.id) }
        guard (Outcome.fewestCompared...Outcome.mostCompared).contains(places.count) else {
            let fault = call.say(
                "Kies twee tot vier plekken om te vergelijken. U koos er nu \(places.count).",
                "Choose two to four places to compare. You chose \(places.count).")
            return result(call, ResultPage(outcome: outcome, compareFault: fault))
        }
        return call.page(
            call.say("Vergelijk plekken", "Compare places"), ComparePage(outcome: outcome, places: places).html(),
            isWide: true)
    }

    private func overview(_ call: PageCall, _ asked: Asked) -> Response {
        let page = OverviewPage(outcome: Outcome(call, asked))
        return call.page(call.say("Plekken waar u terechtkunt", "Places where you can go"), page.html())
    }
}
