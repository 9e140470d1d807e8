import TestTools
import Testing

@testable import Web

@Suite("Buckets of tokens")
struct BucketTableTests {
    /// The obvious way: tokens that are counted, in parts of a nanosecond's worth.
    private struct NaiveBucket {
        let step: Int64
        let span: Int64
        var filled: Int64
        var last: Int64

        /// Whether there is a token, and how long until there is one.
        mutating func take(at now: Int64) -> Int64 {
            if filled < span { filled = min(span, filled + max(0, now - last)) }
            last = now
            guard filled >= step else { return step - filled }
            filled -= step
            return 0
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func agreesWithCountedTokens(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let (rate, burst) = (Int.random(in: 1...400, using: &random), Int.random(in: 1...60, using: &random))
        let step = 1_000_000_000 / Int64(rate)
        var table = BucketTable<Int>(Bucket.Pace(rate: rate, burst: burst), most: 8)
        var naive: [Int: NaiveBucket] = [:]
        var now: Int64 = 1_795_161_600_000_000_000
        for turn in 0..<2_000 {
            now += Bool.random(using: &random) ? 0 : Int64.random(in: 0...(3 * step), using: &random)
            let key = Int.random(in: 0..<6, using: &random)
            let span = step * Int64(burst)
            let expected = naive[key, default: NaiveBucket(step: step, span: span, filled: span, last: now)]
                .take(at: now)

            let wait = table.take(key, at: now)

            #expect(wait == expected, "seed \(seed), turn \(turn)")
        }
    }

    @Test(arguments: [(50, 500), (200, 1_000), (1, 1), (3, 7), (1_000_000, 1_000_000)])
    func aBurstAndThenThePace(_ rate: Int, _ burst: Int) {
        var table = BucketTable<Int>(Bucket.Pace(rate: rate, burst: burst), most: 1)
        let count = min(burst, 2_000)
        #expect((0..<count).allSatisfy { _ in table.take(0, at: 0) == 0 })
        guard count == burst else { return }

        let wait = table.take(0, at: 0)

        #expect(wait == 1_000_000_000 / Int64(rate))
        #expect(table.take(0, at: wait - 1) == 1)
        #expect(table.take(0, at: wait) == 0)
        #expect(table.take(0, at: wait) > 0)
    }

    @Test func whoWaitsIsNotPunishedForAsking() {
        var table = BucketTable<Int>(Bucket.Pace(rate: 10, burst: 1), most: 4)
        _ = table.take(0, at: 0)
        #expect((0..<1_000).allSatisfy { _ in table.take(0, at: 0) == 100_000_000 })

        #expect(table.take(0, at: 100_000_000) == 0)
    }

    /// Whoever read the clock a moment before somebody else, and comes after them, gets no new burst.
    @Test(arguments: [1, 1_000, 1_000_000, 1_000_000_000] as [Int64])
    func anEarlierMomentGivesNothingBack(_ earlier: Int64) {
        var table = BucketTable<Int>(Bucket.Pace(rate: 50, burst: 500), most: 4)
        let later: Int64 = 1_000_000_000_000_000_000
        for _ in 0..<500 { _ = table.take(0, at: later) }

        #expect((0..<500).allSatisfy { _ in table.take(0, at: later - earlier) > 0 })
        #expect(table.take(0, at: later) == 20_000_000)
    }
}
