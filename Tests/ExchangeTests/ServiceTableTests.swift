import Domain
import Exchange
import Foundation
import Testing

@Suite("Services as a table, contract section 8")
struct ServiceTableTests {
    static let columns = [
        "id", "organizationId", "organizationName", "example", "name", "description", "shelterKind", "helpKinds",
        "status", "phase", "province", "municipality", "reach", "serviceArea", "securityLevel", "restriction",
        "genders",
        "welcomesTransgender", "minimumAge", "maximumAge", "households", "sonsMaximumAge", "residence",
        "exploitationForms", "onlyFor", "wheelchair", "pets", "requiresPoliceReport", "accessDecision",
        "contraIndications", "contraIndicationConditions", "contraIndicationsSince", "specialFor", "expertiseLevel",
        "livedExperience", "languages", "interpreter", "routes", "phone", "hours", "intakeAroundTheClock", "steps",
        "decisionWithinHours", "documents", "minimumDays", "usualDays", "maximumDays", "extensible", "waitingDays",
        "waitingStatedOn", "aftercare", "funding", "fundingTerm", "fundingEndsOn",
    ]

    private func row(_ service: Service, for audience: Audience = .placement) -> [String: String] {
        let view = ServiceView(of: service, capacity: service.startingCapacity, for: audience, on: .empty, at: .now)
        let table = ServiceTable.table(of: [view])
        return Dictionary(zip(table.columns, table.rows[0]), uniquingKeysWith: { first, _ in first })
    }

    @Test func oneColumnForEachField() {
        let table = ServiceTable.table(of: [])

        #expect(Set(table.columns).isSuperset(of: Self.columns))
        #expect(Set(table.columns).count == table.columns.count)
        #expect(table.rows.isEmpty)
    }

    @Test func oneRowForEachServiceInTheirOrder() {
        let views = ["b", "a", "c"].map { id in
            ServiceView(of: .make(id: id), capacity: nil, for: .everyone, on: .empty, at: .now)
        }
        let table = ServiceTable.table(of: views)

        #expect(table.rows.map { $0[0] } == ["b", "a", "c"])
        #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    }

    @Test func contraIndications() {
        let row = row(
            .make(contraIndications: [
                ContraIndication(
                    .activeAddiction, .conditional, condition: "Kan soms.", since: CalendarDate(text: "2026-09-01")),
                ContraIndication(.arsonHistory, .absolute),
            ]))

        #expect(row["contraIndications"] == "active_addiction=conditional;arson_history=absolute")
        #expect(row["contraIndicationConditions"] == "Kan soms.;")
        #expect(row["contraIndicationsSince"] == "2026-09-01;")
    }

    @Test func residenceAndLists() {
        let admission = Admission(
            genders: [.female, .nonBinary], minimumAge: .years(18), maximumAge: .unlimited,
            residence: [.undocumented: .conditional, .dutch: .yes], wheelchair: false)

        let row = row(.make(admission: admission, languages: ["nl", "en"]))

        #expect(row["residence"] == "dutch=yes;undocumented=conditional")
        #expect(row["genders"] == "female;non_binary")
        #expect(row["languages"] == "nl;en")
        #expect(row["minimumAge"] == "18")
        #expect(row["maximumAge"] == "")
        #expect(row["wheelchair"] == "false")
        #expect(row["welcomesTransgender"] == "")
    }

    @Test func countsOnlyForWhoSignedIn() {
        let service = Service.make(capacity: Capacity(total: 6, free: 2, confirmedAt: .now))

        #expect(row(service)["capacityFree"] == "2")
        #expect(row(service, for: .professional)["capacityTotal"] == "6")
        for name in ["capacityUnit", "capacityTotal", "capacityFree", "capacityFreshness", "capacityConfirmedAt"] {
            #expect(row(service, for: .everyone)[name] == "", "\(name)")
        }
    }

    @Test(arguments: [SecurityLevel.sheltered, .secret], [Audience.everyone, .professional, .placement])
    func municipalitiesThatAreHidden(_ level: SecurityLevel, _ audience: Audience) {
        let service = Service.make(level: level)

        let mayKnow = level == .sheltered && audience == .placement
        #expect(row(service, for: audience)["municipality"] == (mayKnow ? "GM0193" : ""))
    }
}

extension Geography {
    static let empty = Geography(provinces: [], municipalities: [], regions: [])
}

extension Service {
    static func make(
        id: String = "voorbeeld-plek", level: SecurityLevel = .openVisible, admission: Admission = Admission(),
        contraIndications: [ContraIndication] = [], languages: [String] = [], capacity: Capacity? = nil
    ) -> Service {
        guard let service = ServiceID(rawValue: id), let organization = OrganizationID(rawValue: "voorbeeld-huis")
        else { preconditionFailure("not an id: \(id)") }
        return Service(
            id: service, organization: organization, organizationName: "Huis (voorbeeld)", name: "Plek",
            shelterKind: .womensShelter,
            site: Site(province: .overijssel, municipality: MunicipalityCode(rawValue: "GM0193")),
            securityLevel: level, restriction: .open, admission: admission, contraIndications: contraIndications,
            languages: languages, startingCapacity: capacity)
    }
}
