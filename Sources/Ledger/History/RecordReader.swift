import Foundation
package import Hashing

/// Reads records of the past from the journal, beside the writer.
struct RecordReader {
    let directory: StateDirectory

    /// The record at a place of the index; `nil` where it is damaged.
    ///
    /// - Parameter sequence: of the record that stands there.
    func record(_ sequence: Int, in index: JournalIndex) throws(LedgerError) -> SealedRecord? {
        try records(from: sequence, atMost: 1, in: index).first
    }

    /// The records from `sequence` on, rising; without those that are damaged.
    func records(from sequence: Int, atMost count: Int, in index: JournalIndex) throws(LedgerError) -> [SealedRecord] {
        var found: [SealedRecord] = []
        var next = sequence
        while next < sequence + count, let (part, offset, skipped) = index.place(of: next) {
            let last = min(sequence + count - 1, part.last)
            try telling { () throws(SystemFault) in
                var piece = try read(part.name, from: offset, skipping: skipped, upTo: last, end: part.byteCount)
                if skipped > 0, piece.first?.record.sequence != next {
                    // In a damaged journal there are not as many lines as records.
                    piece = try read(part.name, from: offset, skipping: 0, upTo: last, end: part.byteCount)
                }
                found += piece
            }
            next = last + 1
        }
        return found.filter { $0.record.sequence >= sequence && $0.record.sequence < sequence + count }
    }

    /// - Parameter end: what stands behind it may still be taken back.
    private func read(
        _ name: String, from offset: Int, skipping skipped: Int, upTo last: Int, end: Int
    ) throws(SystemFault) -> [SealedRecord] {
        let files = directory.files
        let descriptor = try files.open(directory.path(of: name), .reading)
        defer { files.close(descriptor) }
        var reader = JournalReader(descriptor, files: files, from: offset, pieceSize: 65_536)
        var found: [SealedRecord] = []
        var passed = 0
        while reader.offset < end, let line = try reader.next() {
            passed += 1
            guard passed > skipped, let (record, hash) = try? RecordLine.decode(line.bytes) else { continue }
            if record.sequence > last { break }
            found.append(SealedRecord(record: record, hash: hash))
            if record.sequence == last { break }
        }
        return found
    }
}

/// A record with the hash that seals it.
package struct SealedRecord: Hashable, Sendable {
    package let record: Record
    package let hash: SHA256Digest
}
