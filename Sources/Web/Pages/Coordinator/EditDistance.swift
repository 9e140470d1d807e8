import Foundation

/// How many slips of a hand lie between two words: a letter too many, too few, another one, or two neighbours that
/// changed places (optimal string alignment).
enum EditDistance {
    /// - Parameter limit: more slips than these are as good as endless; they are not counted to the end.
    /// - Returns: `nil` beyond the limit.
    static func between(_ one: [UInt8], _ other: [UInt8], atMost limit: Int) -> Int? {
        guard abs(one.count - other.count) <= limit else { return nil }
        // Three rows of the table: the one being made and the two before it.
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for (index, letter) in one.enumerated() {
            var row = [index + 1]
            row.reserveCapacity(other.count + 1)
            for (column, otherLetter) in other.enumerated() {
                let exchanged = last[column] + (letter == otherLetter ? 0 : 1)
                var least = min(exchanged, last[column + 1] + 1, row[column] + 1)
                if index > 0, column > 0, letter == other[column - 1], one[index - 1] == otherLetter {
                    least = min(least, beforeLast[column - 1] + 1)
                }
                row.append(least)
            }
            // No later row can be nearer than the nearest of two rows together.
            if min(row.min() ?? 0, last.min() ?? 0) > limit { return nil }
            (beforeLast, last) = (last, row)
        }
        return last.last.flatMap { $0 <= limit ? $0 : nil }
    }
}
