package import Domain
import Foundation

/// A point to ask. It could exclude the place or add a condition, and changes neither section nor order
/// (contract section 3).
package enum Question: Hashable, Sendable {
    case contraIndication(Circumstance)
    case notStated(PlaceField)
    case unknown(ProfileField)

    package var code: String {
        switch self {
        case .contraIndication(let circumstance): circumstance.contraIndicationCode
        case .notStated(let field): field.notStatedCode
        case .unknown(let field): field.unknownCode
        }
    }
}

extension Question: Numbered {
    /// In the order of ``RuleBook/rules``.
    package static let inOrder: [Question] =
        [
            .unknown(.dangerAreas), .notStated(.municipality), .notStated(.minimumAge), .notStated(.maximumAge),
            .unknown(.gender), .notStated(.genders), .unknown(.household), .notStated(.households),
            .unknown(.children), .notStated(.sonsMaximumAge), .unknown(.residence), .notStated(.residence),
            .unknown(.exploitationForms),
        ] + Circumstance.allCases.map { .contraIndication($0) } + [
            .unknown(.wheelchair), .notStated(.wheelchair), .unknown(.pet), .notStated(.pets), .notStated(.reach),
            .unknown(.currentMunicipality),
        ]

    package static let numbers = numbered(inOrder)
}

/// Fields of a profile that may be missing, by their names in the request.
package enum ProfileField: String, CaseIterable, Hashable, Sendable {
    case gender, residence, household, children, exploitationForms, wheelchair, pet, dangerAreas, currentMunicipality
}

/// Fields that a place may not have stated, by their names in the registry's files.
package enum PlaceField: String, CaseIterable, Hashable, Sendable {
    case genders, minimumAge, maximumAge, households, sonsMaximumAge, residence, wheelchair, pets, reach, municipality
}

// Written out, for a long answer has thousands of them.
extension ProfileField {
    var unknownCode: String {
        switch self {
        case .gender: "unknown:gender"
        case .residence: "unknown:residence"
        case .household: "unknown:household"
        case .children: "unknown:children"
        case .exploitationForms: "unknown:exploitationForms"
        case .wheelchair: "unknown:wheelchair"
        case .pet: "unknown:pet"
        case .dangerAreas: "unknown:dangerAreas"
        case .currentMunicipality: "unknown:currentMunicipality"
        }
    }
}

extension PlaceField {
    var notStatedCode: String {
        switch self {
        case .genders: "not_stated:genders"
        case .minimumAge: "not_stated:minimumAge"
        case .maximumAge: "not_stated:maximumAge"
        case .households: "not_stated:households"
        case .sonsMaximumAge: "not_stated:sonsMaximumAge"
        case .residence: "not_stated:residence"
        case .wheelchair: "not_stated:wheelchair"
        case .pets: "not_stated:pets"
        case .reach: "not_stated:reach"
        case .municipality: "not_stated:municipality"
        }
    }
}
