import Foundation

/// What the live counts say of all rows at once, for one person at one moment.
struct CountSets {
    let paused: RowSet
    /// Has fewer places than are needed, even when all are free.
    let tooSmall: RowSet
    /// Is not free within the horizon.
    let waits: RowSet
    /// The count is not one to rely on (rule R15).
    let unreliable: RowSet
    /// Has free places by a count that may be relied on.
    let hasFree: RowSet

    private struct Word {
        var (paused, tooSmall, waits, unreliable, hasFree): (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
    }

    init(_ judge: borrowing Judge) {
        let (terms, counts, rowCount) = (judge.terms, judge.counts, judge.rowCount)
        let words = (0..<(judge.criteria.count + 63) / 64).map { index in
            var word = Word()
            let first = index << 6
            for row in first..<max(first, min(first + 64, rowCount)) {
                let (count, shift) = (counts[row], UInt64(row & 63))
                let isReliable = terms.isReliable(count)
                word.paused |= UInt64(count.marks.rawValue & 1) << shift
                word.tooSmall |= terms.isTooSmall(count) << shift
                word.waits |= (terms.isWithinHorizon(count) ^ 1) << shift
                word.unreliable |= (isReliable ^ 1) << shift
                word.hasFree |= (isReliable & (count.free > 0 ? 1 : 0)) << shift
            }
            return word
        }
        (paused, tooSmall) = (RowSet(words: words.map(\.paused)), RowSet(words: words.map(\.tooSmall)))
        (waits, unreliable) = (RowSet(words: words.map(\.waits)), RowSet(words: words.map(\.unreliable)))
        hasFree = RowSet(words: words.map(\.hasFree))
    }
}
