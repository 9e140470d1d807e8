import Domain
import Foundation
import HTTP
import Hypertext
import Ledger
import Registry

/// Keeping places at one service: until when, what the shelter sees, and one button (screen S9).
struct HoldFormPage: Sendable {
    let call: PageCall
    let service: Service
    /// `nil` for who did not come from a search.
    var list: ListBehind?
    /// Why it was refused just now.
    var fault: HoldFault?

    private var say: Words { call.say }
    private var times: TimeWords { TimeWords(call) }
    private var view: ServiceView { call.view(of: service) }
    private var place: String { "\(view.organizationName) – \(view.name)" }

    func response() -> Response {
        let title = say("Houd een plek vast bij \(place)", "Hold a place at \(place)")
        let name = view.organizationName
        let heading = say("Houd een plek vast bij \(name)", "Hold a place at \(name)")
        return call.page(
            title,
            [
                list?.back ?? .empty, alert, .heading(1, heading),
                .element("p", ["class": "ok-lead"], .dutch(view.name, on: say)), count,
            ]
                + body,
            trail: [Crumb(text: say("Vastgehouden", "On hold"), path: HoldPages.path)], isFault: fault != nil,
            status: status)
    }

    private var status: Status {
        switch fault {
        case nil: .ok
        case .places: .badRequest
        case .noRoom, .countNotReliable, .paused, .tooMany, .used: .conflict
        }
    }

    // MARK: What went wrong

    private var alert: HTML {
        switch fault {
        case nil: .empty
        case .places?:
            .errorSummary([FormFault(field: HoldForm.places, text: fault?.text(say) ?? "")], say)
        case let fault?:
            .alert(.error, [.heading(2, fault.text(say)), next], role: "alert", id: "fouten")
        }
    }

    /// Which place is next the list alone knows; without one there is a new search.
    private var next: HTML {
        guard let list else { return elsewhere }
        guard let other = list.next(after: service.id) else {
            let (name, phone) = (call.registry.coordination.backup.name, call.registry.coordination.backup.phone)
            return .paragraph(
                .text(
                    say(
                        "Geen andere plek uit uw lijst is nu vrij. Bel \(name): ",
                        "No other place on your list is free now. Call \(name): ")), .phone(phone), ".")
        }
        let view = call.view(of: other)
        return .joined([
            .paragraph(
                say("Wilt u de volgende passende plek vasthouden?", "Do you want to hold the next place that fits?")),
            .element(
                "p", ["class": "ok-actions"],
                list.holdButton(
                    other,
                    say("Houd vast bij \(view.organizationName)", "Hold a place at \(view.organizationName)"),
                    class: "nl-button nl-button--primary")),
        ])
    }

    private var elsewhere: HTML {
        .paragraph(
            .text(
                say(
                    "Wilt u een andere plek die past? ", "Do you want another place that fits? ")),
            .link(say("Zoek opnieuw", "Search again"), call.href("/zoeken")), ".")
    }

    // MARK: What is free

    /// What can be given out; `nil` with the reason where nothing can.
    private var room: (free: Int?, reason: String) {
        let capacity = view.capacity ?? Capacity()
        if capacity.isPaused || service.status != .active { return (nil, HoldFault.paused.text(say)) }
        guard let free = capacity.free, view.freshness?.isReliable == true else {
            return (nil, HoldFault.countNotReliable.text(say))
        }
        guard free > 0 else { return (nil, full(capacity)) }
        return (free, "")
    }

    private func full(_ capacity: Capacity) -> String {
        let full = say("Hier is nu geen plek vrij.", "No place is free here now.")
        guard let day = capacity.expectedFreeOn, day >= DutchTime.today(call.now) else { return full }
        return full + say(" Verwacht vrij: \(times.day(day)).", " Expected free: \(times.day(day)).")
    }

    /// The same as on the card that led here; scripts keep it up to date.
    private var count: HTML { CountView(view: view, call).html() }

    private var body: [HTML] {
        guard let free = room.free else { return [closed] }
        return [form(free), seen, phone]
    }

    private var closed: HTML {
        let words: [HTML] = fault == nil ? [.alert(.info, [.paragraph(room.reason), next])] : []
        return .joined(words + [phone])
    }

    private var phone: HTML {
        let number = view.referral?.phone ?? call.registry.organization(view.organization)?.phones.first?.number
        guard let number else { return .empty }
        return .element(
            "p", ["class": "ok-call"],
            .phoneButton(number, HoldWords.call(number, call)))
    }

    // MARK: The form

    private var terms: HoldTerms { call.house.ledger.terms }

    private var end: String { times.by(call.now.addingTimeInterval(terms.length)) }

    private func form(_ free: Int) -> HTML {
        call.form(
            HoldPages.path(toHold: service.id), class: "utrecht-form ok-holdform",
            [
                .hidden(HoldForm.key, HoldForm.newKey()), list?.fields ?? .empty,
                HoldCountField(
                    call: call, free: free, needed: list?.places(of: service) ?? 1, unit: unit, fault: fault
                ).html(),
                .paragraph(
                    say(
                        "U houdt vast tot \(end): \(length). U kunt één keer verlengen.",
                        "You hold until \(end): \(length). You can extend once.")),
                .button(say("Houd vast tot \(end)", "Hold until \(end)"), .primary),
            ])
    }

    private var unit: CapacityUnit { view.capacity?.unit ?? .bed }

    private var length: String { HoldWords.minutes(terms.length, say) }

    // MARK: What the shelter sees

    private var seen: HTML {
        .element(
            "div", ["class": "ok-sees"],
            .heading(2, say("Wat ziet de opvang?", "What does the shelter see?")),
            .list([
                .text(
                    say(
                        "Wel: uw rol en organisatie, het aantal plekken en de eindtijd.",
                        "It sees: your role and organisation, the number of places and the end.")),
                .text(
                    say(
                        "Niet: gegevens over de persoon. Die vragen we hier ook niet.",
                        "It does not see: anything of the person. We do not ask for that here.")),
            ]))
    }
}
