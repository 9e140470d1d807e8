import Domain
import Foundation
import HTTP
import Hypertext
import Ledger

/// One hold, for who made it: how long it lasts, what the shelter said, and what to do with it (screen S9).
struct HoldPage: Sendable {
    let words: HoldWords
    /// Why something was refused just now.
    var fault: String?

    private var call: PageCall { words.call }
    private var hold: Hold { words.hold }
    private var say: Words { call.say }
    private var times: TimeWords { TimeWords(call) }

    func response() -> Response {
        let title = say("Vastgehouden plek \(hold.reference.rawValue)", "Place on hold \(hold.reference.rawValue)")
        return call.page(
            title, [alert, .heading(1, title), lead, HoldStandView(words: words).html()] + parts,
            trail: [Crumb(text: say("Vastgehouden", "On hold"), path: HoldPages.path)], isFault: fault != nil,
            status: fault == nil ? .ok : .conflict)
    }

    private var alert: HTML {
        guard let fault else { return .empty }
        return .alert(
            .error, [.heading(2, say("Dit kan nu niet", "This is not possible now")), .paragraph(fault), all],
            role: "alert",
            id: "fouten")
    }

    private var lead: HTML {
        let at = say("\(words.places) bij ", "\(words.places) at ")
        return .element("p", ["class": "ok-lead"], .text(at), .dutch(words.place, on: say))
    }

    private var parts: [HTML] {
        hold.state.isActive ? [kept, phone, actions, sheet, facts, all] : [after, sheet, facts, all]
    }

    /// The number comes first once the shelter has said yes.
    private var phone: HTML {
        guard let number = words.phone else { return .empty }
        let text =
            hold.state == .accepted
            ? say("Bel voor de overdracht: \(number)", "Call for the handover: \(number)")
            : HoldWords.call(number, call)
        return .element("p", ["class": "ok-call"], .phoneButton(number, text, .primary))
    }

    private var kept: HTML {
        let end = times.by(hold.expiresAt)
        return .paragraph(
            say(
                "We houden deze plek vast tot \(end). Noem \(hold.reference.rawValue) als u belt.",
                "We hold this place until \(end). Say \(hold.reference.rawValue) when you call."))
    }

    // MARK: What to do with it

    private var actions: HTML {
        guard words.isHolder else { return .empty }
        return .element("div", ["class": "ok-holdactions"], extend, arranged, release)
    }

    private func address(_ action: String) -> String { "\(HoldPages.path(of: hold.reference))/\(action)" }

    private var extend: HTML {
        guard let end = words.extendedEnd else {
            return .paragraph(
                say(
                    "U heeft al een keer verlengd. Nog een keer kan niet.",
                    "You have extended this once. It cannot be done again."),
                class: "ok-place__note")
        }
        let length = HoldWords.minutes(end.timeIntervalSince(hold.expiresAt), say)
        let text = say("Verleng \(length)", "Extend by \(length)")
        let until = say("tot \(times.by(end))", "until \(times.by(end))")
        return call.form(
            address("verlengen"), [nextField, .button("\(text), \(until)")])
    }

    private var arranged: HTML {
        confirm(
            say("Plek is geregeld", "Place is arranged"), "geregeld",
            say(
                "De plek blijft bezet. Dit kunt u niet terugdraaien.",
                "The place stays taken. You cannot turn this back."),
            say("Ja, de plek is geregeld", "Yes, the place is arranged"))
    }

    private var release: HTML {
        confirm(
            say("Laat los", "Let go"), "loslaten",
            say("De plek is dan meteen vrij voor anderen.", "The place is then free for others at once."),
            say("Ja, laat los", "Yes, let go"))
    }

    /// What cannot be undone asks once more, also with scripts off.
    private func confirm(_ summary: String, _ action: String, _ text: String, _ button: String) -> HTML {
        .details(
            summary, class: "ok-confirm",
            [call.form(address(action), [nextField, .paragraph(text), .button(button, .primary)])])
    }

    // MARK: When it is over

    private var after: HTML {
        switch hold.state {
        case .open, .accepted, .placed: .empty
        case .declined, .expired, .withdrawn:
            .joined([
                next,
                .element(
                    "p", ["class": "ok-actions"],
                    .buttonLink(
                        say("Zoek opnieuw", "Search again"), call.href("/zoeken"),
                        call.nextPlace == nil ? .primary : .secondary), again),
            ])
        }
    }

    /// Of the list that led here.
    private var next: HTML {
        guard words.isHolder, let service = call.nextPlace, service.id != hold.service else {
            return .paragraph(say("Zoek een andere plek die past.", "Search for another place that fits."))
        }
        let view = call.view(of: service)
        return .element(
            "p", ["class": "ok-actions"],
            .buttonLink(
                say("Bekijk de volgende plek: ", "See the next place: ") + "\(view.organizationName) – \(view.name)",
                call.href(HoldPages.path(toHold: service.id)), .primary))
    }

    /// Goes along in each form, so that the next place is still there after it.
    private var nextField: HTML { call.nextPlace.map { .hidden(HoldPages.next, $0.id.rawValue) } ?? .empty }

    private var again: HTML {
        guard hold.state != .declined, words.service != nil else { return .empty }
        return .buttonLink(
            say("Houd deze plek opnieuw vast", "Hold this place again"), call.href(HoldPages.path(toHold: hold.service))
        )
    }

    private var sheet: HTML {
        switch hold.state {
        case .open, .accepted, .placed:
            .paragraph(
                .link(
                    say("Maak het overdrachtsblad", "Make the handover sheet"),
                    call.href(HandoverPages.path(of: hold.reference))))
        case .declined, .withdrawn, .expired: .empty
        }
    }

    private var facts: HTML {
        var rows: [(name: String, value: HTML)] = [
            (say("Kenmerk", "Reference"), .strong(hold.reference.rawValue)),
            (say("Vastgehouden sinds", "On hold since"), .text(times.exact(hold.createdAt))),
            (
                hold.state.isActive ? say("Vastgehouden tot", "On hold until") : say("Eindtijd", "End"),
                .text(times.exact(hold.expiresAt))
            ),
        ]
        if let closedAt = hold.closedAt {
            rows.append((say("Voorbij sinds", "Over since"), .text(times.exact(closedAt))))
        }
        if !words.isHolder {
            let requester = Requester(hold.holder, in: call.registry).name(say)
            rows.append((say("Aanmelder", "Requested by"), .text(requester)))
        }
        return .facts(rows)
    }

    private var all: HTML {
        .paragraph(.link(say("Alle vastgehouden plekken", "All places on hold"), call.href(HoldPages.path)))
    }
}
