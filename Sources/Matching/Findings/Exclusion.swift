package import Domain
import Foundation

/// One reason why a place is no answer (domain section 3.4, `exclusionReason`).
package enum Exclusion: Hashable, Sendable {
    case age
    case gender
    case household
    case sonsAge
    case capacityTooSmall
    case residence
    case formNotServed
    case notTargetGroup
    case contraIndication(Circumstance)
    case pet
    case accessibility
    case securityInsufficient
    case dangerRegion
    case closedNeedsCourtOrder
    case outOfArea
    case wishMustNot
    case noSafeHome
    case phase
    case paused

    package var kind: ExclusionKind {
        switch self {
        case .age: .age
        case .gender: .gender
        case .household: .household
        case .sonsAge: .sonsAge
        case .capacityTooSmall: .capacityTooSmall
        case .residence: .residence
        case .formNotServed: .formNotServed
        case .notTargetGroup: .notTargetGroup
        case .contraIndication: .contraIndication
        case .pet: .pet
        case .accessibility: .accessibility
        case .securityInsufficient: .securityInsufficient
        case .dangerRegion: .dangerRegion
        case .closedNeedsCourtOrder: .closedNeedsCourtOrder
        case .outOfArea: .outOfArea
        case .wishMustNot: .wishMustNot
        case .noSafeHome: .noSafeHome
        case .phase: .phase
        case .paused: .paused
        }
    }

    /// `age`, or `contra_indication:self_harm`.
    package var code: String {
        if case .contraIndication(let circumstance) = self { return circumstance.contraIndicationCode }
        return kind.rawValue
    }
}

extension Exclusion: Numbered {
    /// In the order of ``RuleBook/rules``.
    package static let inOrder: [Exclusion] =
        [
            .paused, .securityInsufficient, .dangerRegion, .closedNeedsCourtOrder, .age, .gender, .household, .sonsAge,
            .capacityTooSmall, .residence, .formNotServed, .notTargetGroup,
        ] + Circumstance.allCases.map { .contraIndication($0) } + [
            .accessibility, .pet, .outOfArea, .noSafeHome, .phase, .wishMustNot,
        ]

    package static let numbers = numbered(inOrder)
}

extension Circumstance {
    private static let contraIndicationCodes = allCases.map { "contra_indication:\($0.rawValue)" }

    /// `contra_indication:self_harm`, in every list of findings.
    var contraIndicationCode: String { Self.contraIndicationCodes[number] }
}
