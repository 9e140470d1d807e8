package import Domain
import Foundation

/// Red keeps away from every danger area; orange allows a sheltered or secret place there in consultation
/// (rule R10). Green has no effect here, and help without a bed is not asked.
package struct DangerAreaRule: PlacementRule {
    package init() {}

    package func evaluate(_ profile: Profile, for place: Place, on map: Geography) -> [Finding] {
        guard profile.threat != .green, !place.service.isAmbulatory else { return [] }
        guard let areas = profile.dangerAreas else { return [.ask(.unknown(.dangerAreas))] }
        guard DangerAreas(areas, on: map).hold(place.service) else {
            return couldLie(place.service, in: areas, on: map) ? [.ask(.notStated(.municipality))] : []
        }
        if profile.threat == .orange, place.service.effectiveSecurity.hidesMunicipality {
            return [.condition(.dangerRegion)]
        }
        return [.excluded(.dangerRegion)]
    }

    /// A place that may have a municipality but names none, in a province where one is dangerous.
    private func couldLie(_ service: Service, in areas: [Area], on map: Geography) -> Bool {
        guard service.site.municipality == nil, service.effectiveSecurity != .secret else { return false }
        return areas.contains { map.province(of: $0) == service.site.province }
    }
}
