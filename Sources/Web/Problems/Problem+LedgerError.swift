import Foundation
import HTTP
import Ledger

extension Problem {
    /// Why a write was not granted or not kept.
    init(_ error: LedgerError) {
        switch error {
        case .noSpace: self = .noSpace
        case .staleVersion: self = .staleVersion
        case .unknownService: self = .unknown("Deze plek")
        case .unknownHold: self = .unknown("Deze vastgehouden plek")
        case .heldPlaces(let held, _):
            let kept = held == 1 ? "Er wordt 1 plek vastgehouden." : "Er worden \(held) plekken vastgehouden."
            self = .conflict("\(kept) Samen met wat vrij is, is dat meer dan het totaal. Pas uw opgave aan.")
        case .nothingToRevert:
            self = .conflict("U kunt alleen uw eigen laatste opgave terugnemen. Die is er niet (meer).")
        case .noRoom(let free):
            let left =
                switch free {
                case 0: "Er is geen plek meer vrij."
                case 1: "Er is nog maar 1 plek vrij."
                default: "Er zijn nog maar \(free) plekken vrij."
                }
            self = .conflict("\(left) Misschien was iemand u net voor. Zoek opnieuw.")
        case .countNotReliable:
            self = .conflict("Het aantal vrije plekken is niet bekend of te oud. Bel eerst de opvang.")
        case .paused: self = .conflict("Deze plek neemt nu niemand op.")
        case .tooManyHolds(let most):
            self = .conflict("U houdt al \(most) keer plekken vast. Geef er eerst een terug.")
        case .alreadyExtended:
            self = .conflict("U hebt al een keer verlengd. Nog een keer kan niet.")
        case .holdIs(let state): self = .conflict(state.refusal)
        case .requestDiffers:
            self = .conflict("Deze Idempotency-Key hoort bij een ander verzoek. Kies een nieuwe.")
        case .readOnly: self = .readOnly
        case .system, .failedEarlier, .closed, .damaged, .lockedBy, .clockOutOfRange, .recordTooLong:
            self = .writingFails
        }
    }

    /// What was asked cannot be done with what stands now (RFC 9110 §15.5.10).
    static func conflict(_ detail: String) -> Problem {
        Problem(status: .conflict, title: "Dit kan nu niet", detail: detail)
    }

    /// The past stands on the disk, and the disk does not give it.
    static let readingFails = Problem(
        status: .serviceUnavailable, title: "Lezen lukt nu niet",
        detail: "We kunnen de geschiedenis nu niet lezen. Probeer het later opnieuw of waarschuw de beheerder.")

    static let readOnly = Problem(
        status: .serviceUnavailable, title: "Opslaan kan nu niet",
        detail: "De dienst draait nu alleen om te lezen. Uw wijziging is niet opgeslagen. Waarschuw de beheerder.")
}

extension HoldState {
    /// Why something cannot be done with a hold in this state.
    fileprivate var refusal: String {
        switch self {
        case .open: "De opvang heeft nog niet geantwoord."
        case .accepted: "De opvang heeft deze plek al toegezegd."
        case .declined: "De opvang heeft nee gezegd. Deze plek wordt niet meer vastgehouden."
        case .placed: "Deze plek is al ingevuld."
        case .withdrawn: "Deze plek is al teruggegeven."
        case .expired: "De tijd is om. De plek is weer vrij voor anderen."
        }
    }
}
