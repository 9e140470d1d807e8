import Access
import Foundation

/// Signing in by pasting an access key.
struct SignInPage: Sendable {
    let showsExamples: Bool
    /// The key to try the program with, outside production.
    let exampleKey: String?
    let assets: Assets

    static let screen = "S19"

    private static let wrongKey = "Deze toegangssleutel geldt niet. Plak hem opnieuw."

    private static let faultAtField = HTML.element(
        "p", ["class": "nl-form-field-error-message", "id": "key-error"], .text(wrongKey))

    func html(isFault: Bool = false) -> HTML {
        let frame = Frame(
            title: "Log in", screen: Self.screen, principal: nil, showsExamples: showsExamples, assets: assets,
            isFault: isFault)
        let fault: HTML =
            isFault
            ? .element(
                "div", ["class": "nl-alert nl-alert--error", "role": "alert"],
                .element("h2", ["class": "nl-heading"], "Er is 1 ding niet goed ingevuld."),
                .element(
                    "ul", [:],
                    .element(
                        "li", [:], .element("a", ["href": "#key"], .text(Self.wrongKey))
                    )))
            : .empty
        let example: HTML =
            exampleKey.map { key in
                .element("p", [:], "Probeersleutel voor een zorgcoördinator: ", .element("code", [:], .text(key)))
            } ?? .empty
        return frame.page([
            fault, .element("h1", ["class": "nl-heading"], "Log in"), example,
            .element(
                "form", ["method": "post", "action": "/inloggen", "class": "utrecht-form", "novalidate": ""],
                .element(
                    "div", ["class": "utrecht-form-field"],
                    .element("label", ["class": "nl-form-field-label", "for": "key"], "Toegangssleutel"),
                    .element(
                        "p", ["class": "nl-form-field-description", "id": "key-hint"],
                        "Uw beheerder heeft u deze gegeven. Plakken mag."), isFault ? Self.faultAtField : .empty,
                    .void(
                        "input",
                        [
                            "class": "utrecht-textbox", "type": "password", "id": "key", "name": "key",
                            "autocomplete": "current-password",
                            "aria-describedby": isFault ? "key-hint key-error" : "key-hint",
                            "aria-invalid": isFault ? "true" : nil,
                        ])), .element("button", ["class": "nl-button nl-button--primary"], "Log in")),
        ])
    }
}
