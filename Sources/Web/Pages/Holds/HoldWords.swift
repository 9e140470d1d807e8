import Domain
import Foundation
import Hypertext
import Ledger
import Registry

/// What a hold is, in words: where it stands, for how long, and who made it (screens S9 and S12).
struct HoldWords: Sendable {
    let call: PageCall
    let hold: Hold

    private var say: Words { call.say }

    /// `nil` where the files do not know it any more.
    var service: Service? { call.registry.service(hold.service) }

    /// As somebody who places people may see it; never more than that.
    var view: ServiceView? { service.map(call.view(of:)) }

    var isHolder: Bool { call.principal?.isHolder(of: hold) ?? false }

    /// Organisation and service.
    var place: String {
        guard let view else { return hold.service.rawValue }
        return "\(view.organizationName) – \(view.name)"
    }

    /// `1 plek`, `3 plekken`.
    var places: String { Self.places(hold.places, say) }

    static func places(_ count: Int, _ say: Words) -> String {
        count == 1 ? say("1 plek", "1 place") : say("\(count) plekken", "\(count) places")
    }

    /// The number to call the shelter by.
    var phone: String? {
        guard let view else { return nil }
        return view.referral?.phone ?? call.registry.organization(view.organization)?.phones.first?.number
    }

    /// Whom a number of a place belongs to: CoMensha answers for places to which it alone refers.
    static func call(_ number: String, _ call: PageCall) -> String {
        let backup = call.registry.coordination.backup
        return number == backup.phone
            ? call.say("Bel \(backup.name): \(number)", "Call \(backup.name): \(number)")
            : call.say("Bel de opvang: \(number)", "Call the shelter: \(number)")
    }

    var reason: String? { hold.declineReason.map { call.label($0) } }

    // MARK: Where it stands

    /// Says the same as the colour does, for the eye alone.
    var sign: String {
        switch hold.state {
        case .open: "◷"
        case .accepted, .placed: "✓"
        case .declined: "▮"
        case .withdrawn, .expired: "–"
        }
    }

    /// For who holds it, and for CoMensha.
    var status: String {
        switch hold.state {
        case .open: say("Wacht op antwoord van de opvang.", "Waiting for an answer from the shelter.")
        case .accepted:
            phone.map { "\(acceptedBeforeNumber)\($0)." }
                ?? say(
                    "Geaccepteerd. Bel de opvang voor de overdracht.", "Accepted. Call the shelter for the handover.")
        case .declined:
            say("Niet mogelijk: \(lowered(reason)).", "Not possible: \(lowered(reason)).")
        case .placed: say("De plek is geregeld.", "The place has been arranged.")
        case .withdrawn:
            say(
                "De plek is losgelaten en weer vrij voor anderen.", "The place was let go and is free for others again."
            )
        case .expired:
            say(
                "De tijd is om. De plek is weer vrij voor anderen.", "Time is over. The place is free for others again."
            )
        }
    }

    /// The same with a number that can be pressed.
    var statusWithLink: HTML {
        guard hold.state == .accepted, let phone else { return .text(status) }
        return .joined([.text(acceptedBeforeNumber), .phone(phone), "."])
    }

    private var acceptedBeforeNumber: String { say("Geaccepteerd – bel ", "Accepted – call ") }

    /// For the shelter.
    var statusForShelter: String {
        switch hold.state {
        case .open: say("Wacht op uw antwoord.", "Waiting for your answer.")
        case .accepted: say("U heeft geaccepteerd. Bel voor de overdracht.", "You accepted. Call for the handover.")
        case .declined:
            say(
                "U zei: niet mogelijk. Reden: \(lowered(reason)).",
                "You said: not possible. Reason: \(lowered(reason)).")
        case .placed: say("De plek is ingevuld.", "The place has been taken.")
        case .withdrawn: say("De aanmelder heeft de plek losgelaten.", "The place was let go by who asked for it.")
        case .expired: say("De tijd is om. De plek is weer vrij.", "Time is over. The place is free again.")
        }
    }

    private func lowered(_ text: String?) -> String {
        guard let text, let first = text.first else { return say("geen reden bekend", "no reason known") }
        return first.lowercased() + text.dropFirst()
    }

    // MARK: Until when

    /// `60 minuten`, `1 minuut`.
    static func minutes(_ length: TimeInterval, _ say: Words) -> String {
        let minutes = max(1, Int(min(length, 1_000_000) / 60))
        return minutes == 1 ? say("1 minuut", "1 minute") : say("\(minutes) minuten", "\(minutes) minutes")
    }

    /// The end that an extension would give; `nil` where there is none.
    var extendedEnd: Date? {
        let terms = call.house.ledger.terms
        guard hold.state.isActive, !hold.isExtended else { return nil }
        let longest = hold.createdAt.addingTimeInterval(terms.longest)
        let end = min(hold.expiresAt.addingTimeInterval(terms.extensionLength), longest)
        return end > hold.expiresAt ? end : nil
    }
}
