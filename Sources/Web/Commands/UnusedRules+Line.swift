import Domain
import Foundation
import Ledger
import Registry

extension UnusedRules {
    /// What a start has to say of saved rules that do not count.
    var line: String {
        switch self {
        case .unknownService(let id):
            "In het journaal staan opnameregels van ‘\(id.rawValue)’. Die dienst staat niet meer in de bestanden. "
                + "Ze tellen niet mee en blijven bewaard."
        case .conflict(let id, .multiProblemShelterRefuses):
            "In het journaal staan contra-indicaties van ‘\(id.rawValue)’. In de bestanden is dat nu een OMP-plek. "
                + "De opnameregels van de bestanden tellen. Die uit het journaal blijven bewaard."
        }
    }

    /// Those in the journal of `state` that do not fit `files`.
    static func all(in state: LedgerState, for files: Registry) -> [UnusedRules] {
        files.applying(state.rules.compactMapValues(\.saved)).unused
    }
}
