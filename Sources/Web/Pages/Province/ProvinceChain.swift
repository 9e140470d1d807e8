import Domain
import Foundation
import Registry

/// The services and organisations of one province by their part in the chain (feature F01): each service once in full,
/// where it belongs most, and by its name where it helps too.
struct ProvinceChain: Sendable {
    /// One part of the chain, with who has it.
    struct Group: Sendable {
        let roles: [ChainRole]
        /// Shown in full.
        let services: [Service]
        /// Have this part too, beside another in which they are shown in full.
        let others: [Service]
        /// Have this part themselves, and no service that has it.
        let organizations: [Organization]

        var isEmpty: Bool { services.isEmpty && others.isEmpty && organizations.isEmpty }
        var count: Int { services.count + others.count + organizations.count }
    }

    let groups: [Group]
    /// Help without a bed by pillar (feature F17), in the order of the vocabulary.
    let pillars: [(pillar: Pillar, services: [Service], others: [Service])]

    /// The order in which people look: first whom to call, last what is not for victims.
    static let order: [[ChainRole]] = [
        [.reportingPoint], [.careCoordination], [.shelterLocalRegional], [.shelterNationalSpecialist], [.treatment],
        [.ambulatoryHelp], [.aftercare], [.prevention, .signalling],
        [.inspectionControl, .enforcement, .investigationProsecution], [.perpetratorHelp],
    ]

    /// - Parameters:
    ///   - services: of the province, those that were asked for.
    ///   - organizations: of the province, likewise.
    init(services: [Service], organizations: [Organization]) {
        let sorted = services.sorted { ($0.organizationName, $0.id) < ($1.organizationName, $1.id) }
        let main = Dictionary(sorted.map { ($0.id, $0.mainRole) }, uniquingKeysWith: { first, _ in first })
        groups = Self.order.map { roles in
            func has(_ found: some Sequence<ChainRole>) -> Bool { found.contains { roles.contains($0) } }
            // Help for who did the harm stands apart, and nowhere else (feature F02).
            let shown = sorted.filter { main[$0.id].map(roles.contains) ?? false }
            let others = sorted.filter { service in
                !roles.contains(service.mainRole) && !service.offersPerpetratorHelp && has(service.chainRoles)
            }
            let represented = Set((shown + others).map(\.organization))
            return Group(
                roles: roles, services: shown, others: others,
                organizations: organizations.filter { has($0.chainRoles) && !represented.contains($0.id) }
                    .sorted { ($0.name, $0.id) < ($1.name, $1.id) })
        }
        let forVictims = sorted.filter { !$0.offersPerpetratorHelp }
        pillars = Pillar.allCases.map { pillar in
            let helping = forVictims.filter { service in service.helpKinds.contains { $0.pillars.contains(pillar) } }
            let shown = helping.filter { $0.mainRole == .ambulatoryHelp && $0.mainPillar == pillar }
            let ids = Set(shown.map(\.id))
            return (pillar, shown, helping.filter { !ids.contains($0.id) })
        }
    }
}

extension Service {
    /// The part in the chain that a service is shown in full under: a place by its kind, help by what it mostly is.
    fileprivate var mainRole: ChainRole {
        if offersPerpetratorHelp { return .perpetratorHelp }
        if let shelterRole { return shelterRole }
        let roles = chainRoles
        if roles.contains(.careCoordination) { return .careCoordination }
        if roles.isEmpty || roles.contains(.ambulatoryHelp) { return .ambulatoryHelp }
        let order: [ChainRole] = [.treatment, .aftercare, .reportingPoint, .prevention, .signalling]
        return order.first(where: roles.contains) ?? .ambulatoryHelp
    }

    fileprivate var mainPillar: Pillar {
        Pillar.allCases.first { pillar in helpKinds.contains { $0.pillars == [pillar] } }
            ?? helpKinds.first?.pillars.first ?? .helpShelter
    }
}
