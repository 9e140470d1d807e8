package import Domain
import Foundation

/// Closed places never appear without a court authorisation (rule R11, feature F14).
package struct CourtOrderRule: PlacementRule {
    package init() {}

    package func evaluate(_ profile: Profile, for place: Place, on map: Geography) -> [Finding] {
        let isClosed = place.service.effectiveRestriction == .closed
        let needsOrder = isClosed || place.service.shelterKind?.needsCourtOrder ?? false
        return needsOrder && !profile.courtAuthorisation ? [.excluded(.closedNeedsCourtOrder)] : []
    }
}
