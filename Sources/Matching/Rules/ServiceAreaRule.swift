package import Domain
import Foundation

/// National places are candidates everywhere; regional and local ones only inside the area they serve (rule R14).
package struct ServiceAreaRule: PlacementRule {
    package init() {}

    package func evaluate(_ profile: Profile, for place: Place, on map: Geography) -> [Finding] {
        guard let reach = place.service.reach else { return [.ask(.notStated(.reach))] }
        guard reach != .national else { return [] }
        let served = place.service.servedAreas
        if let municipality = profile.currentMunicipality {
            let lies = served.contains { map.overlap($0, .municipality(municipality)) }
            return lies ? [] : [.excluded(.outOfArea)]
        }
        guard let province = profile.currentProvince else { return [.ask(.unknown(.currentMunicipality))] }
        if served.contains(.province(province)) { return [] }
        let touches = served.contains { map.overlap($0, .province(province)) }
        return touches ? [.ask(.unknown(.currentMunicipality))] : [.excluded(.outOfArea)]
    }
}

extension Service {
    /// The areas it states, or else its own province (contract section 4).
    var servedAreas: [Area] {
        guard let serviceArea, !serviceArea.isEmpty else { return [.province(site.province)] }
        return serviceArea
    }
}
