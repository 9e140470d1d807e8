import Domain
import Testing

/// Rule R3; features F03 and F04.
@Suite("Coordination")
struct CoordinationTests {
    private static let backup = NationalBackup(
        organization: .make("comensha"), name: "CoMensha", phone: "033-448 11 86", hours: "24/7")

    private static func make(substitute: Coordinator.Substitute? = nil) -> Coordination {
        Coordination(
            coordinators: [
                Coordinator(
                    id: "ijsselland", organization: .make("voorbeeld-zorg"), name: "Zorgcoördinatie (voorbeeld)",
                    region: "IJsselland", municipalities: [.zwolle], status: .partial, phone: "038-000 00 00",
                    hours: "werkdagen", substitute: substitute)
            ],
            uncovered: [.eindhoven: .remoteComensha], backup: backup)
    }

    @Test func aCoveredMunicipalityHasItsCoordinatorAndTheBackup() {
        let contacts = Self.make().contacts(for: .zwolle)

        #expect(contacts.map(\.role) == [.coordinator, .nationalBackup])
        #expect(contacts.map(\.name) == ["Zorgcoördinatie (voorbeeld)", "CoMensha"])
        #expect(contacts.map(\.phone) == ["038-000 00 00", "033-448 11 86"])
        #expect(contacts.map(\.hours) == ["werkdagen", "24/7"])
    }

    @Test func theSubstituteStandsBetween() {
        let contacts = Self.make(substitute: .init(name: "Teamleider", phone: "038-000 00 01")).contacts(for: .zwolle)

        #expect(contacts.map(\.role) == [.coordinator, .substitute, .nationalBackup])
        #expect(contacts[1] == Contact(role: .substitute, name: "Teamleider", phone: "038-000 00 01"))
    }

    @Test(arguments: [MunicipalityCode.eindhoven, .deventer, .nowhere, nil])
    func whereNobodyCoordinatesThereIsExactlyTheBackup(municipality: MunicipalityCode?) {
        let contacts = Self.make(substitute: .init(name: "Teamleider", phone: "1")).contacts(for: municipality)

        let backup = Contact(role: .nationalBackup, name: "CoMensha", phone: "033-448 11 86", hours: "24/7")
        #expect(contacts == [backup])
    }

    @Test(arguments: [
        (MunicipalityCode.zwolle, CoordinationStatus.partial), (.eindhoven, .remoteComensha), (.deventer, .unknown),
    ])
    func status(municipality: MunicipalityCode, status: CoordinationStatus) {
        #expect(Self.make().status(of: municipality) == status)
    }

    @Test func removingACoordinatorLowersTheCoverage() {
        let without = Coordination(coordinators: [], uncovered: [.eindhoven: .none], backup: Self.backup)

        #expect(Self.make().coordinator(of: .zwolle) != nil)
        #expect(without.coordinator(of: .zwolle) == nil)
        #expect(without.status(of: .zwolle) == .unknown)
        #expect(without.status(of: .eindhoven) == CoordinationStatus.none)
    }

    @Test func emergencyNumbersAreAlwaysThere() {
        #expect(Contact.alwaysThere.map(\.phone) == ["112", "0800-2000"])
        #expect(Contact.alwaysThere.map(\.role) == [.emergency, .reportingPoint])
    }
}
