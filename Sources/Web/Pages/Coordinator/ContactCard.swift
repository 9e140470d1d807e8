import Domain
import Hypertext

/// Whom to call, large enough to be read from a screen beside the telephone.
struct ContactCard: Sendable {
    let call: PageCall
    let contact: Contact
    /// Whether nobody answers there, because it was made up to show the program.
    let isExample: Bool

    private var say: Words { call.say }

    /// The one to call first.
    func large() -> HTML {
        .element(
            "div", ["class": "ok-contact"], .paragraph(call.label(contact.role), class: "ok-contact__role"),
            .element("p", ["class": "ok-contact__number"], .phone(contact.phone)),
            .element("p", ["class": "ok-contact__name"], .dutch(contact.name, on: say)), hours, example)
    }

    /// One of those after the first.
    func line() -> HTML {
        .joined([
            .element("span", ["class": "ok-contact__role"], .text("\(call.label(contact.role)): ")),
            .dutch(contact.name, on: say), " ", .phone(contact.phone), .text(" "),
            contact.hours == nil ? .empty : .element("span", ["class": "ok-contact__hours"], time),
        ])
    }

    private var hours: HTML {
        contact.hours == nil ? .empty : .element("p", ["class": "ok-contact__hours"], time)
    }

    private var time: HTML {
        contact.hours == "24/7" ? .text(say("dag en nacht", "day and night")) : .dutch(contact.hours ?? "", on: say)
    }

    /// A printed card leaves the bar above the page behind: the number itself says what it is.
    private var example: HTML {
        guard isExample else { return .empty }
        return .paragraph(
            say("Voorbeeld: dit nummer bestaat niet echt.", "Example: this number does not really exist."),
            class: "ok-contact__example")
    }
}
