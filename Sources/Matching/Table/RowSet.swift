import Foundation

/// Some of the rows of a table, one bit each: sixty-four are compared at once.
///
/// Sets that are combined are of the same table, and so of the same size.
struct RowSet: Hashable, Sendable {
    private(set) var words: [UInt64]

    /// None of so many rows.
    init(of rowCount: Int) { words = [UInt64](repeating: 0, count: (rowCount + 63) / 64) }

    /// The first `count` of so many rows.
    init(first count: Int, of rowCount: Int) {
        words = (0..<(rowCount + 63) / 64).map { index in
            let rest = Swift.min(count, rowCount) - index * 64
            return rest >= 64 ? .max : rest <= 0 ? 0 : 1 << UInt64(rest) - 1
        }
    }

    init(words: [UInt64]) { self.words = words }

    func contains(_ row: Int) -> Bool {
        let word = row >> 6
        return words.indices.contains(word) && words[word] >> UInt64(row & 63) & 1 == 1
    }

    mutating func insert(_ row: Int) {
        if words.indices.contains(row >> 6) { words[row >> 6] |= 1 << UInt64(row & 63) }
    }

    var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    var count: Int {
        var sum = 0
        for word in words { sum += word.nonzeroBitCount }
        return sum
    }

    /// How many rows are in both.
    static func count(of one: RowSet, and other: RowSet) -> Int {
        one.words.withUnsafeBufferPointer { one in
            other.words.withUnsafeBufferPointer { other in
                var sum = 0
                for index in 0..<Swift.min(one.count, other.count) {
                    sum += (one[index] & other[index]).nonzeroBitCount
                }
                return sum
            }
        }
    }

    mutating func formUnion(_ other: RowSet) { combine(other) { $0 | $1 } }
    mutating func formIntersection(_ other: RowSet) { combine(other) { $0 & $1 } }
    mutating func subtract(_ other: RowSet) { combine(other) { $0 & ~$1 } }

    func intersection(_ other: RowSet) -> RowSet {
        var both = self
        both.formIntersection(other)
        return both
    }

    func subtracting(_ other: RowSet) -> RowSet {
        var rest = self
        rest.subtract(other)
        return rest
    }

    @inline(__always)
    private mutating func combine(_ other: RowSet, _ operation: (UInt64, UInt64) -> UInt64) {
        words.withUnsafeMutableBufferPointer { own in
            other.words.withUnsafeBufferPointer { other in
                for index in 0..<Swift.min(own.count, other.count) { own[index] = operation(own[index], other[index]) }
            }
        }
    }
}

extension RowSet: Sequence {
    /// Row by row, from the first on.
    struct Iterator: IteratorProtocol {
        fileprivate let words: [UInt64]
        fileprivate var index = 0
        fileprivate var rest: UInt64 = 0

        @inline(__always)
        mutating func next() -> Int? {
            while rest == 0 {
                guard index < words.count else { return nil }
                rest = words[index]
                index += 1
            }
            defer { rest &= rest - 1 }
            return (index - 1) << 6 | rest.trailingZeroBitCount
        }
    }

    func makeIterator() -> Iterator { Iterator(words: words) }

    var underestimatedCount: Int { 0 }
}
