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
        case .contraIndication(let circumstance): "contra_indication:\(circumstance.rawValue)"
        case .notStated(let field): "not_stated:\(field.rawValue)"
        case .unknown(let field): "unknown:\(field.rawValue)"
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
