import Foundation
import Hashing

/// Reads the segments of an extent once more, in order, and checks every record and the chain while it does: what it
/// gives out is what was verified, and not what the disk or another program made of it since.
package struct JournalCopy {
    private let extent: JournalExtent
    private let directory: StateDirectory
    private var chain = Replay.Link()

    /// - Parameter path: the state directory.
    package init(_ extent: JournalExtent, of path: String) {
        self.extent = extent
        directory = StateDirectory(path: path, files: SystemFiles())
    }

    /// Gives the bytes of `segment`, the next of the extent, in pieces of whole lines.
    ///
    /// - Throws: ``LedgerError/damaged(file:line:what:)`` where the file is not what it was, as when a write was taken
    ///   back meanwhile; whatever `give` throws.
    package mutating func read(
        _ segment: JournalExtent.Segment, _ give: ([UInt8]) throws(LedgerError) -> Void
    ) throws(LedgerError) {
        let descriptor = try telling { () throws(SystemFault) in
            try directory.files.open(directory.path(of: segment.name), .reading)
        }
        defer { directory.files.close(descriptor) }
        var reader = JournalReader(descriptor, files: directory.files)
        var (piece, last): ([UInt8], JournalReader.Line?) = ([], nil)
        while reader.offset < segment.byteCount {
            let line = try telling { () throws(SystemFault) in try reader.next() }
            try follow(line, in: segment)
            last = line
            if let line { piece += line.bytes + [RecordLine.lineEnd] }
            if piece.count >= Self.pieceSize {
                try give(piece)
                piece.removeAll(keepingCapacity: true)
            }
        }
        guard reader.offset == segment.byteCount else { throw Self.altered(segment, last?.number ?? 1) }
        if !piece.isEmpty { try give(piece) }
        if segment == extent.segments.last { try checkEnd(last, in: segment, on: descriptor) }
    }

    private mutating func follow(
        _ line: JournalReader.Line?, in segment: JournalExtent.Segment
    ) throws(LedgerError) {
        guard let line, line.isEnded, let (record, hash) = try? RecordLine.decode(line.bytes),
            record.sequence == chain.sequence + 1, record.previous == chain.head
        else { throw Self.altered(segment, line?.number ?? 1) }
        chain = Replay.Link(sequence: record.sequence, head: hash)
    }

    /// The newest record may have been read before the disk had it, and be taken back where it never came there. Once
    /// it is on the disk, and still in its place, it counts.
    private func checkEnd(
        _ last: JournalReader.Line?, in segment: JournalExtent.Segment, on descriptor: Int32
    ) throws(LedgerError) {
        guard chain == Replay.Link(sequence: extent.records, head: extent.head) else {
            throw Self.altered(segment, last?.number ?? 1)
        }
        guard let last else { return }
        let bytes = try telling { () throws(SystemFault) in
            try directory.files.sync(descriptor)
            return try directory.files.read(descriptor, count: last.bytes.count + 1, at: last.offset)
        }
        guard bytes.elementsEqual(last.bytes + [RecordLine.lineEnd]) else { throw Self.altered(segment, last.number) }
    }

    private static func altered(_ segment: JournalExtent.Segment, _ line: Int) -> LedgerError {
        .damaged(file: segment.name, line: line, what: .wrongHash)
    }

    private static let pieceSize = 262_144
}
