package import Domain
import Foundation

/// Help without a bed is an answer only for who has a safe place to be (rule R12).
package struct SafeHomeRule: PlacementRule {
    package init() {}

    package func evaluate(_ profile: Profile, for place: Place, on map: Geography) -> [Finding] {
        place.service.isAmbulatory && profile.housing != .safeOwnPlace ? [.excluded(.noSafeHome)] : []
    }
}
