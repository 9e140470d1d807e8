import Access
import Domain
import Foundation
import HTTP
import Hypertext
import Ledger
import Registry

/// One A4 to fill in with the pen: who hands over what to whom, and nothing of the person (screen S10).
struct HandoverPage: Sendable {
    let words: HoldWords

    private var call: PageCall { words.call }
    private var hold: Hold { words.hold }
    private var say: Words { call.say }
    private var times: TimeWords { TimeWords(call) }

    func response() -> Response {
        let title = say("Overdrachtsblad \(hold.reference.rawValue)", "Handover sheet \(hold.reference.rawValue)")
        return call.page(title, [sheet(title)], trail: trail)
    }

    private var trail: [Crumb] {
        call.principal?.role == .shelter
            ? [Crumb(text: say("Aanvragen", "Requests"), path: RequestPages.path)]
            : [Crumb(text: say("Vastgehouden", "On hold"), path: HoldPages.path)]
    }

    private func sheet(_ title: String) -> HTML {
        .element(
            "div", ["class": "ok-sheet"], .heading(1, title), over, pen, facts, agreed, open, person)
    }

    /// Places that are not kept any more are handed over to nobody.
    private var over: HTML {
        switch hold.state {
        case .open, .accepted, .placed: .empty
        case .declined, .withdrawn, .expired:
            .alert(
                .warning,
                [.paragraph(say("Deze plek wordt niet meer vastgehouden.", "This place is not on hold any more."))])
        }
    }

    private var pen: HTML {
        .alert(
            .info,
            [
                .paragraph(
                    .strong(
                        say(
                            "Vul persoonsgegevens met de pen in. Ze komen niet in dit systeem.",
                            "Fill in personal data with a pen. They do not get into this system."))),
                .paragraph(
                    say(
                        "Print dit blad via het menu van uw browser.", "Print this sheet from the menu of your browser."
                    ),
                    class: "ok-screen"),
            ])
    }

    // MARK: Who, where, when

    private var facts: HTML {
        let sender = Requester(hold.holder, in: call.registry)
        let view = words.view
        let province = (view?.province).flatMap { call.registry.geography.province($0)?.name }
        var rows: [(name: String, value: HTML)] = [
            (say("Kenmerk", "Reference"), .strong(hold.reference.rawValue)),
            (say("Blad gemaakt op", "Sheet made on"), .text(times.exact(call.now))),
            (say("Ontvangende plek", "Receiving place"), receiver(province)),
            (say("Telefoon opvang", "Shelter's phone"), number(words.phone)),
            (say("Aantal plekken", "Number of places"), .text(words.places)),
            (say("Aanmelder", "Handed over by"), .text(sender.name(say))),
            (say("Telefoon aanmelder", "Their phone"), number(sender.phone)),
        ]
        if hold.state.isActive {
            rows.append((say("Vastgehouden tot", "On hold until"), .text(times.exact(hold.expiresAt))))
        }
        rows.append((say("Afgesproken tijd", "Agreed time"), line))
        return .facts(rows)
    }

    private func receiver(_ province: String?) -> HTML {
        .joined([.dutch(words.place, on: say), .text(province.map { " (\($0))" } ?? "")])
    }

    private func number(_ phone: String?) -> HTML { phone.map { .phone($0) } ?? line }

    // MARK: For the pen

    private var line: HTML { .element("span", ["class": "ok-penline"]) }

    private func penned(_ text: String) -> HTML {
        .element("li", ["class": "ok-penned"], .element("span", [:], .text(text)), line)
    }

    private func box(_ text: String) -> HTML {
        .element(
            "li", ["class": "ok-penned"], .element("span", ["class": "ok-penbox", "aria-hidden": "true"]),
            .element("span", [:], .text(text)), line)
    }

    private var agreed: HTML {
        let texts = [
            say("Vervoer", "Transport"), say("Tolk", "Interpreter"), say("Sleutel", "Key"),
            say("Medicijnen", "Medicines"), say("Kinderen en school", "Children and school"),
            say("Huisdier", "Pet"), say("Veiligheidsafspraken", "Safety agreements"),
            say("Wie belt wie", "Who calls whom"),
        ]
        return part(say("Afgesproken", "Agreed"), texts.map(box), class: "ok-pen ok-pen--two")
    }

    private var open: HTML {
        let texts = [
            say("Hulp", "Support"), say("Verblijf", "Residence"), say("Strafzaak", "Criminal case"),
        ]
        return part(say("Wat staat nog open?", "What is still open?"), texts.map(penned))
    }

    private var person: HTML {
        let texts = [
            say("Voor wie", "For whom"), say("Bereikbaar op", "To be reached at"),
            say("Goed om te weten", "Good to know"), " ",
        ]
        return part(say("Over de persoon, met de pen", "About the person, with the pen"), texts.map(penned))
    }

    private func part(_ title: String, _ items: [HTML], class name: String = "ok-pen") -> HTML {
        .element("section", ["class": "ok-sheet__part"], .heading(2, title), .element("ul", ["class": name], items))
    }
}
