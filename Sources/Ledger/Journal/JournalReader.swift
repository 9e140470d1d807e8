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
        /// The end of the file, where nothing was written yet: see ``Fill``.
        let isFill: Bool
    }

    private let files: any LedgerFiles
    private let descriptor: Int32
    private let pieceSize: Int
    private var number = 0
    /// What was read and not yet given out begins at `start` of `piece`, which begins at `pieceOffset` of the file.
    private var piece: [UInt8] = []
    private var start = 0
    private var pieceOffset = 0
    private var isAtEnd = false

    /// - Parameters:
    ///   - offset: where a line begins, in bytes.
    ///   - linesBefore: how many lines stand before it.
    ///   - pieceSize: how many bytes are read at a time.
    init(
        _ descriptor: Int32, files: any LedgerFiles, from offset: Int = 0, linesBefore: Int = 0,
        pieceSize: Int = 262_144
    ) {
        (self.descriptor, self.files) = (descriptor, files)
        (pieceOffset, number, self.pieceSize) = (offset, linesBefore, pieceSize)
    }

    /// Where the next line begins; at the end the length of the file.
    var offset: Int { pieceOffset + start }

    /// The next line; `nil` at the end of the file, and where only room for more follows.
    mutating func next() throws(SystemFault) -> Line? {
        guard let line = try nextOrFill(), !line.isFill else { return nil }
        return line
    }

    private mutating func nextOrFill() throws(SystemFault) -> Line? {
        var searched = start
        while true {
            if let end = Self.lineEnd(in: piece, from: searched) { return take(upTo: end, isEnded: true) }
            if piece.count - start > RecordLine.mostBytes { return try takeTooLong() }
            if isAtEnd { return start == piece.count ? nil : take(upTo: piece.count, isEnded: false) }
            searched = try refill()
        }
    }

    private mutating func take(upTo end: Int, isEnded: Bool) -> Line {
        number += 1
        let bytes = piece[start..<end]
        let line = Line(
            number: number, offset: offset, bytes: bytes, isEnded: isEnded,
            isTooLong: end - start > RecordLine.mostBytes, isFill: !isEnded && bytes.allSatisfy(Fill.isFill))
        start = isEnded ? end + 1 : end
        return line
    }

    /// Goes on to the end of a line that no record can be, without keeping it.
    private mutating func takeTooLong() throws(SystemFault) -> Line {
        let (offset, beginning) = (offset, piece[start..<start + RecordLine.mostBytes])
        var isBlank = true
        number += 1
        while true {
            let end = Self.lineEnd(in: piece, from: start)
            isBlank = isBlank && piece[start..<(end ?? piece.count)].allSatisfy(Fill.isFill)
            start = end.map { $0 + 1 } ?? piece.count
            if end != nil || isAtEnd {
                return Line(
                    number: number, offset: offset, bytes: beginning, isEnded: end != nil, isTooLong: true,
                    isFill: end == nil && isBlank)
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
        let bytes = try files.read(descriptor, count: pieceSize, at: pieceOffset + known)
        isAtEnd = bytes.isEmpty
        piece += bytes
        return known
    }

    private static func lineEnd(in bytes: [UInt8], from start: Int) -> Int? {
        // The system's search is many times faster than a loop, most of all in a debug build.
        bytes.withUnsafeBytes { buffer in
            guard start < buffer.count, let base = buffer.baseAddress,
                let found = memchr(base + start, Int32(RecordLine.lineEnd), buffer.count - start)
            else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }
}

/// Room at the end of the newest segment that was written beforehand: blanks, which no record has beside each other.
///
/// To write where the file has room already costs one wait for the disk; to make the file longer costs two, for its
/// length is kept apart. Blanks and not zeros, so that the file stays text for whoever looks into it.
enum Fill {
    static let byte = UInt8(ascii: " ")

    static func isFill(_ byte: UInt8) -> Bool { byte == Self.byte }

    /// To which length a file of `length` bytes is filled up.
    static func end(after length: Int) -> Int { (length / step + 2) * step }

    /// Whether some of a line never came to the disk: zeros, or room that was never written over.
    ///
    /// What is lost reaches to the end of a page. Where the write began just before one, that is a blank or a few at
    /// the beginning of the line; everywhere else it is a whole page.
    static func hasHole(_ line: ArraySlice<UInt8>) -> Bool {
        if line.first == Self.byte { return true }
        var blanks = 0
        for byte in line {
            if byte == 0 { return true }
            blanks = byte == Self.byte ? blanks + 1 : 0
            if blanks == 8 { return true }
        }
        return false
    }

    private static let step = 131_072
}
