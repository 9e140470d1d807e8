import Foundation
package import Hashing

/// Reads records of the past from the journal, beside the writer.
struct RecordReader {
    let directory: StateDirectory

    /// The records from `sequence` on, rising; without those that are damaged.
    func records(from sequence: Int, atMost count: Int, in index: JournalIndex) throws(LedgerError) -> [SealedRecord] {
        var found: [SealedRecord] = []
        var next = sequence
        while next < sequence + count {
            guard let (part, offset, _) = index.place(of: next) else {
                // The last records of a damaged segment are missing.
                guard let later = index.parts.first(where: { $0.first > next }) else { break }
                next = later.first
                continue
            }
            let last = min(sequence + count - 1, part.last)
            let wanted = next...last
            try telling { () throws(SystemFault) in
                try reading(part.name) { descriptor throws(SystemFault) in
                    found += try records(wanted, descriptor, from: offset, end: part.byteCount)
                }
            }
            next = last + 1
        }
        return found
    }

    /// The records at `places`, which lie far apart, in their order; without those that are damaged.
    func records(at places: [RecordPlace]) throws(LedgerError) -> [SealedRecord] {
        var found: [Int: SealedRecord] = [:]
        for (name, inFile) in Dictionary(grouping: places, by: \.file) {
            try telling { () throws(SystemFault) in
                try reading(name) { descriptor throws(SystemFault) in
                    var walk: Walk?
                    for place in inFile.sorted(by: { $0.sequence < $1.sequence }) {
                        found[place.sequence] = try record(at: place, descriptor, after: &walk)
                    }
                }
            }
        }
        return places.compactMap { found[$0.sequence] }
    }

    /// Where a reader stands: how many lines it has passed since the mark it began at.
    private struct Walk {
        let mark: Int
        var reader: JournalReader
        var linesPassed = 0
    }

    private func record(
        at place: RecordPlace, _ descriptor: Int32, after walk: inout Walk?
    ) throws(SystemFault) -> SealedRecord? {
        var current =
            walk.flatMap { $0.mark == place.mark && $0.linesPassed <= place.linesBetween ? $0 : nil }
            ?? Walk(mark: place.mark, reader: reader(descriptor, from: place.mark))
        defer { walk = current }
        while current.reader.offset < place.end, let line = try current.reader.next() {
            current.linesPassed += 1
            guard current.linesPassed > place.linesBetween else { continue }
            if let (record, hash) = try? RecordLine.decode(line.bytes), record.sequence == place.sequence {
                return SealedRecord(record: record, hash: hash)
            }
            break
        }
        // Where lines are missing or damaged it stands elsewhere, if at all.
        let wanted = place.sequence...place.sequence
        return try records(wanted, descriptor, from: place.mark, end: place.end).first
    }

    /// - Parameters:
    ///   - offset: where the line of a record before them begins, or of the first of them.
    ///   - end: what stands behind it may still be taken back.
    private func records(
        _ wanted: ClosedRange<Int>, _ descriptor: Int32, from offset: Int, end: Int
    ) throws(SystemFault) -> [SealedRecord] {
        var reader = reader(descriptor, from: offset)
        var found: [SealedRecord] = []
        while reader.offset < end, let line = try reader.next() {
            guard let (record, hash) = try? RecordLine.decode(line.bytes) else { continue }
            if record.sequence > wanted.upperBound { break }
            if record.sequence >= wanted.lowerBound { found.append(SealedRecord(record: record, hash: hash)) }
            if record.sequence == wanted.upperBound { break }
        }
        return found
    }

    private func reader(_ descriptor: Int32, from offset: Int) -> JournalReader {
        JournalReader(descriptor, files: directory.files, from: offset, pieceSize: 32_768)
    }

    private func reading(
        _ name: String, _ body: (Int32) throws(SystemFault) -> Void
    ) throws(SystemFault) {
        let descriptor = try directory.files.open(directory.path(of: name), .reading)
        defer { directory.files.close(descriptor) }
        try body(descriptor)
    }
}

/// Where the index says that a record stands.
struct RecordPlace: Hashable, Sendable {
    let sequence: Int
    let file: String
    /// Where the line of a record not far before it begins, in bytes.
    let mark: Int
    /// How many lines stand between that and its own.
    let linesBetween: Int
    /// Where the records of the file end.
    let end: Int
}

/// A record with the hash that seals it.
package struct SealedRecord: Hashable, Sendable {
    package let record: Record
    package let hash: SHA256Digest
}
