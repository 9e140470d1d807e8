import Coverage
import Domain
import Foundation
import Testing

@Suite("The social map of a province, features F01 and F17")
struct ProvinceMapTests {
    private func map(_ organizations: Organization...) -> ProvinceMap {
        ProvinceMap(of: .overijssel, organizations: organizations)
    }

    @Test func aProvinceWithoutAnybodyMissesEveryPillar() {
        let map = map()

        #expect(map.missing == Pillar.allCases)
        #expect(map.pillars.map(\.pillar) == Pillar.allCases)
        #expect(map.chain.map(\.role) == ChainRole.allCases)
    }

    @Test func anOrganizationThatEndedDoesNotCount() {
        let map = map(.make(.make(helpKinds: [.ambulatorySupport]), status: .ended))

        #expect(map.chain.allSatisfy { $0.organizations.isEmpty })
        #expect(map.pillars.allSatisfy { $0.services.isEmpty })
    }

    @Test(arguments: HelpKind.allCases)
    func pillars(_ kind: HelpKind) {
        let map = map(.make(.make(nil, helpKinds: [kind])))
        let filled = map.pillars.filter { !$0.services.isEmpty }.map(\.pillar)

        #expect(filled == Pillar.allCases.filter(kind.pillars.contains))
        #expect(map.missing == Pillar.allCases.filter { !kind.pillars.contains($0) })
    }

    @Test func helpForPerpetratorsNeverCounts() {
        let map = map(.make(.make(nil, helpKinds: [.perpetratorHelp, .psychologicalCare])))

        #expect(map.pillars.allSatisfy { $0.services.isEmpty })
    }
}
