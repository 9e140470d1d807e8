import Access
import Foundation

/// Signing in by pasting an access key.
struct SignInPage: Sendable {
    let showsExamples: Bool
    /// The key to try the program with, outside production.
    let exampleKey: String?
    let assets: Assets
    let guest: Guest

    static let screen = "S19"

    func html(isFault: Bool = false) -> HTML {
        let frame = Frame(
            title: "Log in", screen: Self.screen, guest: guest, showsExamples: showsExamples, assets: assets,
            isFault: isFault)
        let heading: HTML = .element("h1", ["class": "nl-heading"], "Log in")
        if let word = wordOfProxy { return frame.page([heading, .element("p", ["class": "nl-alert"], .text(word))]) }
        return frame.page([isFault ? fault : .empty, heading, already, example, form(isFault: isFault)])
    }

    /// Where a proxy says who it is, a key says nothing.
    private var wordOfProxy: String? {
        if guest.isStranger { return Frame.strangerNote }
        return guest.visit?.isVouched == true
            ? "Uw organisatie heeft u aangemeld. U heeft hier geen sleutel nodig." : nil
    }

    private var fault: HTML {
        .element(
            "div", ["class": "nl-alert nl-alert--error", "role": "alert"],
            .element("h2", ["class": "nl-heading"], "Er is 1 ding niet goed ingevuld."),
            .element("ul", [:], .element("li", [:], .element("a", ["href": "#key"], .text(KeyField.wrongKey)))))
    }

    /// Who signs in once more changes to another key.
    private var already: HTML {
        guard guest.visit != nil else { return .empty }
        return .element("p", ["class": "nl-alert"], "U bent al ingelogd. Met een andere sleutel stopt deze sessie.")
    }

    private var example: HTML {
        exampleKey.map { key in
            .element("p", [:], "Probeersleutel voor een zorgcoördinator: ", .element("code", [:], .text(key)))
        } ?? .empty
    }

    private func form(isFault: Bool) -> HTML {
        .element(
            "form", ["method": "post", "action": "/inloggen", "class": "utrecht-form", "novalidate": ""],
            guest.formField, KeyField(isFault: isFault).html(),
            .element("button", ["class": "nl-button nl-button--primary"], "Log in"))
    }
}
