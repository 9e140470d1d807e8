import Domain
import Foundation

/// How one place stands in an answer.
struct ResultStanding: Encodable, Sendable {
    /// `nil` where the place does not fit.
    @OrNull var section: String?
    @OrNull var rank: Int?
    @OrNull var count: Count?
    /// Why it does not fit.
    let excludedBecause: [String]

    struct Count: Encodable, Sendable {
        @OrNull var total: Int?
        @OrNull var free: Int?
        let held: Int
        @OrNull var confirmedAt: String?
        @OrNull var expectedFreeOn: String?
        let freshness: String

        func isSame(as other: Count) -> Bool {
            total == other.total && free == other.free && held == other.held && confirmedAt == other.confirmedAt
                && expectedFreeOn == other.expectedFreeOn && freshness == other.freshness
        }
    }

    init(_ placement: PlacementBody, in section: String) {
        (self.section, rank, excludedBecause) = (section, placement.rank, [])
        count = placement.capacity.beds.map { beds in
            Count(
                total: beds.total, free: beds.free, held: beds.held, confirmedAt: beds.confirmedAt,
                expectedFreeOn: beds.expectedFreeOn, freshness: placement.capacity.freshness)
        }
    }

    init(_ excluded: SearchBody.ExcludedBody) {
        (section, rank, count) = (nil, nil, nil)
        excludedBecause = excluded.reasons.map(\.text)
    }

    /// Both without a count, or with the same.
    func hasSameCount(as other: ResultStanding) -> Bool {
        guard let count, let others = other.count else { return (count == nil) == (other.count == nil) }
        return count.isSame(as: others)
    }
}
