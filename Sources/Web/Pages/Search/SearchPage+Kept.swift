import Foundation
import Hypertext

/// What somebody sees who filled in the form and cannot be helped yet: everything stays in the page, nothing is kept.
extension SearchPage {
    func kept(_ cause: KeptForm.Cause) -> HTML {
        switch cause {
        case .signIn(let isWrongKey, let fault): signInFirst(isWrongKey: isWrongKey, because: fault)
        case .otherSession: again()
        }
    }

    /// The form as it was, for who is not signed in (any more). A key may be pasted beside the answers.
    ///
    /// - Parameters:
    ///   - isWrongKey: that was done, and the key does not count.
    ///   - fault: why that was not even looked at.
    private func signInFirst(isWrongKey: Bool, because fault: String?) -> HTML {
        var form = view()
        let notice: HTML
        if call.guest.isStranger {
            notice = alert([.text(Frame.strangerNote(say)), kept])
        } else {
            let summary: HTML =
                isWrongKey ? .errorSummary([FormFault(field: "key", text: KeyField.wrongKey(say))], say) : .empty
            notice = .joined([summary, alert([.text(fault ?? reason), kept, how])])
            form.notice = keyField(isWrongKey: isWrongKey)
            form.button = say("Opnieuw", "Try again")
        }
        return frame(say("Inloggen nodig", "Sign in needed"), isFault: true).page([heading, notice, form.html()])
    }

    /// The form as it was, when the page was made for another session: this one may be sent.
    private func again() -> HTML {
        frame(say("Nog een keer", "Once more"), isFault: true).page([
            heading,
            alert([
                .text(
                    say(
                        "Deze pagina hoorde bij een sessie die voorbij is.",
                        "This page belonged to a session that is over.")), kept,
                .text(
                    say(
                        "Druk nog een keer op ‘Zoek passende plekken’.", "Press ‘Find suitable places’ once more.")),
            ]), view().html(),
        ])
    }

    private var heading: HTML { .heading(1, say("Zoek een passende plek", "Find a suitable place")) }

    private var isEnded: Bool { if case .ended = call.guest { true } else { false } }

    private var reason: String {
        isEnded
            ? say("Uw sessie is gestopt.", "Your session has ended.")
            : say(
                "Log in om vrije plekken te zien. De sociale kaart is voor iedereen.",
                "Sign in to see free places. The social map is for everyone.")
    }

    private var signIn: String { isEnded ? say("Log opnieuw in", "Sign in again") : say("Log nu in", "Sign in now") }

    private var kept: HTML {
        .text(
            say(
                "Uw antwoorden staan hieronder nog. We hebben ze niet bewaard.",
                "Your answers are still below. We have not kept them."))
    }

    private var how: HTML {
        .joined([
            .link(signIn, call.href("/inloggen")),
            .text(
                say(
                    " in een nieuw venster en druk dan op ‘Opnieuw’. Of plak hier uw toegangssleutel.",
                    " in a new window and then press ‘Try again’. Or paste your access key here.")),
        ])
    }

    private func alert(_ lines: [HTML]) -> HTML {
        .alert(.warning, lines.map { .paragraph($0) }, role: "alert")
    }

    private func keyField(isWrongKey: Bool) -> HTML {
        .panel(
            signIn,
            [
                KeyField(isFault: isWrongKey, say: say).html(), .button(say("Opnieuw", "Try again")),
            ])
    }
}
