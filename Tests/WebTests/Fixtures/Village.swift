import Domain
import Foundation
import Registry

/// A small registry on the real map: two shelters, one of them with a place of every security level.
enum Village {
    static let visible = "voorbeeld-huis-open"
    static let sheltered = "voorbeeld-huis-schuil"
    static let secret = "voorbeeld-huis-geheim"
    static let help = "voorbeeld-huis-hulp"
    /// A place of which nobody stated a count.
    static let uncounted = "voorbeeld-huis-onbekend"
    static let other = "voorbeeld-ander-kamers"

    /// Where the hidden places are, which is what may never come out.
    struct Hidden: Sendable {
        var shelteredMunicipality: MunicipalityCode = .hellendoorn
        var secretMunicipality: MunicipalityCode = .schiermonnikoog
        var secretUnsafeFor: MunicipalityCode = .vlieland
    }

    static var registry: Registry {
        get throws { try registry(Hidden()) }
    }

    static func registry(_ hidden: Hidden, adding more: [Service] = []) throws -> Registry {
        let shipped = try Shipped.registry
        let organizations = [
            Organization(
                id: .make("voorbeeld-huis"), name: "Huis (voorbeeld)", kind: .shelterProvider, province: .overijssel,
                isExample: true, description: "Een huis.", website: "https://huis.example",
                phones: [Phone(number: "038-000 00 00", purpose: "aanmelden", hours: "24/7")], municipality: .zwolle,
                services: services(hidden) + more),
            Organization(
                id: .make("voorbeeld-ander"), name: "Ander (voorbeeld)", kind: .shelterProvider,
                province: .noordBrabant, isExample: true, services: [otherPlace]),
        ]
        return Registry(
            geography: shipped.geography, organizations: organizations, coordination: shipped.coordination,
            codeLists: shipped.codeLists, version: "dorp")
    }

    private static let otherPlace = place(
        other, .crisisShelter, Site(province: .noordBrabant, municipality: .eindhoven), .openVisible,
        owner: "voorbeeld-ander", free: 1)

    private static func services(_ hidden: Hidden) -> [Service] {
        [
            place(visible, .crisisShelter, Site(province: .overijssel, municipality: .zwolle), .openVisible, free: 2),
            place(
                sheltered, .womensShelter,
                Site(province: .overijssel, municipality: hidden.shelteredMunicipality), .sheltered, free: 1,
                area: [.municipality(hidden.shelteredMunicipality), .province(.overijssel)]),
            place(
                secret, .womensShelter,
                Site(
                    province: .fryslan, municipality: hidden.secretMunicipality,
                    unsafeForAreas: [.municipality(hidden.secretUnsafeFor)]), .secret, free: 3),
            place(
                uncounted, .crisisShelter, Site(province: .overijssel, municipality: .zwolle), .openVisible, free: nil),
            Service(
                id: .make(help), organization: .make("voorbeeld-huis"), organizationName: "Huis (voorbeeld)",
                isExample: true, name: "Begeleiding", shelterKind: nil, helpKinds: [.ambulatorySupport],
                site: Site(province: .overijssel, municipality: .zwolle),
                waiting: Waiting(days: 3, statedOn: CalendarDate(text: "2026-11-19"))),
        ]
    }

    static func place(
        _ id: String, _ kind: ShelterKind, _ site: Site, _ level: SecurityLevel, owner: String = "voorbeeld-huis",
        free: Int?, area: [Area]? = nil
    ) -> Service {
        Service(
            id: .make(id), organization: .make(owner), organizationName: owner, isExample: true, name: "Kamers",
            shelterKind: kind, site: site, serviceArea: area, securityLevel: level, restriction: .open,
            referral: Referral(routes: [.direct], phone: "038-000 00 01", steps: ["Bel ons."]),
            startingCapacity: free.map {
                Capacity(total: 6, free: $0, confirmedAt: TestClock.start.addingTimeInterval(-3_600))
            })
    }
}

extension MunicipalityCode {
    static let zwolle = make("GM0193")
    static let eindhoven = make("GM0772")
    static let hellendoorn = make("GM0163")
    static let losser = make("GM0168")
    static let schiermonnikoog = make("GM0088")
    static let ameland = make("GM0060")
    static let vlieland = make("GM0096")
    static let terschelling = make("GM0093")

    static func make(_ text: String) -> MunicipalityCode {
        guard let code = MunicipalityCode(rawValue: text) else { preconditionFailure("not a code: \(text)") }
        return code
    }
}
