import Access
import Foundation
import HTTP
import Hypertext

/// Signing in by pasting an access key.
struct SignInPage: Sendable {
    let call: PageCall

    static let screen = "S19"

    /// The address of this page, that leads on to another one of ours.
    static func address(thenTo path: String, _ say: Words) -> String {
        "\(say.href("/inloggen"))?naar=\(PercentCoding.query(say.href(path)))"
    }

    private var say: Words { call.say }

    func response(isFault: Bool) -> Response {
        let title = say("Log in", "Sign in")
        let heading: HTML = .heading(1, title)
        if let word = wordOfProxy { return call.page(title, [heading, .alert(.info, [.paragraph(word)])]) }
        let fault: HTML =
            isFault ? .errorSummary([FormFault(field: "key", text: KeyField.wrongKey(say))], say) : .empty
        return call.page(
            title, [fault, heading, intro, already, example, form(isFault: isFault)], isFault: isFault,
            status: isFault ? .badRequest : .ok)
    }

    /// Where a proxy says who it is, a key says nothing.
    private var wordOfProxy: String? {
        if call.guest.isStranger { return Frame.strangerNote(say) }
        guard call.guest.visit?.isVouched == true else { return nil }
        return say(
            "Uw organisatie heeft u aangemeld. U heeft hier geen sleutel nodig.",
            "Your organisation has signed you in. You need no key here.")
    }

    private var intro: HTML {
        .paragraph(
            say(
                "Inloggen is voor zorgcoördinatoren, CoMensha, opvang en beleid. De sociale kaart is voor iedereen.",
                "Signing in is for care co-ordinators, CoMensha, shelters and policy staff. The social map is for everyone."
            ))
    }

    /// Who signs in once more changes to another key.
    private var already: HTML {
        guard call.guest.visit != nil else { return .empty }
        return .alert(
            .info,
            [
                .paragraph(
                    say(
                        "U bent al ingelogd. Met een andere sleutel stopt deze sessie.",
                        "You are signed in already. With another key this session ends."))
            ])
    }

    private var example: HTML {
        call.house.exampleKey.map { key in
            .paragraph(
                .text(say("Probeersleutel voor een zorgcoördinator: ", "Key to try as a care co-ordinator: ")),
                .element("code", [:], .text(key)))
        } ?? .empty
    }

    private func form(isFault: Bool) -> HTML {
        let next = (call.values["naar"].flatMap(LocalAddress.init)?.path).map { HTML.hidden("naar", $0) } ?? .empty
        return .element(
            "form",
            ["method": "post", "action": call.href("/inloggen"), "class": "utrecht-form ok-group", "novalidate": ""],
            call.guest.formField, next, KeyField(isFault: isFault, say: say).html(),
            .button(say("Log in", "Sign in"), .primary))
    }
}
