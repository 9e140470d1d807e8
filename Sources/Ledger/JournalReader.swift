import Foundation

/// Reads a journal line by line in pieces of fixed size, so that a journal of any length needs little memory.
struct JournalReader {
    struct Line {
        /// From 1.
        let number: Int
        /// Where the line begins in the file.
        let offset: Int
        /// Without the line end; of a line longer than ``RecordLine/mostBytes`` only the beginning.
        let bytes: ArraySlice<UInt8>
        let isEnded: Bool
        let isTooLong: Bool
    }

    private let files: any LedgerFiles
    private let descriptor: Int32
    private var number = 0
    /// What was read and not yet given out begins at `start` of `piece`, which begins at `pieceOffset` of the file.
    private var piece: [UInt8] = []
    private var start = 0
    private var pieceOffset = 0
    private var isAtEnd = false

    init(_ descriptor: Int32, files: any LedgerFiles) {
        (self.descriptor, self.files) = (descriptor, files)
    }

    /// Where the next line begins; at the end the length of the file.
    var offset: Int { pieceOffset + start }

    /// The next line; `nil` at the end of the file.
    mutating func next() throws(SystemFault) -> Line? {
        var searched = start
        while true {
            if let end = piece[searched...].firstIndex(of: RecordLine.lineEnd) {
                return take(upTo: end, isEnded: true)
            }
            if piece.count - start > RecordLine.mostBytes { return try takeTooLong() }
            if isAtEnd { return start == piece.count ? nil : take(upTo: piece.count, isEnded: false) }
            searched = try refill()
        }
    }

    private mutating func take(upTo end: Int, isEnded: Bool) -> Line {
        number += 1
        let line = Line(
            number: number, offset: offset, bytes: piece[start..<end], isEnded: isEnded,
            isTooLong: end - start > RecordLine.mostBytes)
        start = isEnded ? end + 1 : end
        return line
    }

    /// Goes on to the end of a line that no record can be, without keeping it.
    private mutating func takeTooLong() throws(SystemFault) -> Line {
        let (offset, beginning) = (offset, piece[start..<start + RecordLine.mostBytes])
        number += 1
        while true {
            let end = piece[start...].firstIndex(of: RecordLine.lineEnd)
            start = end.map { $0 + 1 } ?? piece.count
            if end != nil || isAtEnd {
                return Line(
                    number: number, offset: offset, bytes: beginning, isEnded: end != nil, isTooLong: true)
            }
            _ = try refill()
        }
    }

    /// Drops what was given out and reads on; gives where the new bytes begin in `piece`.
    private mutating func refill() throws(SystemFault) -> Int {
        pieceOffset += start
        piece.removeFirst(start)
        start = 0
        let known = piece.count
        let bytes = try files.read(descriptor, count: Self.pieceSize, at: pieceOffset + known)
        isAtEnd = bytes.isEmpty
        piece += bytes
        return known
    }

    private static let pieceSize = 262_144
}
