package import Domain
import Foundation

/// Places for a single purpose: the person must have at least one of the circumstances (contract section 2, `onlyFor`).
package struct TargetGroupRule: PlacementRule {
    package init() {}

    package func evaluate(_ profile: Profile, for place: Place, on map: Geography) -> [Finding] {
        let purpose = place.service.admission.onlyFor
        return purpose.isEmpty || !profile.circumstances.isDisjoint(with: purpose) ? [] : [.excluded(.notTargetGroup)]
    }
}
