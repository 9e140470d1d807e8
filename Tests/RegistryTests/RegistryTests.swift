import Domain
import Foundation
import Registry
import Testing

@Suite("Registry")
struct RegistryTests {
    private static let house = OrganizationID.make("voorbeeld-de-linde")
    private static let secret = ServiceID.make("voorbeeld-de-linde-veilig")

    @Test func smallRegistryHasNoFaultsAndNoWarnings() throws {
        let registry = try SmallRegistry.folder().load()

        #expect(registry.warnings.isEmpty)
        #expect(registry.organizations.count == 3)
        #expect(registry.services.count == 6)
        #expect(registry.networks.count == 1)
        #expect(registry.figures.map(\.minimum) == [100, nil])
        #expect(registry.figures.map(\.maximum) == [120, nil])
        #expect(registry.referenceProfiles.map(\.id) == ["moeder", "man"])
    }

    @Test func everythingInAServiceIsRead() throws {
        let registry = try SmallRegistry.folder().load()
        let service = try #require(registry.service(.make("voorbeeld-de-linde-kamers")))

        #expect(service.organization == Self.house)
        #expect(service.organizationName == "De Linde (voorbeeld)")
        #expect(service.isExample)
        #expect(service.shelterKind == .womensShelter)
        #expect(service.phases == [.first, .stay])
        #expect(service.site.municipality == .make("GM0193"))
        #expect(service.site.unsafeForAreas == [.municipality(.make("GM0150"))])
        #expect(service.serviceArea == [.province(.overijssel), .municipality(.make("GM0193"))])
        #expect(service.admission.minimumAge == .years(18))
        #expect(service.admission.maximumAge == .unlimited)
        #expect(service.admission.residence == [.dutch: .yes])
        #expect(service.admission.residenceReasons == [.undocumented: .funding])
        #expect(service.contraIndications.map(\.hardness) == [.conditional, .absolute])
        #expect(service.contraIndications.first?.condition == "Kan soms.")
        #expect(service.specialFor == [.target(.labour), .circumstance(.activeAddiction)])
        #expect(service.referral?.decisionWithinHours == 4)
        #expect(service.stay == Stay(minimumDays: 1, usualDays: 90, maximumDays: 180, extensible: true))
        #expect(service.waiting == Waiting(days: 14, statedOn: CalendarDate(text: "2026-11-01")))
        #expect(service.fundingEndsOn == CalendarDate(text: "2027-12-31"))
        #expect(
            service.startingCapacity
                == Capacity(
                    unit: .bed, total: 6, free: 2, confirmedAt: DataFolder.now,
                    expectedFreeOn: CalendarDate(text: "2026-12-01")))
    }

    @Test func whatIsNotStatedStaysUnknown() throws {
        let service = try #require(try SmallRegistry.folder().load().service(.make("de-eik-kamers")))

        #expect(service.reach == nil)
        #expect(service.serviceArea == nil)
        #expect(service.admission == Admission())
        #expect(service.startingCapacity == Capacity(unit: .unit, total: 4))
        #expect(service.stay == nil)
        #expect(service.aftercare == nil)
    }

    /// Examples count from the start of the program (contract section 2).
    @Test(arguments: [0, 12_345, 28_800] as [Double])
    func examplesCountFromTheStart(seconds: Double) throws {
        let now = DataFolder.now + seconds
        let capacity = try SmallRegistry.folder().load(at: now).service(Self.secret)?.startingCapacity

        #expect(capacity?.confirmedAt == now - 30 * 60)
        #expect(capacity?.expectedFreeOn == CalendarDate(now).adding(days: 3))
    }

    @Test func findsByID() throws {
        let registry = try SmallRegistry.folder().load()
        let service = try #require(registry.service(Self.secret))

        #expect(registry.organization(Self.house)?.name == "De Linde (voorbeeld)")
        #expect(registry.organization(of: service)?.id == Self.house)
        #expect(registry.organization(.make("bestaat-niet")) == nil)
        #expect(registry.service(.make("bestaat-niet")) == nil)
    }

    @Test func withoutExamplesOnlyWhatIsRealIsLeft() throws {
        let registry = try SmallRegistry.folder().load().withoutExamples()

        #expect(registry.organizations.map(\.id.rawValue) == ["de-eik"])
        #expect(registry.services.map(\.id.rawValue) == ["de-eik-kamers"])
        #expect(registry.networks.isEmpty)
        #expect(registry.referenceProfiles.count == 2)
        #expect(registry.service(Self.secret) == nil)
        let contacts = registry.coordination.contacts(for: .make("GM0193"))
        #expect(contacts.map(\.role) == [.nationalBackup])
    }

    @Test(
        arguments: [
            ("\(SmallRegistry.secret)/status", "ended", false), ("\(SmallRegistry.house)/status", "ended", false),
            ("\(SmallRegistry.secret)/status", "paused", true),
            ("\(SmallRegistry.secret)/status", "temporarily_closed", true),
        ] as [(String, String, Bool)])
    func whatEndedIsNotCurrent(pointer: String, status: String, isCurrent: Bool) throws {
        let change = SmallRegistry.Change(file: SmallRegistry.overijssel, pointer: pointer, value: .string(status))
        let registry = try SmallRegistry.folder(changing: [change]).load()

        #expect(registry.isCurrent(try #require(registry.service(Self.secret))) == isCurrent)
    }

    @Test func theVersionChangesWithEveryByte() throws {
        let first = try SmallRegistry.folder()
        let version = try first.load().version

        #expect(version.count == 64)
        #expect(try SmallRegistry.folder().load().version == version)
        for (name, tree) in SmallRegistry.trees where !name.hasPrefix("provinces/NL-Z") {
            try first.write(Array((tree.text + " ").utf8), to: name)
            #expect(try first.load().version != version, "\(name)")
            try first.write(Array(tree.text.utf8), to: name)
        }
        #expect(try first.load().version == version)
    }
}
