import Domain
import Foundation
import HTTP
import Hypertext

/// The page with the search form, as it is first seen, with faults, or with what was filled in (screen S6).
struct SearchPage: Sendable {
    let call: PageCall

    var say: Words { call.say }
    var title: String { say("Zoek een passende plek", "Find a suitable place") }

    /// The empty form, or the one with the answers that are to be changed.
    func form() -> HTML {
        frame(title).page([.heading(1, title), signInNotice, view().html()])
    }

    /// The form with what is wrong in it.
    func form(faults: [FormFault]) -> HTML {
        frame(title, isFault: true).page([.errorSummary(faults, say), .heading(1, title), view(faults).html()])
    }

    func frame(_ title: String, isFault: Bool = false) -> Frame { call.frame(title, isFault: isFault) }

    func view(_ faults: [FormFault] = []) -> SearchFormView {
        SearchFormView(call: call, values: call.values, faults: faults)
    }

    private var signInNotice: HTML {
        switch call.guest {
        case .signedIn: .empty
        case .stranger: .alert(.info, [.paragraph(Frame.strangerNote(say))])
        case .nobody, .ended:
            .alert(
                .info,
                [
                    .paragraph(
                        .text(
                            say(
                                "Log in om vrije plekken te zien. De sociale kaart is voor iedereen. ",
                                "Sign in to see free places. The social map is for everyone. ")),
                        .link(say("Log nu in", "Sign in now"), SignInPage.address(thenTo: "/zoeken", say)))
                ])
        }
    }
}
