package import Domain
import Foundation

/// More people than a place has room for when it is empty (contract section 4, "Places").
package struct RoomRule: PlacementRule {
    package init() {}

    package func evaluate(_ profile: Profile, for place: Place, on map: Geography) -> [Finding] {
        guard let capacity = place.capacity, let total = capacity.total else { return [] }
        return profile.placesNeeded(of: capacity.unit) > total ? [.excluded(.capacityTooSmall)] : []
    }
}
