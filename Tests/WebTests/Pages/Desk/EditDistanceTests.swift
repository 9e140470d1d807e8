import Foundation
import TestTools
import Testing

@testable import Web

@Suite("Slips between two words")
struct EditDistanceTests {
    @Test(arguments: [
        ("zwole", "zwolle", 1), ("zwlole", "zwolle", 1), ("zwolle", "zwolle", 0), ("", "urk", 3), ("urk", "", 3),
        ("ede", "epe", 1), ("abc", "ca", 3),
    ])
    func distance(one: String, other: String, expected: Int) {
        #expect(EditDistance.between(Array(one.utf8), Array(other.utf8), atMost: 9) == expected)
    }

    /// The definition itself: what the last letters may have been.
    private func naive(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Int {
        guard let last = one.last, let otherLast = other.last else { return max(one.count, other.count) }
        var least = naive(one.dropLast(), other.dropLast()) + (last == otherLast ? 0 : 1)
        least = min(least, naive(one.dropLast(), other) + 1, naive(one, other.dropLast()) + 1)
        if one.count > 1, other.count > 1, one.dropLast().last == otherLast, other.dropLast().last == last {
            least = min(least, naive(one.dropLast(2), other.dropLast(2)) + 1)
        }
        return least
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func asTheDefinitionSays(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        func word() -> [UInt8] {
            (0..<Int.random(in: 0...5, using: &random)).map { _ in UInt8.random(in: 97...99, using: &random) }
        }
        let (one, other, limit) = (word(), word(), Int.random(in: 0...5, using: &random))
        let expected = naive(one[...], other[...])

        let found = EditDistance.between(one, other, atMost: limit)

        #expect(found == (expected <= limit ? expected : nil), "\(one) \(other) \(limit)")
    }
}
