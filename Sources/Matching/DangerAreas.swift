package import Domain
import Foundation

/// The areas in which somebody is not safe, compared with places no more precisely than may be known of them.
package struct DangerAreas: Sendable {
    private let areas: [Area]
    private let map: Geography

    package init(_ areas: [Area], on map: Geography) {
        (self.areas, self.map) = (areas, map)
    }

    /// Whether `service` lies in one of them, or says itself that it is not safe from one (contract section 4,
    /// "Safety"). Of a secret place only the province counts, so that a search cannot narrow down where it is
    /// (domain section 2, no. 3).
    package func hold(_ service: Service) -> Bool {
        areas.contains { area in
            let compared = service.effectiveSecurity == .secret ? wholeProvince(of: area) : area
            if case .province(service.site.province) = compared { return true }
            if liesByMunicipality(service, in: compared) { return true }
            return service.site.unsafeForAreas.contains { map.overlap($0, compared) }
        }
    }

    /// Whether the whole of `province` was named.
    package func holdWhole(_ province: ProvinceCode) -> Bool {
        areas.contains(.province(province))
    }

    private func liesByMunicipality(_ service: Service, in area: Area) -> Bool {
        let level = service.effectiveSecurity
        guard level == .openVisible || level == .sheltered, let municipality = service.site.municipality else {
            return false
        }
        return map.overlap(.municipality(municipality), area)
    }

    private func wholeProvince(of area: Area) -> Area {
        map.province(of: area).map(Area.province) ?? area
    }
}
