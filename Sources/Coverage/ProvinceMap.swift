package import Domain
package import Foundation
import Matching

/// The social map of one province: who has which part in the chain, who shelters whom, and what is missing
/// (features F01, F17 and F27). Only what stands in the province counts, and nothing that has ended.
package struct ProvinceMap: Sendable {
    package let chain: [(role: ChainRole, organizations: [Organization])]
    package let groups: [(group: TargetGroup, services: [Service])]
    package let pillars: [(pillar: Pillar, services: [Service])]

    package init(
        of province: ProvinceCode, organizations: [Organization], on map: Geography, at now: Date
    ) {
        let current = organizations.filter { $0.status != .ended }
        let services = current.flatMap(\.services).filter { $0.site.province == province && $0.status == .active }
        let present = Set(services.map(\.organization))
        let here = current.filter { $0.province == province || present.contains($0.id) }
        chain = ChainRole.allCases.map { role in (role, here.filter { $0.chainRoles.contains(role) }) }
        groups = TargetGroup.all.map { group in
            (group, services.filter { group.concerns($0) && Self.takes($0, group.profile, on: map, at: now) })
        }
        // Help for who did the harm stands apart (domain section 2, no. 11).
        let forVictims = services.filter { !$0.offersPerpetratorHelp }
        pillars = Pillar.allCases.map { pillar in
            (pillar, forVictims.filter { service in service.helpKinds.contains { $0.pillars.contains(pillar) } })
        }
    }

    /// Groups and pillars without anybody.
    package var gaps: [Gap] {
        groups.filter(\.services.isEmpty).map { Gap.shelter($0.group.label) }
            + pillars.filter(\.services.isEmpty).map { Gap.pillar($0.pillar) }
    }

    package enum Gap: Hashable, Sendable {
        /// Nobody shelters the group with this label.
        case shelter(String)
        case pillar(Pillar)
    }

    /// Whether no rule of the place stands against the group, and it has room for it when it is empty; distance plays
    /// no part here.
    private static func takes(_ service: Service, _ profile: Profile, on map: Geography, at now: Date) -> Bool {
        var local = profile
        local.currentProvince = service.site.province
        let stated = service.startingCapacity.map { Capacity(unit: $0.unit, total: $0.total) }
        return Assessment(of: Place(service: service, capacity: stated), for: local, on: map, at: now)
            .exclusions.isEmpty
    }
}
