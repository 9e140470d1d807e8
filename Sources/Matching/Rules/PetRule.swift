package import Domain
import Foundation

/// A pet may come along, go to a host family for a time, or not (domain section 3.3).
package struct PetRule: PlacementRule {
    package init() {}

    package func evaluate(_ profile: Profile, for place: Place, on map: Geography) -> [Finding] {
        switch (profile.pet, place.service.admission.pets) {
        case (true?, .no?): [.excluded(.pet)]
        case (true?, .foster?): [.condition(.pet)]
        case (true?, nil): [.ask(.notStated(.pets))]
        case (nil, .no?), (nil, .foster?): [.ask(.unknown(.pet))]
        case (true?, .yes?), (false?, _), (nil, _): []
        }
    }
}
