import TestTools
import Testing

@testable import Matching

/// Sets of bits beside the sets of the standard library.
@Suite("Sets of rows")
struct RowSetTests {
    static let sizes = [0, 1, 2, 63, 64, 65, 127, 128, 129, 300]

    /// Some of so many rows, in both forms; how many hangs on the seed.
    private static func sample(of size: Int, _ random: inout SeededGenerator) -> (rows: RowSet, plain: Set<Int>) {
        let share = Int.random(in: 0...10, using: &random)
        let plain = Set((0..<size).filter { _ in Int.random(in: 0..<10, using: &random) < share })
        var rows = RowSet(of: size)
        for row in plain { rows.insert(row) }
        return (rows, plain)
    }

    @Test(arguments: sizes)
    func asThePlainSetsAre(size: Int) {
        for seed: UInt64 in 0..<30 {
            var random = SeededGenerator(seed: seed)
            let (one, plainOne) = Self.sample(of: size, &random)
            let (other, plainOther) = Self.sample(of: size, &random)
            var union = one
            union.formUnion(other)

            #expect(Array(one) == plainOne.sorted())
            #expect(one.count == plainOne.count && one.isEmpty == plainOne.isEmpty)
            #expect(Array(union) == plainOne.union(plainOther).sorted())
            #expect(Array(one.intersection(other)) == plainOne.intersection(plainOther).sorted())
            #expect(Array(one.subtracting(other)) == plainOne.subtracting(plainOther).sorted())
            #expect(RowSet.count(of: one, and: other) == plainOne.intersection(plainOther).count)
            #expect((-1...size).allSatisfy { one.contains($0) == plainOne.contains($0) })
        }
    }

    @Test(arguments: sizes)
    func theFirstSoMany(size: Int) {
        for count in [0, 1, 63, 64, 65, 128, 300, 301] {
            #expect(Array(RowSet(first: count, of: size)) == Array(0..<min(count, size)))
        }
    }

    @Test func howOften() {
        for seed: UInt64 in 0..<30 {
            var random = SeededGenerator(seed: seed)
            let samples = (0..<6).map { _ in Self.sample(of: 200, &random) }
            var tally = RowTally(of: 200)
            for sample in samples { tally.count(sample.rows) }
            func rows(atLeast times: Int) -> [Int] {
                (0..<200).filter { row in samples.count { $0.plain.contains(row) } >= times }
            }

            #expect(Array(tally.once) == rows(atLeast: 1))
            #expect(Array(tally.twice) == rows(atLeast: 2))
            #expect(Array(tally.thrice) == rows(atLeast: 3))
        }
    }
}
