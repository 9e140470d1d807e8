import Foundation

/// What decides on a live count for one person at one moment, as plain numbers.
///
/// Nothing here hangs on a guess of the processor: where a number depends on the row it is looked up, and conditions are
/// bits.
struct CountTerms {
    /// What one person asks of the counts, and others may ask too at the same moment.
    struct Demand: Hashable {
        let beds: Int16
        let units: Int16
        let horizon: UInt32
    }

    let demand: Demand
    /// Of beds, and of rooms for one household.
    private let needed: InlineArray<2, Int16>
    /// From when days are counted: of places, and of help without a bed.
    private let start: InlineArray<2, Int32>
    private let horizon: UInt32
    private let moment: Double
    /// For how many seconds a count may be relied on, by ``Criteria/limits``.
    private let reliableFor: InlineArray<4, Double>

    init(_ inquiry: Inquiry) {
        // More than any place has, and less than what stands for not known.
        let most = CountRow.notCounted - 1
        needed = [
            Int16(clamping: min(inquiry.bedsNeeded, Int32(most))),
            Int16(clamping: min(inquiry.unitsNeeded, Int32(most))),
        ]
        start = [inquiry.today, 0]
        (horizon, moment) = (UInt32(clamping: inquiry.horizon), inquiry.moment)
        demand = Demand(beds: needed[0], units: needed[1], horizon: horizon)
        let limits = inquiry.reliableFor
        reliableFor = InlineArray { $0 < limits.count ? limits[$0] : 0 }
    }

    @inline(__always)
    private func needed(_ count: CountRow) -> Int16 { needed[Int(count.marks.rawValue >> 1 & 1)] }

    /// Whether as many are free together as are needed, as far as is known.
    @inline(__always)
    func isFree(_ count: CountRow) -> UInt64 { count.free >= needed(count) ? 1 : 0 }

    /// Whether there are too few places even when all are free.
    @inline(__always)
    func isTooSmall(_ count: CountRow) -> UInt64 { count.total < needed(count) ? 1 : 0 }

    /// Whether the count may be relied on (rule R15).
    @inline(__always)
    func isReliable(_ count: CountRow) -> UInt64 {
        let isYoung: UInt64 = moment - count.confirmed <= reliableFor[Int(count.limits & 3)] ? 1 : 0
        return isYoung & UInt64(count.marks.rawValue >> 4)
    }

    /// Whether it is free in time, as far as is known.
    @inline(__always)
    func isWithinHorizon(_ count: CountRow) -> UInt64 {
        isFree(count) | (UInt32(bitPattern: daysUntil(count)) <= horizon ? 1 : 0)
    }

    /// Days to the day in the row; less than none where that is past.
    @inline(__always)
    func daysUntil(_ count: CountRow) -> Int32 { count.day &- start[Int(count.marks.rawValue >> 3 & 1)] }
}
