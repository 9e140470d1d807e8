import Domain
import Foundation
import Hypertext
import Matching

/// What can be done with the list as a whole. The filters are plain checkboxes outside every form: the style sheet hides
/// what does not match, so that they work without scripts and are never sent.
struct ResultTools: Sendable {
    let outcome: Outcome

    private var say: Words { outcome.say }
    private var form: AnswersForm { AnswersForm(call: outcome.call) }

    /// Above the list.
    func html() -> HTML {
        guard outcome.result.total > 0 else { return .empty }
        let overview = form.button(say("Overzicht voor de persoon", "Overview for the person"), to: "/overzicht")
        return .element("div", ["class": "ok-tools"], filters, overview)
    }

    /// Below the list; it comes into sight, and stays there, as soon as a place is ticked.
    func comparison() -> HTML {
        guard outcome.result.total > 0 else { return .empty }
        return .element(
            "p", ["class": "ok-compare"],
            form.button(
                say("Vergelijk gekozen plekken", "Compare chosen places"), to: "/vergelijken",
                class: "nl-button nl-button--primary", marked: .compare),
            .element(
                "span", ["class": "ok-tap-note"], .text(say("Kies er twee tot vier.", "Choose two to four."))))
    }

    private var filters: HTML {
        let options: [(String, String)] = [
            ("toon-vrij", say("Vrij", "Free")), ("toon-landelijk", say("Landelijk", "National")),
            ("toon-kinderen", say("Met kinderen", "With children")),
        ]
        let boxes = options.map { id, label in
            HTML.element(
                "div", ["class": "ok-tap"], .void("input", ["type": "checkbox", "id": id, "autocomplete": "off"]),
                .element("label", ["for": id], .text(label)))
        }
        let title = say("Toon alleen", "Show only")
        // Folded on a phone, where the first place is what to see first.
        return .details(
            title, class: "ok-filters",
            [
                .element(
                    "fieldset", ["class": "utrecht-form-fieldset"],
                    .element("legend", ["class": "nl-form-field-label"], .text(title)),
                    .element("div", ["class": "ok-taps ok-taps--inline"], boxes))
            ])
    }
}
