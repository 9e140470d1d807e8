import Domain
import Hypertext

/// What the scripts of `Public/` say beside what they fetch: they have no words of their own. A page without scripts
/// shows none of it.
struct LiveTexts: Sendable {
    let say: Words
    /// Where to sign in again, to come back here.
    let signIn: String

    /// Templates by the names under which the scripts look for them. `{n}` is a number.
    func html() -> HTML {
        .joined(texts.map { name, content in .element("template", ["data-text": name], content) })
    }

    private var texts: [(name: String, content: HTML)] {
        [
            ("offline", .joined([sign, text(offline)])), ("online", text(online)),
            ("ended", .joined([sign, text(ended), .link(say("Log opnieuw in", "Sign in again"), signIn)])),
            ("unsure", text(unsure)), ("most", text(most)), ("compare", text(compare)),
            (
                "next",
                .paragraph(
                    .link(say("Bekijk wat u nu kunt doen", "See what you can do now"), say.href("/vastgehouden")))
            ),
        ]
    }

    private let sign: HTML = .element("span", ["aria-hidden": "true"], "◷ ")

    private func text(_ words: String) -> HTML { .text(words) }

    private var offline: String {
        say(
            "Geen verbinding. De aantallen zijn van eerder. Bel eerst.",
            "No connection. The numbers are from before. Call first.")
    }

    private var online: String {
        say("Er is weer verbinding. De aantallen zijn bijgewerkt.", "Connected again. The numbers are up to date.")
    }

    private var ended: String {
        say(
            "U bent niet meer ingelogd. De aantallen zijn van eerder. ",
            "You are no longer signed in. The numbers are from before. ")
    }

    private var unsure: String { say("van eerder, bel eerst", "from before, call first") }

    private var most: String { say("U kunt hoogstens {n} plekken vergelijken.", "You can compare {n} places at most.") }

    private var compare: String { say("Vergelijk {n} plekken", "Compare {n} places") }
}
