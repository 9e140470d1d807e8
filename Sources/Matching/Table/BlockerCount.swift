import Domain
import Foundation

/// Counts, while a table is walked, which reasons exclude how many services, and which one or two alone keep how many
/// services and free places shut (contract section 4, `blockers`).
///
/// Every service that is no answer passes here, so nothing in it hangs on what its reasons are: a processor that guesses
/// wrong loses more time than the counting takes.
struct BlockerCount: ~Copyable {
    private(set) var total = 0
    /// How many services each bit excludes, but for those in ``planes``.
    private var single = [Int](repeating: 0, count: 64)
    /// The same as sixty-four counters of eight bits each, one bit of all of them in a word.
    private var planes = InlineArray<8, UInt64>(repeating: 0)
    private var pending = 0
    /// The bits that this person can have at all, numbered, so that pairs of them need little room.
    private var numbers = InlineArray<64, UInt8>(repeating: 0)
    private let live: [Int]
    /// For every pair of them; the last one takes what is in no pair.
    private let pairs: UnsafeMutablePointer<Pair>
    private let pairCount: Int

    private struct Pair {
        var services = 0
        var freePlaces = 0
    }

    init(_ inquiry: Inquiry) {
        let computed: UInt64 = 0xFF << 55
        let bits = inquiry.facts | computed
        live = (0..<64).filter { bits >> UInt64($0) & 1 == 1 }
        for (number, bit) in live.enumerated() { numbers[bit] = UInt8(number) }
        pairCount = live.count * live.count + 1
        pairs = .allocate(capacity: pairCount)
        pairs.initialize(repeating: Pair(), count: pairCount)
    }

    deinit { pairs.deallocate() }

    /// - Parameter obstacles: at least one bit, and none but those that this person can have.
    @inline(__always)
    mutating func add(_ obstacles: UInt64, freePlaces: Int) {
        total += 1
        var carry = obstacles
        for plane in 0..<8 {
            let full = planes[plane] & carry
            planes[plane] ^= carry
            carry = full
        }
        pending += 1
        if pending == 255 { flush() }
        let (first, last) = (obstacles.trailingZeroBitCount & 63, 63 - obstacles.leadingZeroBitCount & 63)
        let isListed = obstacles.nonzeroBitCount <= 2 && obstacles >> UInt64(FactBit.paused) & 1 == 0
        let pair = isListed ? Int(numbers[first]) * live.count + Int(numbers[last]) : pairCount - 1
        pairs[pair].services += 1
        pairs[pair].freePlaces += freePlaces
    }

    private mutating func flush() {
        for bit in live {
            for plane in 0..<8 { single[bit] += Int(planes[plane] >> UInt64(bit) & 1) << plane }
        }
        planes = InlineArray(repeating: 0)
        pending = 0
    }

    /// How many services each reason excludes, most first.
    mutating func summary() -> [ExclusionCount] {
        flush()
        let found = live.compactMap { bit -> ExclusionCount? in
            guard single[bit] > 0, let exclusion = FactBit.exclusions[bit] else { return nil }
            return ExclusionCount(exclusion: exclusion, services: single[bit])
        }
        return found.sorted(by: ExclusionCount.precedes)
    }

    var blockers: [Blocker] {
        var blockers: [Blocker] = []
        for index in 0..<pairCount - 1 where pairs[index].services > 0 {
            let pair = pairs[index]
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
