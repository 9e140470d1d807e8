import Foundation

/// How often rows were counted: at least once, twice, three times.
struct RowTally {
    private var words: [Word]

    private struct Word {
        var once: UInt64 = 0
        var twice: UInt64 = 0
        var thrice: UInt64 = 0
    }

    init(of rowCount: Int) { words = [Word](repeating: Word(), count: (rowCount + 63) / 64) }

    mutating func count(_ rows: RowSet) {
        words.withUnsafeMutableBufferPointer { words in
            rows.words.withUnsafeBufferPointer { rows in
                for index in 0..<min(words.count, rows.count) {
                    let row = rows[index]
                    words[index].thrice |= words[index].twice & row
                    words[index].twice |= words[index].once & row
                    words[index].once |= row
                }
            }
        }
    }

    var once: RowSet { RowSet(words: words.map(\.once)) }
    var twice: RowSet { RowSet(words: words.map(\.twice)) }
    var thrice: RowSet { RowSet(words: words.map(\.thrice)) }
}
