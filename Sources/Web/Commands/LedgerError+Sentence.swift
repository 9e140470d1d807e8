import Access
import Domain
import Foundation
import Ledger

extension LedgerError {
    /// Why the ledger could not be opened or read, for the command line.
    var sentence: String {
        switch self {
        case .damaged(let file, let line, let what): "\(file):\(line): \(what.sentence)"
        case .lockedBy(let pid):
            "Op deze map draait al een dienst" + (pid.map { " (proces \($0))." } ?? ".")
        case .noSpace: "De schijf is vol."
        case .system(let call, let code): "\(call) lukt niet: \(String(cString: strerror(code)))."
        case .clockOutOfRange: "De klok van deze machine klopt niet."
        case .recordTooLong, .unknownService, .staleVersion, .heldPlaces, .nothingToRevert, .unknownHold, .noRoom,
            .countNotReliable, .paused, .tooManyHolds, .alreadyExtended, .holdIs, .requestDiffers, .readOnly,
            .failedEarlier, .closed:
            "Het journaal kan nu niets opnemen."
        }
    }
}

extension KeyStoreError {
    /// Why the keys could not be read or changed, for the command line.
    var sentence: String {
        switch self {
        case .organizationRequired: "De rol shelter heeft --organization nodig."
        case .invalidName(let most): "De naam is leeg, te lang (hoogstens \(most) tekens) of bevat stuurtekens."
        case .invalidUser(let most):
            "Een gebruiker heeft 1 tot en met \(most) gewone tekens, zonder spaties, komma’s of accenten."
        case .userTaken(let id): "Sleutel \(id) is al voor deze gebruiker. Vervang hem met key rotate, of trek hem in."
        case .revoked: "Deze sleutel is ingetrokken. Maak een nieuwe met key issue."
        case .alreadyReplaced(let id): "Deze sleutel is al vervangen door \(id). Vervang die, of trek die eerst in."
        case .alreadyExpired(let date): "\(date.text) is al voorbij. Kies een latere dag met --expires."
        case .unknownKey: "Deze sleutel bestaat niet."
        case .damaged(let file, let field):
            "\(file) is beschadigd" + (field.map { " (bij \($0))." } ?? ".")
        case .randomnessRepeated: "Er kwam twee keer hetzelfde toeval. Probeer het opnieuw."
        case .clockOutOfRange: "De klok van deze machine klopt niet."
        case .missingTimeZone(let name): "De tijdzone \(name) ontbreekt op deze machine."
        case .system(_, ENOSPC), .system(_, EDQUOT): "De schijf is vol. Er is niets veranderd."
        case .system(let call, let code): "\(call) lukt niet: \(String(cString: strerror(code)))."
        }
    }
}
