import Domain
import Foundation
import HTTP

/// What was filled in, carried along in the body of one form: every button of the page that asks again belongs to it
/// by its id. Nothing of it is ever in an address (feature F26).
struct AnswersForm: Sendable {
    let call: PageCall

    static let id = "antwoorden"
    /// The checkboxes of places to compare.
    static let chosen = "vergelijk"
    /// Fields that are no answers.
    static let others: Set<String> = [chosen, Outcome.more, LeftOut.field]

    /// The form with what stands in it.
    /// - Parameter keepsChosen: whether the ticked places go along too, on pages without checkboxes.
    func html(_ content: [HTML], keepsChosen: Bool = false) -> HTML {
        let kept = call.values.without(keepsChosen ? [Outcome.more, LeftOut.field] : Self.others)
        let fields = kept.items.map { HTML.hidden($0.name, $0.value) }
        return call.form("/zoeken", class: "ok-answers-form", id: Self.id, fields + content)
    }

    /// A button of the form that leads to `path`, wherever on the page it stands.
    func button(
        _ text: String, to path: String, class style: String = "nl-button nl-button--secondary", marked: Mark? = nil
    ) -> HTML {
        .element(
            "button",
            [
                "class": style, "type": "submit", "form": Self.id, "formaction": call.href(path),
                "data-refresh": marked == .refresh ? "" : nil, "data-compare": marked == .compare ? "" : nil,
            ], .text(text))
    }

    /// What scripts know a button by.
    enum Mark: Sendable {
        case refresh, compare
    }
}
