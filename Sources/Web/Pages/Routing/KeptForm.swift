import HTTP
import Hypertext

/// What somebody filled in and cannot be helped with yet: it stays in the page, unseen, and goes along with the next
/// press. Nothing of it is kept here.
struct KeptForm: Sendable {
    let call: PageCall
    let cause: Cause

    /// Why not yet.
    enum Cause: Sendable {
        /// They have not signed in (any more). A key that was pasted beside the answers may not count, or may not even
        /// have been looked at.
        case signIn(isWrongKey: Bool, fault: String?)
        /// The page was made for another session.
        case otherSession
    }

    func html() -> HTML {
        let say = call.say
        let title = say("Nog een keer", "Once more")
        return call.frame(title, isFault: true).page([
            summary, .heading(1, heading),
            .alert(
                .warning,
                [
                    .paragraph(reason),
                    .paragraph(
                        say(
                            "Wat u invulde, staat nog in deze pagina. We hebben het niet bewaard.",
                            "What you filled in is still in this page. We have not kept it.")),
                ]),
            call.form(
                call.address, class: "utrecht-form", hidden + [field, .button(say("Opnieuw", "Try again"), .primary)]),
        ])
    }

    private var heading: String {
        switch cause {
        case .signIn: call.say("Log in om verder te gaan", "Sign in to go on")
        case .otherSession: call.say("Deze pagina is van een andere sessie", "This page is of another session")
        }
    }

    private var reason: String {
        let say = call.say
        return switch cause {
        case .signIn(_, let fault?): fault
        case .signIn where call.guest.isStranger: Frame.strangerNote(say)
        case .signIn:
            say(
                "Log opnieuw in in een nieuw venster en druk dan op ‘Opnieuw’. Of plak hier uw toegangssleutel.",
                "Sign in again in a new window and then press ‘Try again’. Or paste your access key here.")
        case .otherSession:
            say(
                "Deze pagina hoorde bij een sessie die voorbij is. Er is nog niets veranderd. Druk op ‘Opnieuw’.",
                "This page belonged to a session that is over. Nothing has changed yet. Press ‘Try again’.")
        }
    }

    private var summary: HTML {
        guard case .signIn(isWrongKey: true, _) = cause else { return .empty }
        return .errorSummary([FormFault(field: "key", text: KeyField.wrongKey(call.say))], call.say)
    }

    private var field: HTML {
        guard case .signIn(let isWrongKey, _) = cause, !call.guest.isStranger else { return .empty }
        return KeyField(isFault: isWrongKey, say: call.say).html()
    }

    private var hidden: [HTML] {
        call.values.items.map { .void("input", ["type": "hidden", "name": $0.name, "value": $0.value]) }
    }
}
