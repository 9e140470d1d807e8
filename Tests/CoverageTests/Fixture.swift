import Domain
import Foundation

extension Service {
    /// A place in Overijssel that takes everybody, but for what a test says.
    static func make(
        _ kind: ShelterKind? = .crisisShelter, helpKinds: [HelpKind] = [], status: ServiceStatus = .active,
        province: ProvinceCode = .overijssel, admission: Admission = Admission(),
        contraIndications: [ContraIndication] = [], restriction: Restriction = .open, free: Int? = 0
    ) -> Service {
        Service(
            id: .make("voorbeeld-plek"), organization: .make("voorbeeld-huis"), organizationName: "Huis (voorbeeld)",
            name: "Plek", shelterKind: kind, helpKinds: helpKinds, status: status, site: Site(province: province),
            reach: .local, securityLevel: .openVisible, restriction: restriction, admission: admission,
            contraIndications: contraIndications, startingCapacity: Capacity(total: 6, free: free))
    }
}

extension Organization {
    static func make(
        _ services: Service..., province: ProvinceCode? = .overijssel, kind: OrganizationKind = .shelterProvider,
        status: ServiceStatus = .active
    ) -> Organization {
        Organization(
            id: .make("voorbeeld-huis"), name: "Huis (voorbeeld)", kind: kind, province: province, status: status,
            services: services)
    }
}

extension Identifier {
    static func make(_ text: String) -> Self {
        guard let id = Self(rawValue: text) else { preconditionFailure("not an id: \(text)") }
        return id
    }
}
