import Domain
import Foundation

/// Counts, while a table is walked, which reasons exclude how many services, and which one or two alone keep how many
/// services and free places shut (contract section 4, `blockers`).
struct BlockerCount {
    private(set) var total = 0
    /// How many services each bit excludes.
    private var single = [Int](repeating: 0, count: 64)
    /// The bits that this person can have at all, numbered, so that pairs of them need little room.
    private let numbers: [UInt8]
    private let live: [Int]
    private var pairs: [Pair]

    private struct Pair {
        var services = 0
        var freePlaces = 0
    }

    init(_ inquiry: Inquiry) {
        let computed: UInt64 = 0xFF << 55
        let bits = inquiry.facts | computed
        live = (0..<64).filter { bits >> UInt64($0) & 1 == 1 }
        var numbers = [UInt8](repeating: 0, count: 64)
        for (number, bit) in live.enumerated() { numbers[bit] = UInt8(number) }
        self.numbers = numbers
        pairs = [Pair](repeating: Pair(), count: live.count * live.count)
    }

    @inline(__always)
    mutating func add(_ obstacles: UInt64, freePlaces: @autoclosure () -> Int) {
        total += 1
        var rest = obstacles
        while rest != 0 {
            single[rest.trailingZeroBitCount] += 1
            rest &= rest - 1
        }
        guard obstacles.nonzeroBitCount <= 2, obstacles >> UInt64(FactBit.paused) & 1 == 0 else { return }
        let (first, last) = (obstacles.trailingZeroBitCount, 63 - obstacles.leadingZeroBitCount)
        let pair = Int(numbers[first]) * live.count + Int(numbers[last])
        pairs[pair].services += 1
        pairs[pair].freePlaces += freePlaces()
    }

    var summary: [ExclusionCount] {
        let found = live.compactMap { bit -> ExclusionCount? in
            guard single[bit] > 0, let exclusion = FactBit.exclusions[bit] else { return nil }
            return ExclusionCount(exclusion: exclusion, services: single[bit])
        }
        return found.sorted(by: ExclusionCount.precedes)
    }

    var blockers: [Blocker] {
        var blockers: [Blocker] = []
        for (index, pair) in pairs.enumerated() where pair.services > 0 {
            let (one, other) = (live[index / live.count], live[index % live.count])
            guard let first = FactBit.exclusions[one], let second = FactBit.exclusions[other] else { continue }
            let both = first.code < second.code ? [first, second] : [second, first]
            blockers.append(
                Blocker(
                    exclusions: one == other ? [first] : both, services: pair.services,
                    freePlaces: pair.freePlaces))
        }
        return Blocker.ordered(blockers)
    }
}
