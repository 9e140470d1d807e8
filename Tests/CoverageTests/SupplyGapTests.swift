import Coverage
import Domain
import Foundation
import TestTools
import Testing

@Suite("Gaps: groups without shelter in a province, feature F27")
struct SupplyGapTests {
    private static let here = GapColumn.province(.overijssel)

    private static func gaps(_ drafts: [SupplyDraft], in column: GapColumn = here) -> Set<String> {
        Set(TestSupply(drafts).supply().gaps(in: column).map(\.code))
    }

    private static let everybody = Set(TargetGroup.all.map(\.code))

    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let draft: SupplyDraft
        var takes: Set<String> = []
        var leaves: Set<String> = []
        var testDescription: String { name }
    }

    @Test(arguments: [
        Example(
            name: "for women", draft: .make { $0.admission = Admission(genders: [.female], minimumAge: .years(18)) },
            takes: ["women"], leaves: ["men", "boys", "girls", "groups"]),
        Example(
            name: "for young people",
            draft: .make {
                $0.kind = .youthCrisis
                $0.admission = Admission(minimumAge: .years(12), maximumAge: .years(17))
            }, takes: ["girls", "boys"], leaves: ["women", "men"]),
        Example(
            name: "for people alone", draft: .make { $0.admission = Admission(households: [.single]) },
            takes: ["women", "men"], leaves: ["couples", "families", "groups", "parents_with_children"]),
        Example(
            name: "without substances",
            draft: .make { $0.contraIndications = [ContraIndication(.activeAddiction, .absolute)] }, takes: ["women"],
            leaves: ["active_addiction"]),
        Example(
            name: "substances in consultation",
            draft: .make {
                $0.contraIndications = [ContraIndication(.activeAddiction, .conditional, condition: "Kan soms.")]
            }, takes: ["active_addiction"]),
        Example(
            name: "not for unaccompanied minors",
            draft: .make { ($0.kind, $0.admission) = (.youthCrisis, Admission(residence: [.dutch: .yes])) },
            takes: ["boys"], leaves: ["unaccompanied_minors"]),
        Example(name: "full", draft: .make { $0.free = 0 }, takes: ["women", "men", "groups"]),
        Example(name: "unknown count", draft: .make { $0.free = nil }, takes: ["women", "men"]),
        Example(name: "paused for a while", draft: .make { $0.isPaused = true }, takes: ["women", "men"]),
        Example(name: "too small for six", draft: .make { $0.total = 5 }, takes: ["women"], leaves: ["groups"]),
    ])
    func whoIsTaken(_ example: Example) {
        let gaps = Self.gaps([example.draft])

        #expect(example.takes.isDisjoint(with: gaps), "\(gaps)")
        #expect(example.leaves.isSubset(of: gaps), "\(gaps)")
    }

    @Test(arguments: [
        SupplyDraft.make { $0.kind = .homelessShelter }, .make { $0.kind = .hotelEmergency },
        .make { $0.kind = .mentalHealthAdmission }, .make { $0.status = .ended }, .make { $0.status = .paused },
        .make { $0.status = .temporarilyClosed }, .make { $0.province = .fryslan }, .make { $0.kind = nil },
        .make { ($0.kind, $0.restriction) = (.closedYouthCare, .closed) },
    ])
    func whatIsNoShelterHere(_ draft: SupplyDraft) {
        #expect(Self.gaps([draft]) == Self.everybody)
    }

    @Test func aNationalPlaceIsInItsProvinceAndInTheNationalColumn() {
        #expect(Self.gaps([.make()], in: .province(.fryslan)) == Self.everybody)
        #expect(!Self.gaps([.make()], in: .national).contains("women"))
        #expect(Self.gaps([.make { $0.reach = .regional }], in: .national) == Self.everybody)
    }

    /// The matrix says "none" exactly there, and whoever takes a group is named.
    @Test(arguments: 0..<30 as Range<UInt64>)
    func theMatrixAgrees(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let places = TestSupply.random(using: &random)
        let (supply, matrix) = (places.supply(), places.matrix())

        for column in GapColumn.all {
            let gaps = supply.gaps(in: column).map(\.code)
            #expect(gaps == matrix.rows.filter { $0.cell(column)?.state == SupplyState.none }.map(\.group.code))
            #expect(gaps == supply.takers(in: column).filter(\.services.isEmpty).map(\.group.code))
        }
    }
}
