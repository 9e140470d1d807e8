package import Domain
import Foundation

/// The social map of one province: who has which part in the chain, and who helps without a bed in which pillar
/// (features F01 and F17). Only what stands in the province counts, and nothing that has ended. Who shelters whom, and
/// where nobody does, is told by ``Supply``.
package struct ProvinceMap: Sendable {
    package let chain: [(role: ChainRole, organizations: [Organization])]
    package let pillars: [(pillar: Pillar, services: [Service])]

    package init(of province: ProvinceCode, organizations: [Organization]) {
        let current = organizations.filter { $0.status != .ended }
        let services = current.flatMap(\.services).filter { $0.site.province == province && $0.status == .active }
        let present = Set(services.map(\.organization))
        let here = current.filter { $0.province == province || present.contains($0.id) }
        chain = ChainRole.allCases.map { role in (role, here.filter { $0.chainRoles.contains(role) }) }
        // Help for who did the harm stands apart (domain section 2, no. 11).
        let forVictims = services.filter { !$0.offersPerpetratorHelp }
        pillars = Pillar.allCases.map { pillar in
            (pillar, forVictims.filter { service in service.helpKinds.contains { $0.pillars.contains(pillar) } })
        }
    }

    /// Pillars in which nobody helps. Help without a bed is no shelter, so they are no gaps.
    package var missing: [Pillar] { pillars.filter(\.services.isEmpty).map(\.pillar) }
}
