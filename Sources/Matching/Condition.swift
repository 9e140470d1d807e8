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
        case .contraIndication(let circumstance): "\(ConditionKind.contraIndication.rawValue):\(circumstance.rawValue)"
        case .unknown(let field): "\(ConditionKind.unknown.rawValue):\(field.rawValue)"
        }
    }
}

/// A point to ask. It could exclude the place or add a condition, and changes neither section nor order
/// (contract section 3).
package enum Question: Hashable, Sendable {
    case contraIndication(Circumstance)
    case notStated(PlaceField)
    case unknown(ProfileField)

    package var code: String {
        switch self {
        case .contraIndication(let circumstance): "contra_indication:\(circumstance.rawValue)"
        case .notStated(let field): "not_stated:\(field.rawValue)"
        case .unknown(let field): "unknown:\(field.rawValue)"
        }
    }
}

/// Fields of a profile that may be missing, by their names in the request.
package enum ProfileField: String, CaseIterable, Hashable, Sendable {
    case gender, residence, household, children, exploitationForms, wheelchair, pet, dangerAreas, currentMunicipality
}

/// Fields that a place may not have stated, by their names in the registry's files.
package enum PlaceField: String, CaseIterable, Hashable, Sendable {
    case genders, minimumAge, maximumAge, households, sonsMaximumAge, residence, wheelchair, pets, reach, municipality
}
