import Domain

/// What the scripts of `Public/` say: they have no words of their own. A page without scripts shows none of it.
struct LiveTexts: Sendable {
    let say: Words
    /// Where to sign in again, and come back from.
    let signIn: String

    /// Beside the bar of the frame, as templates by the names under which the scripts look for them.
    func html() -> HTML {
        .joined(texts.map { name, content in .element("template", ["data-text": name], content) })
    }

    private var texts: [(name: String, content: HTML)] {
        [
            ("offline", sentence("Geen verbinding. De aantallen zijn van eerder. Bel eerst.",
                "No connection. The numbers are from before. Call first.")),
            ("online", sentence("Er is weer verbinding. De aantallen zijn bijgewerkt.",
                "You are connected again. The numbers are up to date.")),
            ("ended", .joined([
                sentence("U bent niet meer ingelogd. De aantallen zijn van eerder. ",
                    "You are no longer signed in. The numbers are from before. "),
                .link(say("Log opnieuw in", "Sign in again"), signIn),
            ])),
            ("unsure", sentence("Van eerder. Bel eerst.", "From before. Call first.")),
            ("unsaved", sentence("Geen verbinding. Uw wijziging is niet opgeslagen. Probeer het opnieuw.",
                "No connection. Your change was not saved. Try again.")),
            ("minutes", sentence("Nog # minuten", "# minutes left")),
            ("minute", sentence("Nog 1 minuut", "1 minute left")),
            ("warning", sentence("Vastgehouden plek %: nog # minuten.", "Held place %: # minutes left.")),
            ("over", sentence("De tijd is om. De plek is weer vrij voor anderen.",
                "The time is up. Others can have the place again.")),
            ("most", sentence("U kunt hoogstens # plekken vergelijken.", "You can compare # places at most.")),
            ("compare", sentence("Vergelijk # plekken", "Compare # places")),
            ("shown", sentence("# plekken in beeld.", "# places shown.")),
        ]
    }

    private func sentence(_ dutch: String, _ english: String) -> HTML { .text(say(dutch, english)) }
}
