import Foundation

/// Reads an archive from its beginning, in pieces, so that one of any length needs little memory.
///
/// Strict: what is cut short, altered or not a plain file is refused, and nothing is guessed.
package struct ArchiveReader {
    /// Gives the next bytes, at most so many; none at the end.
    private let source: (Int) throws -> [UInt8]
    /// Of the content of the current file.
    private var left = 0
    private var padding = 0

    package init(_ source: @escaping (Int) throws -> [UInt8]) { self.source = source }

    /// The next file; `nil` at the end of the archive.
    ///
    /// - Precondition: the content of the one before was read to its end.
    /// - Throws: ``ArchiveFault``; whatever the source throws.
    package mutating func next() throws -> ArchiveEntry? {
        precondition(left == 0 && padding == 0, "the content before is read to its end")
        let block = try exactly(ArchiveEntry.blockSize)
        if block.allSatisfy({ $0 == 0 }) {
            try readEnd()
            return nil
        }
        let entry = try ArchiveEntry(header: block)
        (left, padding) = (entry.byteCount, ArchiveEntry.padding(after: entry.byteCount))
        return entry
    }

    /// The next piece of the file's content; `nil` at its end.
    package mutating func content() throws -> [UInt8]? {
        if left > 0 {
            let piece = try source(min(left, Self.pieceSize))
            guard !piece.isEmpty else { throw ArchiveFault.truncated }
            left -= piece.count
            return piece
        }
        guard try exactly(padding).allSatisfy({ $0 == 0 }) else { throw ArchiveFault.notAnArchive }
        padding = 0
        return nil
    }

    /// The second empty block; others write more of them.
    private func readEnd() throws {
        guard try exactly(ArchiveEntry.blockSize).allSatisfy({ $0 == 0 }) else { throw ArchiveFault.trailingBytes }
        while true {
            let piece = try source(Self.pieceSize)
            if piece.isEmpty { return }
            guard piece.allSatisfy({ $0 == 0 }) else { throw ArchiveFault.trailingBytes }
        }
    }

    private func exactly(_ count: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count {
            let piece = try source(count - bytes.count)
            guard !piece.isEmpty else { throw ArchiveFault.truncated }
            bytes += piece
        }
        return bytes
    }

    private static let pieceSize = 262_144
}
