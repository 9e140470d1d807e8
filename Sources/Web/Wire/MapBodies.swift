import Coverage
import Domain
import Foundation
import Registry

/// A province in the list.
struct ProvinceSummary: Encodable, Sendable {
    let code: String
    let name: String
    let capital: String
    let population: Int
    let organizations: Int
    let services: Int
    let gaps: Int

    init(_ province: Province, in snapshot: Snapshot, at now: Date) {
        let registry = snapshot.registry
        (code, name, capital) = (province.code.rawValue, province.name, province.capital)
        population = province.population
        organizations = registry.organizations.filter { $0.province == province.code && $0.status != .ended }.count
        services = registry.services.filter { $0.site.province == province.code && registry.isCurrent($0) }.count
        gaps = snapshot.gaps(in: province.code, at: now).count
    }

    /// A line of the table, in the order of its columns.
    var row: [String] {
        let counts: [Int] = [population, organizations, services, gaps]
        return [code, name, capital] + counts.map { String($0) }
    }

    static let properties: [Schema.Property] = [
        Schema.Property("code", .code(ProvinceCode.self)), Schema.Property("name", .text),
        Schema.Property("capital", .text), Schema.Property("population", .integer(minimum: 0)),
        Schema.Property("organizations", .integer(minimum: 0)), Schema.Property("services", .integer(minimum: 0)),
        Schema.Property("gaps", .integer(minimum: 0), "Hoeveel groepen hier nergens opvang hebben."),
    ]

    static let schema = Schema.Named("ProvinceSummary", .object(properties))
}

/// The social map of one province.
struct ProvinceBody: Encodable, Sendable {
    let code: String
    let name: String
    let capital: String
    let population: Int
    let organizations: Int
    let services: Int
    let chain: [ChainBody]
    let targetGroups: [GroupBody]
    let pillars: [PillarBody]
    let coordination: CoordinationBody
    let gaps: [String]
    let emergencyContacts: [ContactBody]

    struct ChainBody: Encodable, Sendable {
        let role: String
        let label: String
        let organizations: [NamedBody]
    }

    struct GroupBody: Encodable, Sendable {
        let group: String
        let label: String
        let services: [NamedBody]
        /// `niemand – gat` where nobody shelters the group.
        let text: String
    }

    struct PillarBody: Encodable, Sendable {
        let pillar: String
        let label: String
        let services: [NamedBody]
        let text: String
    }

    struct CoordinationBody: Encodable, Sendable {
        let municipalities: Int
        let covered: Int
        let coordinators: [ContactBody]
    }

    struct NamedBody: Encodable, Sendable {
        let id: String
        let name: String
    }

    init(_ province: Province, in snapshot: Snapshot, at now: Date) {
        let (registry, map) = (snapshot.registry, snapshot.socialMaps.map(of: province.code))
        let supply = snapshot.supply(SupplyFilter(), at: now)
        let summary = ProvinceSummary(province, in: snapshot, at: now)
        (code, name, capital, population) = (summary.code, summary.name, summary.capital, summary.population)
        (organizations, services) = (summary.organizations, summary.services)
        chain = map.chain.map { role, organizations in
            ChainBody(
                role: role.rawValue, label: registry.codeLists.label(role),
                organizations: organizations.map { NamedBody(id: $0.id.rawValue, name: $0.name) })
        }
        targetGroups = supply.takers(in: .province(province.code)).map { group, services in
            GroupBody(
                group: group.code, label: group.label, services: services.map(Self.named),
                text: services.isEmpty ? "niemand – gat" : Self.count(services))
        }
        pillars = map.pillars.map { pillar, services in
            PillarBody(
                pillar: pillar.rawValue, label: registry.codeLists.label(pillar), services: services.map(Self.named),
                text: services.isEmpty ? "ontbreekt" : Self.count(services))
        }
        gaps = snapshot.gaps(in: province.code, at: now).map { group in
            "\(group.label): geen opvang in deze provincie. Dit is een gat."
        }
        let municipalities = registry.geography.municipalities.filter { $0.province == province.code }
        let coordinators = registry.coordination.coordinators.filter { coordinator in
            coordinator.municipalities.contains { code in municipalities.contains { $0.code == code } }
        }
        coordination = CoordinationBody(
            municipalities: municipalities.count,
            covered: municipalities.filter { registry.coordination.coordinator(of: $0.code) != nil }.count,
            coordinators: coordinators.map { coordinator in
                ContactBody(
                    Contact(
                        role: .coordinator, name: coordinator.name, phone: coordinator.phone, hours: coordinator.hours))
            })
        emergencyContacts = Contact.alwaysThere.map(ContactBody.init)
    }

