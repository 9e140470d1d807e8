package import Domain
import Foundation

/// Whoever uses a wheelchair needs a place that takes one (domain section 3.3).
package struct AccessibilityRule: PlacementRule {
    package init() {}

    package func evaluate(_ profile: Profile, for place: Place, on map: Geography) -> [Finding] {
        switch (profile.wheelchair, place.service.admission.wheelchair) {
        case (true?, false?): [.excluded(.accessibility)]
        case (true?, nil): [.ask(.notStated(.wheelchair))]
        case (nil, false?): [.ask(.unknown(.wheelchair))]
        case (true?, true?), (false?, _), (nil, _): []
        }
    }
}
