import Foundation

/// What ``Ledger/compact(directory:)`` has found and done.
package struct Compaction: Hashable, Sendable {
    /// What the directory holds now.
    package let verification: Verification
    /// What stood after the last record, and was kept aside and cut off.
    package let tornTail: TornTail?
    /// The snapshot of the newest state.
    package let snapshot: String
    /// The files that went: snapshots that were older or not right, and what a crash had left unfinished. By name.
    package let removed: [String]
}

extension Ledger {
    /// Checks every record, makes a snapshot of the newest state, so that the next start is quick, and clears away
    /// what nobody needs any more. No record goes.
    ///
    /// - Throws: as ``open(directory:starting:settings:files:)``; a journal that is damaged is left as it is.
    package static func compact(directory path: String) throws(LedgerError) -> Compaction {
        let directory = StateDirectory(path: path, files: SystemFiles())
        let before = try telling { () throws(SystemFault) in try directory.files.names(in: path) }
        var settings = LedgerSettings()
        settings.bytesReadWhole = .max
        let (ledger, start) = try open(directory: path, starting: [:], settings: settings)
        defer { ledger.close() }
        try ledger.saveSnapshot(in: SnapshotStore(directory: directory))
        let found = try verify(directory: path)
        var after: [String] = []
        try telling { () throws(SystemFault) in
            for name in found.badSnapshots {
                // One of a later record than there is shows that something is missing here: it stays, as a witness.
                guard StateFile.lastSequence(ofSnapshot: name).map({ $0 <= found.records }) == true else { continue }
                try directory.files.remove(directory.path(of: name))
            }
            after = try directory.files.names(in: path)
        }
        return Compaction(
            verification: Verification(
                records: found.records, segments: found.segments, head: found.head, tornTail: found.tornTail,
                goodSnapshots: found.goodSnapshots, badSnapshots: found.badSnapshots.filter(after.contains)),
            tornTail: start.tornTail, snapshot: StateFile.snapshot(after: found.records),
            removed: before.filter { !after.contains($0) }.sorted())
    }
}
