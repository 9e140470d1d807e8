import Access
import Domain
import Foundation
import Matching
import Registry

/// The search form and its result list on one page (screens S6 and S7, first form).
struct SearchPage: Sendable {
    let call: PageCall

    private var snapshot: Snapshot { call.snapshot }
    private var values: FormValues { call.values }

    /// The empty form.
    func form() -> HTML {
        frame("Zoek een passende plek").page([heading("Zoek een passende plek"), signInNotice, formHTML(faults: [])])
    }

    /// The form with what is wrong in it.
    func form(faults: [FormFault]) -> HTML {
        frame("Zoek een passende plek", isFault: true).page([
            summary(of: faults), heading("Zoek een passende plek"), formHTML(faults: faults),
        ])
    }

    func result(for profile: Profile) -> HTML {
        let list = ResultList(
            result: snapshot.result(for: profile, at: call.now, limit: ResultList.limit(values)), profile: profile,
            call: call)
        let change: HTML = .element(
            "details", ["class": "ok-change"], .element("summary", [:], "Wijzig antwoorden"), formHTML(faults: []))
        return frame("Passende plekken").page(
            [heading("Passende plekken"), .element("p", ["class": "ok-answers"], .text(answers(profile)))]
                + list.html() + [change])
    }

    func frame(_ title: String, isFault: Bool = false) -> Frame { call.frame(title, isFault: isFault) }

    func heading(_ text: String) -> HTML { .element("h1", ["class": "nl-heading"], .text(text)) }

    private var signInNotice: HTML {
        switch call.guest {
        case .signedIn: .empty
        case .stranger: .element("p", ["class": "nl-alert"], .text(Frame.strangerNote(call.say)))
        case .nobody, .ended:
            .element(
                "p", ["class": "nl-alert"], "Log in om vrije plekken te zien. De sociale kaart is voor iedereen. ",
                .element("a", ["class": "nl-link", "href": SignInPage.address(thenTo: "/zoeken", call.say)], "Log in"))
        }
    }

    private func summary(of faults: [FormFault]) -> HTML { .errorSummary(faults, call.say) }

    /// What was asked, in words.
    private func answers(_ profile: Profile) -> String {
        let codes = snapshot.registry.codeLists
        var parts = ["\(profile.age) jaar", codes.label(profile.gender).lowercased()]
        if let household = profile.household { parts.append(codes.label(household).lowercased()) }
        parts.append("dreiging \(codes.label(profile.threat).lowercased())")
        if values["threat"] == "unknown" { parts.append("(dreiging niet bekend: we rekenen met oranje)") }
        let areas = (profile.dangerAreas ?? []).compactMap(name)
        if !areas.isEmpty { parts.append("gevaar in \(areas.joined(separator: ", "))") }
        parts.append(codes.label(profile.urgency).lowercased())
        return parts.joined(separator: " · ")
    }

    private func name(of area: Area) -> String? {
        switch area {
        case .province(let province): snapshot.registry.geography.province(province)?.name
        case .municipality(let municipality): snapshot.registry.geography.municipality(municipality)?.name
        }
    }

    func formHTML(faults: [FormFault]) -> HTML { formView(faults: faults).html() }

    func formView(faults: [FormFault]) -> SearchFormView {
        SearchFormView(call: call, fields: call.fields(faults: faults))
    }
}
