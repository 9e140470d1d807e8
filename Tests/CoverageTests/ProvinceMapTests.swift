import Coverage
import Domain
import Foundation
import Testing

@Suite("The social map of a province, features F01, F17 and F27")
struct ProvinceMapTests {
    static let geography = Geography(
        provinces: [ProvinceCode.overijssel, .fryslan].map { code in
            Province(
                code: code, cbsCode: "PV00", name: code.rawValue, capital: "Stad", population: 1, tileColumn: 1,
                tileRow: 1)
        }, municipalities: [], regions: [])

    private func map(_ organizations: Organization..., of province: ProvinceCode = .overijssel) -> ProvinceMap {
        ProvinceMap(of: province, organizations: organizations, on: Self.geography, at: .now)
    }

    private func groups(_ map: ProvinceMap) -> Set<String> {
        Set(map.groups.filter { !$0.services.isEmpty }.map(\.group.code))
    }

    @Test func aProvinceWithoutAnybodyIsAllGaps() {
        let map = map()

        #expect(map.groups.count == TargetGroup.all.count)
        #expect(map.pillars.map(\.pillar) == Pillar.allCases)
        #expect(map.chain.map(\.role) == ChainRole.allCases)
        #expect(map.gaps.count == TargetGroup.all.count + Pillar.allCases.count)
    }

    @Test func removingTheLastMensPlaceMakesAGap() {
        let women = Service.make(.womensShelter, admission: Admission(genders: [.female], minimumAge: .years(18)))
        let men = Service.make(.mensShelter, admission: Admission(genders: [.male], minimumAge: .years(18)))

        #expect(!map(.make(women, men)).gaps.contains(.shelter("Mannen")))
        #expect(map(.make(women)).gaps.contains(.shelter("Mannen")))
        #expect(!map(.make(women)).gaps.contains(.shelter("Vrouwen")))
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let service: Service
        let takes: Set<String>
        let leaves: Set<String>
        var testDescription: String { name }
    }

    @Test(arguments: [
        Example(
            name: "for women", service: .make(admission: Admission(genders: [.female], minimumAge: .years(18))),
            takes: ["women"], leaves: ["men", "boys", "girls", "groups"]),
        Example(
            name: "for young people",
            service: .make(.youthCrisis, admission: Admission(minimumAge: .years(12), maximumAge: .years(17))),
            takes: ["girls", "boys"], leaves: ["women", "men"]),
        Example(
            name: "for people alone", service: .make(admission: Admission(households: [.single])),
            takes: ["women", "men"], leaves: ["couples", "families", "groups", "parents_with_children"]),
        Example(
            name: "without substances",
            service: .make(contraIndications: [ContraIndication(.activeAddiction, .absolute)]),
            takes: ["women"], leaves: ["active_addiction"]),
        Example(
            name: "substances in consultation",
            service: .make(contraIndications: [ContraIndication(.activeAddiction, .conditional, condition: "Kan soms.")]
            ),
            takes: ["active_addiction"], leaves: []),
        Example(
            name: "not for unaccompanied minors",
            service: .make(.youthCrisis, admission: Admission(residence: [.dutch: .yes])), takes: ["boys"],
            leaves: ["unaccompanied_minors"]),
        Example(name: "full", service: .make(free: 0), takes: ["women", "men"], leaves: []),
        Example(name: "unknown count", service: .make(free: nil), takes: ["women", "men"], leaves: []),
    ])
    func whoIsTaken(_ example: Example) {
        let found = groups(map(.make(example.service)))

        #expect(example.takes.isSubset(of: found), "\(found)")
        #expect(example.leaves.isDisjoint(with: found), "\(found)")
    }

    @Test(arguments: [
        Service.make(.homelessShelter), .make(.hotelEmergency), .make(.mentalHealthAdmission),
        .make(status: .ended), .make(status: .paused), .make(status: .temporarilyClosed), .make(province: .fryslan),
        .make(helpKinds: [.perpetratorHelp]), .make(nil, helpKinds: [.ambulatorySupport]),
        .make(.closedYouthCare, restriction: .closed),
    ])
    func whatIsNoShelter(_ service: Service) {
        #expect(groups(map(.make(service))).isEmpty)
    }

    @Test func anOrganizationThatEndedDoesNotCount() {
        let map = map(.make(.make(helpKinds: [.ambulatorySupport]), status: .ended))

        #expect(groups(map).isEmpty)
        #expect(map.chain.allSatisfy { $0.organizations.isEmpty })
        #expect(map.pillars.allSatisfy { $0.services.isEmpty })
    }

    @Test(arguments: HelpKind.allCases)
    func pillars(_ kind: HelpKind) {
        let map = map(.make(.make(nil, helpKinds: [kind])))
        let filled = map.pillars.filter { !$0.services.isEmpty }.map(\.pillar)

        #expect(filled == Pillar.allCases.filter(kind.pillars.contains))
        #expect(map.gaps.contains(.pillar(.criminalLaw)) == !kind.pillars.contains(.criminalLaw))
    }

    @Test func helpForPerpetratorsNeverCounts() {
        let map = map(.make(.make(nil, helpKinds: [.perpetratorHelp, .psychologicalCare])))

        #expect(map.pillars.allSatisfy { $0.services.isEmpty })
        #expect(groups(map).isEmpty)
    }

    @Test func aServiceCountsWhereItIs() {
        let organization = Organization.make(.make(province: .fryslan), province: .overijssel)

        #expect(groups(map(organization)).isEmpty)
        #expect(!groups(map(organization, of: .fryslan)).isEmpty)
    }

    @Test func theOrderOfOrganizationsDoesNotMatter() {
        let one = Organization.make(.make(.womensShelter, admission: Admission(genders: [.female])))
        let other = Organization.make(.make(.mensShelter, admission: Admission(genders: [.male])))

        #expect(groups(map(one, other)) == groups(map(other, one)))
    }
}
