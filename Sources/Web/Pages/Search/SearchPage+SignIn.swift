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
    func signInFirst(isWrongKey: Bool = false, because fault: String? = nil) -> HTML {
        var form = formView(faults: [])
        let notice: HTML
        if case .stranger = call.guest {
            notice = alert([.text(Frame.strangerNote(call.say)), Self.kept])
        } else {
            notice = alert([.text(fault ?? reason), Self.kept, how])
            form.notice = keyField(isWrongKey: isWrongKey)
            form.button = "Opnieuw"
        }
        return frame("Inloggen nodig", isFault: true).page([heading("Zoek een passende plek"), notice, form.html()])
    }

    /// The form as it was, when the page was made for another session: this one may be sent.
    func again() -> HTML {
        frame("Nog een keer", isFault: true).page([
            heading("Zoek een passende plek"),
            alert([
                "Deze pagina hoorde bij een sessie die voorbij is.", Self.kept,
                "Druk nog een keer op ‘Zoek passende plekken’.",
            ]), formHTML(faults: []),
        ])
    }

    private var isEnded: Bool { if case .ended = call.guest { true } else { false } }

    private var reason: String {
        isEnded ? "Uw sessie is gestopt." : "Log in om vrije plekken te zien. De sociale kaart is voor iedereen."
    }

    private var signIn: String { isEnded ? "Log opnieuw in" : "Log in" }

    private static let kept: HTML = "Uw antwoorden staan hieronder nog. We hebben ze niet bewaard."

    private var how: HTML {
        .joined([
            .element("a", ["class": "nl-link", "href": "/inloggen"], .text(signIn)),
            " in een nieuw venster en druk dan op ‘Opnieuw’. Of plak hier uw toegangssleutel.",
        ])
    }

    private func alert(_ lines: [HTML]) -> HTML {
        .element("div", ["class": "nl-alert", "role": "alert"], lines.map { .element("p", [:], $0) })
    }

    private func keyField(isWrongKey: Bool) -> HTML {
        .element(
            "section", ["class": "ok-group"], .element("h2", ["class": "nl-heading"], .text(signIn)),
            KeyField(isFault: isWrongKey, say: call.say).html(),
            .element("button", ["class": "nl-button", "type": "submit"], "Opnieuw"))
    }
}
