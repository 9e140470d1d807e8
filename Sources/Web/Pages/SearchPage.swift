import Access
import Domain
import Foundation
import Matching
import Registry

/// The search form and its result list on one page (screens S6 and S7, first form).
struct SearchPage: Sendable {
    let snapshot: Snapshot
    let guest: Guest
    let values: FormValues
    let now: Date
    let assets: Assets

    /// The empty form.
    func form() -> HTML {
        frame("Zoek een passende plek").page([heading("Zoek een passende plek"), signInNotice, formHTML(faults: [])])
    }

    /// The form with what is wrong in it.
    func form(faults: [SearchForm.Fault]) -> HTML {
        frame("Zoek een passende plek", isFault: true).page([
            summary(of: faults), heading("Zoek een passende plek"), formHTML(faults: faults),
        ])
    }

    func result(for profile: Profile) -> HTML {
        let list = ResultList(
            result: snapshot.result(for: profile, at: now, limit: ResultList.limit(values)), profile: profile,
            snapshot: snapshot, values: values, guest: guest, now: now)
        let change: HTML = .element(
            "details", ["class": "ok-change"], .element("summary", [:], "Wijzig antwoorden"), formHTML(faults: []))
        return frame("Passende plekken").page(
            [heading("Passende plekken"), .element("p", ["class": "ok-answers"], .text(answers(profile)))]
                + list.html() + [change])
    }

    func frame(_ title: String, isFault: Bool = false) -> Frame {
        Frame(
            title: title, screen: "S6", guest: guest,
            showsExamples: snapshot.registry.organizations.contains(where: \.isExample), assets: assets,
            isFault: isFault)
    }

    func heading(_ text: String) -> HTML { .element("h1", ["class": "nl-heading"], .text(text)) }

    private var signInNotice: HTML {
        switch guest {
        case .signedIn: .empty
        case .stranger: .element("p", ["class": "nl-alert"], .text(Frame.strangerNote))
        case .nobody, .ended:
            .element(
                "p", ["class": "nl-alert"], "Log in om vrije plekken te zien. De sociale kaart is voor iedereen. ",
                .element("a", ["class": "nl-link", "href": "/inloggen"], "Log in"))
        }
    }

    private func summary(of faults: [SearchForm.Fault]) -> HTML {
        let count = faults.count
        let title = count == 1 ? "Er is 1 ding niet goed ingevuld." : "Er zijn \(count) dingen niet goed ingevuld."
        return .element(
            "div", ["class": "nl-alert nl-alert--error", "role": "alert", "tabindex": "-1", "id": "fouten"],
            .element("h2", ["class": "nl-heading"], .text(title)),
            .element(
                "ul", [:],
                faults.map { fault in
                    .element("li", [:], .element("a", ["href": "#\(fault.field)"], .text(fault.text)))
                }))
    }

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

    func formHTML(faults: [SearchForm.Fault]) -> HTML { formView(faults: faults).html() }

    func formView(faults: [SearchForm.Fault]) -> SearchFormView {
        SearchFormView(snapshot: snapshot, fields: FieldBuilder(values: values, faults: faults), guest: guest)
    }
}
