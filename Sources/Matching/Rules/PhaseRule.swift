package import Domain
import Foundation

/// Who needs a place to go on to is not served by a first, short one (contract section 4, "Rest").
package struct PhaseRule: PlacementRule {
    package init() {}

    package func evaluate(_ profile: Profile, for place: Place, on map: Geography) -> [Finding] {
        guard profile.onwardPlaceWanted, let kind = place.service.shelterKind else { return [] }
        return kind == .cosm || kind.isShortByNature ? [.excluded(.phase)] : []
    }
}
