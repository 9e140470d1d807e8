package import Domain
import Foundation

/// One rule of the hard filter: one type and one file each. It returns what it finds and filters nothing, so
/// that every no keeps its reason; what is not known is neither yes nor no (rule R13).
package protocol PlacementRule: Sendable {
    func evaluate(_ profile: Profile, for place: Place, on map: Geography) -> [Finding]
}

/// All rules, in the order in which their reasons are told.
package enum RuleBook {
    package static let rules: [any PlacementRule] = [
        StatusRule(), SecurityRule(), DangerAreaRule(), CourtOrderRule(), AgeRule(), GenderRule(), HouseholdRule(),
        SonsAgeRule(), RoomRule(), ResidenceRule(), ExploitationRule(), TargetGroupRule(), ContraIndicationRule(),
        AccessibilityRule(), PetRule(), ServiceAreaRule(), SafeHomeRule(), PhaseRule(), MustNotRule(),
    ]
}
