import Foundation
package import Hashing

/// What of each segment of a journal was read and found right: whole records, up to one of them.
///
/// The files may be longer: what comes after is being written, or room for it.
package struct JournalExtent: Hashable, Sendable {
    /// From the oldest.
    package let segments: [Segment]
    /// The whole records in them.
    package let records: Int
    /// The hash of the last one.
    package let head: SHA256Digest
    /// What stood after it and was never acknowledged, or is being written now.
    package let tornTail: TornTail?

    package struct Segment: Hashable, Sendable {
        package let name: String
        package let byteCount: Int
    }
}

extension Ledger {
    /// The names of the segments of the journal in a directory, from the oldest; none where there is no journal.
    package static func segments(directory path: String) throws(LedgerError) -> [String] {
        do throws(SystemFault) {
            return try StateDirectory(path: path, files: SystemFiles()).segments().map(StateFile.segment)
        } catch {
            guard error.code == ENOENT else { throw error.error }
            return []
        }
    }

    /// Whether a file of this name in a state directory is a segment of the journal.
    package static func isSegment(_ name: String) -> Bool { StateFile.firstSequence(ofSegment: name) != nil }

    /// Reads every record of the journal in a directory, and says how far it goes, beside whoever writes there.
    ///
    /// - Throws: ``LedgerError/damaged(file:line:what:)`` with the first break.
    package static func extent(directory path: String) throws(LedgerError) -> JournalExtent {
        let directory = StateDirectory(path: path, files: SystemFiles())
        return try lookingAgain { () throws(LedgerError) in
            let segments = try telling { () throws(SystemFault) in try directory.segments() }
            let replay = try Replay(directory, segments: segments, starting: [:])
            return JournalExtent(
                segments: replay.index.parts.map { .init(name: $0.name, byteCount: $0.byteCount) },
                records: replay.state.sequence, head: replay.state.head, tornTail: TornTail(replay.tail))
        }
    }
}
