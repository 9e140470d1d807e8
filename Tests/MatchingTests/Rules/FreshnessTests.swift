import Domain
import Foundation
import Matching
import Testing

@Suite("Freshness, each edge to the second (R15)")
struct FreshnessTests {
    static let quick: [ShelterKind] = [
        .timeOut, .emergencyBed, .emergencyBedDisadvantaged, .crisisShelter, .youthCrisis,
    ]
    static let beds = ShelterKind.allCases.filter { kind in
        !quick.contains(kind) && kind != .hotelEmergency && kind != .mentalHealthAdmission
    }

    struct Edge: Sendable, CustomTestStringConvertible {
        let seconds: Double
        let freshness: Freshness
        var testDescription: String { "\(Int(seconds)) s is \(freshness.rawValue)" }
    }

    static func edges(freshHours: Double, ageingHours: Double) -> [Edge] {
        [
            Edge(seconds: 0, freshness: .fresh),
            Edge(seconds: freshHours * 3_600, freshness: .fresh),
            Edge(seconds: freshHours * 3_600 + 1, freshness: .ageing),
            Edge(seconds: ageingHours * 3_600, freshness: .ageing),
            Edge(seconds: ageingHours * 3_600 + 1, freshness: .stale),
        ]
    }

    @Test(arguments: quick, edges(freshHours: 12, ageingHours: 24))
    func quickKinds(kind: ShelterKind, edge: Edge) { check(kind, edge) }

    @Test(arguments: beds, edges(freshHours: 24, ageingHours: 72))
    func otherBeds(kind: ShelterKind, edge: Edge) { check(kind, edge) }

    private func check(_ kind: ShelterKind, _ edge: Edge) {
        let place = PlaceDraft.make { ($0.kind, $0.confirmedAt) = (kind, TestMoment.secondsAgo(edge.seconds)) }.place

        let availability = Assessment(of: place, for: .make(), on: TestMap.geography, at: TestMoment.now).availability

        #expect(availability.freshness == edge.freshness)
        #expect(availability.ageInHours == Int(edge.seconds / 3_600))
    }

    /// Counted from the first moment of the day on which the waiting time was stated, in UTC.
    @Test(arguments: edges(freshHours: 7 * 24, ageingHours: 30 * 24))
    func helpWithoutABed(edge: Edge) {
        let place = PlaceDraft.ambulatory { $0.waiting = Waiting(days: 0, statedOn: TestMoment.today) }.place
        let now = TestMoment.today.start.addingTimeInterval(edge.seconds)

        let availability = Assessment(of: place, for: .make(), on: TestMap.geography, at: now).availability

        #expect(availability.freshness == edge.freshness)
    }

    @Test func aCountThatIsNotThereIsUnknown() {
        let places = [
            PlaceDraft.make { $0.free = nil }, .make { $0.confirmedAt = nil },
            .make { $0.isCounted = false }, .ambulatory { $0.waiting = nil },
            .ambulatory { $0.waiting = Waiting(days: 0) },
        ]
        let profile = Profile.make { $0.housing = .safeOwnPlace }
        for place in places {
            let verdict = place.verdict(for: profile)

            #expect(verdict.section == .callFirst)
            #expect(verdict.keys?.freshness == .max)
        }
    }
}
