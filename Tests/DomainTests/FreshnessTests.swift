import Domain
import Foundation
import Testing

/// Rule R15: until when a count may be relied on, to the second.
@Suite("Freshness")
struct FreshnessTests {
    private static let now = Date(timeIntervalSince1970: 1_795_161_600)
    private static let hour = 3_600.0

    /// Fresh and ageing until, in hours, as contract section 4 gives them.
    private static func hours(for kind: ShelterKind?) -> (fresh: Double, ageing: Double) {
        switch kind?.rawValue {
        case nil: (7 * 24, 30 * 24)
        case "time_out", "emergency_bed", "emergency_bed_disadvantaged", "crisis_shelter", "youth_crisis": (12, 24)
        default: (24, 72)
        }
    }

    @Test(arguments: ShelterKind.allCases + [nil])
    func limitsToTheSecond(kind: ShelterKind?) {
        let limits = FreshnessLimits.limits(for: kind)
        let (fresh, ageing) = Self.hours(for: kind)
        func freshness(_ age: Double) -> Freshness { limits.freshness(of: Self.now - age, at: Self.now) }

        #expect(freshness(0) == .fresh)
        #expect(freshness(fresh * Self.hour) == .fresh)
        #expect(freshness(fresh * Self.hour + 1) == .ageing)
        #expect(freshness(ageing * Self.hour) == .ageing)
        #expect(freshness(ageing * Self.hour + 1) == .stale)
        #expect(freshness(-60) == .fresh)
        #expect(limits.freshness(of: nil, at: Self.now) == .unknown)
    }

    @Test(arguments: ShelterKind.allCases)
    func aCountOfBedsAgesWithItsConfirmation(kind: ShelterKind) {
        let service = Service.make(shelterKind: kind)
        let (fresh, ageing) = Self.hours(for: kind)
        func freshness(_ age: Double, free: Int? = 1) -> Freshness {
            service.freshness(of: Capacity(total: 2, free: free, confirmedAt: Self.now - age), at: Self.now)
        }

        #expect(freshness(fresh * Self.hour) == .fresh)
        #expect(freshness(fresh * Self.hour + 1) == .ageing)
        #expect(freshness(ageing * Self.hour + 1) == .stale)
        #expect(freshness(0, free: 0) == .fresh)
        #expect(freshness(0, free: nil) == .unknown)
    }

    @Test func aPlaceWithoutCountOrTimeIsUnknown() {
        let service = Service.make(shelterKind: .womensShelter)

        #expect(service.freshness(of: nil, at: Self.now) == .unknown)
        #expect(service.freshness(of: Capacity(total: 2, free: 1), at: Self.now) == .unknown)
        #expect(service.freshness(of: Capacity(confirmedAt: Self.now), at: Self.now) == .unknown)
    }

    /// Help without a bed goes by the day on which its waiting time was stated.
    @Test(arguments: [(0, Freshness.fresh), (6, .fresh), (8, .ageing), (29, .ageing), (31, .stale)])
    func helpWithoutABedAgesWithItsWaitingTime(days: Int, expected: Freshness) {
        let stated = CalendarDate(Self.now).adding(days: -days)
        let service = Service.make(shelterKind: nil, waiting: Waiting(days: 3, statedOn: stated))

        #expect(service.freshness(of: nil, at: Self.now) == expected)
    }

    @Test func helpWithoutAWaitingTimeIsUnknown() {
        let fresh = Capacity(total: 1, free: 1, confirmedAt: Self.now)

        #expect(Service.make(shelterKind: nil).freshness(of: fresh, at: Self.now) == .unknown)
        let undated = Service.make(shelterKind: nil, waiting: Waiting(days: 3))
        #expect(undated.freshness(of: fresh, at: Self.now) == .unknown)
    }
}