    private static func named(_ service: Service) -> NamedBody {
        NamedBody(id: service.id.rawValue, name: "\(service.organizationName): \(service.name)")
    }

    private static func count(_ services: [Service]) -> String {
        services.count == 1 ? "1 plek of dienst" : "\(services.count) plekken of diensten"
    }

    private static let namedSchema = Schema.Named(
        "Named", .object([Schema.Property("id", .text), Schema.Property("name", .text)]))

    private static func listed(_ key: Schema.Property, _ list: String, withText: Bool) -> Schema {
        let start = [key, Schema.Property("label", .text), Schema.Property(list, .array(.named(namedSchema)))]
        return .array(.object(withText ? start + [Schema.Property("text", .text)] : start))
    }

    static let schema = Schema.Named(
        "Province",
        .object(
            ProvinceSummary.properties.dropLast() + [
                Schema.Property(
                    "chain", listed(Schema.Property("role", .code(ChainRole.self)), "organizations", withText: false)),
                Schema.Property(
                    "targetGroups", listed(Schema.Property("group", .text), "services", withText: true),
                    "Wie hier wie opvangt; ‘niemand – gat’ waar dat ontbreekt."),
                Schema.Property(
                    "pillars", listed(Schema.Property("pillar", .code(Pillar.self)), "services", withText: true)),
                Schema.Property(
                    "coordination",
                    .object([
                        Schema.Property("municipalities", .integer(minimum: 0)),
                        Schema.Property("covered", .integer(minimum: 0)),
                        Schema.Property("coordinators", .array(.named(ContactBody.schema))),
                    ])), Schema.Property("gaps", .array(.text)),
                Schema.Property("emergencyContacts", .array(.named(ContactBody.schema))),
            ]))
}

/// Whom to call, in which part.
struct ContactBody: Encodable, Sendable {
    let role: String
    let name: String
    let phone: String
    @OrNull var hours: String?

    init(_ contact: Contact) {
        (role, name, phone, hours) = (contact.role.rawValue, contact.name, contact.phone, contact.hours)
    }

    static let schema = Schema.Named(
        "Contact",
        .object([
            Schema.Property("role", .code(ContactRole.self)), Schema.Property("name", .text),
            Schema.Property("phone", .text), .optional("hours", .text),
        ]))
}

/// A municipality in the list.
struct MunicipalitySummary: Encodable, Sendable {
    let code: String
    let name: String
    let province: String
    let coordinationStatus: String

    init(_ municipality: Municipality, coordination: Coordination) {
        (code, name) = (municipality.code.rawValue, municipality.name)
        province = municipality.province.rawValue
        coordinationStatus = coordination.status(of: municipality.code).rawValue
    }

    static let properties: [Schema.Property] = [
        Schema.Property("code", .string(pattern: "^GM[0-9]{4}$", example: "GM0193")), Schema.Property("name", .text),
        Schema.Property("province", .code(ProvinceCode.self)),
        Schema.Property("coordinationStatus", .code(CoordinationStatus.self)),
    ]

    static let schema = Schema.Named("MunicipalitySummary", .object(properties))
}

/// A municipality with its regions and whom to call.
struct MunicipalityBody: Encodable, Sendable {
    let code: String
    let name: String
    let province: String
    let coordinationStatus: String
    let population: Int
    let safetyRegion: String
    @OrNull var veiligThuisArea: String?
    @OrNull var policeUnit: String?
    @OrNull var centreMunicipality: String?
    let contacts: [ContactBody]
    let emergencyContacts: [ContactBody]

    init(_ municipality: Municipality, coordination: Coordination) {
        let summary = MunicipalitySummary(municipality, coordination: coordination)
        (code, name, province) = (summary.code, summary.name, summary.province)
        (coordinationStatus, population) = (summary.coordinationStatus, municipality.population)
        (safetyRegion, veiligThuisArea) = (municipality.safetyRegion, municipality.veiligThuisArea)
        (policeUnit, centreMunicipality) = (municipality.policeUnit, municipality.centreMunicipality)
        contacts = coordination.contacts(for: municipality.code).map(ContactBody.init)
        emergencyContacts = Contact.alwaysThere.map(ContactBody.init)
    }

    static let schema = Schema.Named(
        "Municipality",
        .object(
            MunicipalitySummary.properties + [
                Schema.Property("population", .integer(minimum: 0)), Schema.Property("safetyRegion", .text),
                .optional("veiligThuisArea", .text), .optional("policeUnit", .text),
                .optional("centreMunicipality", .text),
                Schema.Property("contacts", .array(.named(ContactBody.schema)), "In de volgorde om te bellen."),
                Schema.Property("emergencyContacts", .array(.named(ContactBody.schema))),
            ]))
}
