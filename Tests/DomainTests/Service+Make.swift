import Domain

extension Service {
    /// A service of which only what a test is about is said.
    static func make(
        shelterKind: ShelterKind? = .womensShelter, helpKinds: [HelpKind] = [], status: ServiceStatus = .active,
        site: Site = Site(province: .overijssel), reach: Reach? = .national, serviceArea: [Area]? = nil,
        securityLevel: SecurityLevel? = nil, restriction: Restriction? = nil, stay: Stay? = nil,
        waiting: Waiting? = nil
    ) -> Service {
        Service(
            id: .make("voorbeeld-plek"), organization: .make("voorbeeld-huis"), organizationName: "Huis (voorbeeld)",
            name: "Plek", shelterKind: shelterKind, helpKinds: helpKinds, status: status, site: site, reach: reach,
            serviceArea: serviceArea, securityLevel: securityLevel, restriction: restriction, stay: stay,
            waiting: waiting)
    }
}

extension Identifier {
    static func make(_ text: String) -> Self {
        guard let id = Self(rawValue: text) else { preconditionFailure("not an id: \(text)") }
        return id
    }
}

extension MunicipalityCode {
    static let zwolle = make("GM0193")
    static let deventer = make("GM0150")
    static let eindhoven = make("GM0772")
    /// Well written, and on no map.
    static let nowhere = make("GM9999")

    static func make(_ text: String) -> MunicipalityCode {
        guard let code = MunicipalityCode(rawValue: text) else { preconditionFailure("not a code: \(text)") }
        return code
    }
}
