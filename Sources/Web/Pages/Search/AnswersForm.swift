import Domain
import Foundation
import HTTP
import Hypertext

/// What was filled in, carried along in the body of one form: every button of the page that asks again belongs to it
/// by its id. Nothing of it is ever in an address (feature F26).
struct AnswersForm: Sendable {
    let call: PageCall

    static let id = "antwoorden"
    /// The checkboxes of places to compare.
    static let chosen = "vergelijk"
    /// Fields that are no answers.
    static let others: Set<String> = [chosen, Outcome.more, LeftOut.field]
    /// Fields of another form on a page that carries the answers along.
    private static let foreign: Set<String> = [HoldForm.places, HoldForm.key]

    /// The form with what stands in it.
    /// - Parameter keeping: fields that go along though they are no answers, such as the ticked places on pages
    ///   without checkboxes.
    func html(_ content: [HTML], keeping: Set<String> = []) -> HTML {
        call.form("/zoeken", class: "ok-answers-form", id: Self.id, fields(keeping: keeping) + content)
    }

    /// The answers alone.
    func fields(keeping: Set<String> = []) -> [HTML] {
        call.values.without(Self.others.subtracting(keeping).union(Self.foreign)).items
            .map { .hidden($0.name, $0.value) }
    }

    /// A button of the form that leads to `path`, wherever on the page it stands.
    ///
    /// - Parameters:
    ///   - unseen: the end of its name, which tells it apart from others with the same text.
    ///   - lang: the language of the text, where it is not that of the page (``Words/ofNames``).
    func button(
        _ text: String, unseen: String = "", to path: String,
        class style: String = "nl-button nl-button--secondary", marked: Mark? = nil, lang: String? = nil
    ) -> HTML {
        .element(
            "button",
            [
                "class": style, "type": "submit", "form": Self.id, "formaction": call.href(path), "lang": lang,
                "data-refresh": marked == .refresh ? "" : nil, "data-compare": marked == .compare ? "" : nil,
            ], .text(text), unseen.isEmpty ? .empty : .element("span", ["class": "ok-unseen"], .text(unseen)))
    }

    /// What scripts know a button by.
    enum Mark: Sendable {
        case refresh, compare
    }
}
