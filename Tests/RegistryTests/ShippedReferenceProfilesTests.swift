import Domain
import Registry
import Testing

/// The people with whom the supply is measured stand for everybody whom the map is for.
@Suite("Shipped data, reference profiles")
struct ShippedReferenceProfilesTests {
    struct Kind: Sendable, CustomTestStringConvertible {
        let name: String
        var atLeast = 1
        let fits: @Sendable (Profile) -> Bool
        var testDescription: String { name }
    }

    static let kinds =
        [
            Kind(name: "men", atLeast: 3) { $0.gender == .male && !$0.isMinor && $0.household == .single },
            Kind(name: "couples") { $0.household == .couple },
            Kind(name: "mothers with sons of 14") { profile in
                profile.gender == .female && (profile.children ?? []).contains(Child(age: 14, gender: .male))
            },
            Kind(name: "intellectual disability", atLeast: 2) { $0.circumstances.contains(.intellectualDisability) },
            Kind(name: "addiction", atLeast: 2) { $0.circumstances.contains(.activeAddiction) },
            Kind(name: "girls of 15") { $0.age == 15 && $0.gender == .female },
            Kind(name: "boys of 15") { $0.age == 15 && $0.gender == .male },
            Kind(name: "17, turning 18", atLeast: 2) { $0.age == 17 && $0.turns18Within6Months },
            Kind(name: "groups of eight") { $0.household == .group && $0.persons == 8 },
            Kind(name: "families") { $0.household == .family },
            Kind(name: "fathers with children") { $0.household == .withChildren && $0.gender == .male },
            Kind(name: "trans women") { $0.transgender == true && $0.gender == .female },
            Kind(name: "trans men") { $0.transgender == true && $0.gender == .male },
            Kind(name: "non-binary") { $0.gender == .nonBinary },
            Kind(name: "acute psychiatric") { $0.circumstances.contains(.acutePsychiatric) },
            Kind(name: "late pregnancy") { $0.circumstances.contains(.latePregnancy) },
            Kind(name: "newborn") { $0.circumstances.contains(.newborn) },
            Kind(name: "wheelchair") { $0.wheelchair == true },
            Kind(name: "pet") { $0.pet == true },
            Kind(name: "onward place") { $0.onwardPlaceWanted },
            Kind(name: "found by the inspectorate") { $0.foundByInspectorate },
            Kind(name: "not yet clear") { $0.victimStatusUnclear },
            Kind(name: "a safe place of one's own") { $0.housing == .safeOwnPlace },
        ] + Household.allCases.map { household in Kind(name: household.rawValue) { $0.household == household } }
        + ResidenceStatus.allCases.map { status in Kind(name: status.rawValue) { $0.residence == status } }
        + ExploitationForm.allCases.map { form in
            Kind(name: form.rawValue) { $0.exploitationForms?.contains(form) ?? false }
        } + ThreatLevel.allCases.map { threat in Kind(name: threat.rawValue) { $0.threat == threat } }
        + Urgency.allCases.map { urgency in Kind(name: urgency.rawValue) { $0.urgency == urgency } }

    @Test(arguments: kinds)
    func standFor(_ kind: Kind) throws {
        #expect(try ShippedData.registry.referenceProfiles.count { kind.fits($0.profile) } >= kind.atLeast)
    }

    @Test func areManyAndAllDifferent() throws {
        let profiles = try ShippedData.registry.referenceProfiles

        #expect(profiles.count >= 30)
        #expect(Set(profiles.map(\.id)).count == profiles.count)
        #expect(Set(profiles.map(\.label)).count == profiles.count)
        let asked = profiles.map { "\($0.profile)" }
        #expect(Set(asked).count == profiles.count, "two say the same")
    }

    @Test func areAskedWhereSomebodyIs() throws {
        var somebody = Profile(age: 30, gender: .male, urgency: .now, threat: .green)
        somebody.currentMunicipality = .make("GM0193")
        somebody.currentProvince = .overijssel

        for reference in try ShippedData.registry.referenceProfiles {
            let moved = reference.standing(where: somebody)
            #expect(moved.currentMunicipality == .make("GM0193") && moved.currentProvince == .overijssel)
            #expect(moved.age == reference.profile.age && moved.circumstances == reference.profile.circumstances)
        }
    }
}
