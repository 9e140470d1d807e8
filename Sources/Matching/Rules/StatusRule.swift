package import Domain
import Foundation

/// A place that is paused or closed for a time takes nobody (contract section 4).
package struct StatusRule: PlacementRule {
    package init() {}

    package func evaluate(_ profile: Profile, for place: Place, on map: Geography) -> [Finding] {
        let isClosed = place.service.status == .paused || place.service.status == .temporarilyClosed
        return isClosed || place.capacity?.isPaused ?? false ? [.excluded(.paused)] : []
    }
}
