package import Domain
import Foundation

/// Something to clear before a place is certain (domain section 3.4, `condition`).
package enum Condition: Hashable, Sendable {
    case residence
    case genderCheck
    case dangerRegion
    case pet
    case contraIndication(Circumstance)
    /// A fact that the co-ordinator said is not known, and that the place asks about.
    case unknown(ProfileField)

    package var code: String {
        switch self {
        case .residence: ConditionKind.residence.rawValue
        case .genderCheck: ConditionKind.genderCheck.rawValue
        case .dangerRegion: ConditionKind.dangerRegion.rawValue
        case .pet: ConditionKind.pet.rawValue
        case .contraIndication(let circumstance): circumstance.contraIndicationCode
        case .unknown(let field): field.unknownCode
        }
    }
}

extension Condition: Numbered {
    /// In the order of ``RuleBook/rules``.
    package static let inOrder: [Condition] =
        [.dangerRegion] + ProfileField.allCases.map { .unknown($0) } + [.genderCheck, .residence]
        + Circumstance.allCases.map { .contraIndication($0) } + [.pet]

    package static let numbers = numbered(inOrder)
}
