package import Domain
import Foundation

/// What a person must not have is a hard filter, not a wish (domain section 5).
package struct MustNotRule: PlacementRule {
    package init() {}

    package func evaluate(_ profile: Profile, for place: Place, on map: Geography) -> [Finding] {
        profile.mustNot.contains { $0.isMet(by: place.service) } ? [.excluded(.wishMustNot)] : []
    }
}
