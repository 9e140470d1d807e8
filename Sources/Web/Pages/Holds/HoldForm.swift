import Domain
import Foundation
import Ledger

/// What somebody fills in who wants places kept: how many, and nothing of the person they are for (screen S9).
struct HoldForm: Sendable {
    let places: Int
    /// Names this form, so that a press that comes twice keeps the places once.
    let key: String

    static let (places, key) = ("places", "sleutel")
    /// As the API has it (contract section 9).
    static let most = 1_000

    /// - Throws: 400 for what no page of ours sends.
    static func read(_ values: FormValues, _ say: Words) throws(Problem) -> Result<HoldForm, HoldFault> {
        guard let key = values[Self.key], isKey(key) else { throw .unreadableForm }
        guard let text = values[Self.places], text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let places = Int(text), (1...most).contains(places)
        else { return .failure(.places) }
        return .success(HoldForm(places: places, key: key))
    }

    /// A name for a new form.
    static func newKey() -> String { RandomToken.text(RandomToken.bytes(16)) }

    private static func isKey(_ text: String) -> Bool { RandomToken.bytes(of: text)?.count == 16 }
}

/// Why places are not kept.
enum HoldFault: Error, Sendable {
    /// The number that was filled in is none.
    case places
    /// Somebody was first; so many are left.
    case noRoom(free: Int)
    /// The count has become too old, or is not known.
    case countNotReliable
    case paused
    case tooMany(most: Int)
    /// The form has done its work already, with another number.
    case used

    /// `nil` for what is no matter of this place.
    init?(_ error: LedgerError) {
        switch error {
        case .noRoom(let free): self = .noRoom(free: free)
        case .countNotReliable: self = .countNotReliable
        case .paused: self = .paused
        case .tooManyHolds(let most): self = .tooMany(most: most)
        case .requestDiffers: self = .used
        default: return nil
        }
    }

    /// What happened, and what to do next.
    func text(_ say: Words) -> String {
        switch self {
        case .places:
            say(
                "Vul in hoeveel plekken u nodig heeft, bijvoorbeeld 1.",
                "Fill in how many places you need, for example 1.")
        case .noRoom(0):
            say(
                "Iemand was u net voor. Deze plek is nu bezet.",
                "Somebody was just ahead of you. This place is taken now.")
        case .noRoom(1):
            say(
                "Iemand was u net voor. Er is nog 1 plek vrij.",
                "Somebody was just ahead of you. 1 place is still free.")
        case .noRoom(let free):
            say(
                "Zoveel is er niet vrij. Er zijn nog \(free) plekken vrij.",
                "So many are not free. \(free) places are still free.")
        case .countNotReliable:
            say(
                "Het aantal vrije plekken is verouderd of niet bekend. Bel eerst de opvang.",
                "The number of free places is out of date or not known. Call the shelter first.")
        case .paused: say("Deze plek neemt nu niemand op.", "This place takes nobody for now.")
        case .tooMany(let most):
            say(
                "U houdt al \(most) keer plekken vast. Laat er eerst een los.",
                "You already have \(most) holds. Let one go first.")
        case .used:
            say(
                "Met deze pagina hield u al plekken vast. Kijk bij ‘Vastgehouden’ of begin hieronder opnieuw.",
                "You used this page to hold places before. Look at ‘On hold’ or start again below.")
        }
    }
}
