package import Domain
import Foundation
package import Hashing

/// What a look at every record of a journal has found.
package struct Verification: Hashable, Sendable {
    /// The whole records.
    package let records: Int
    package let segments: Int
    /// The hash of the last one: whoever has noted it knows that nothing before it was altered.
    package let head: SHA256Digest
    /// What stands after the last record and was never acknowledged; the next start cuts it off.
    package let tornTail: TornTail?
    /// The snapshots that give the state which the journal gives.
    package let goodSnapshots: [String]
    /// Those that do not; a start passes them over, and makes new ones.
    package let badSnapshots: [String]
}

extension Ledger {
    /// Reads every record of the journal in `directory` and checks the chain, beside whoever writes there.
    ///
    /// - Throws: ``LedgerError/damaged(file:line:what:)`` with the first break.
    package static func verify(directory path: String) throws(LedgerError) -> Verification {
        let directory = StateDirectory(path: path, files: SystemFiles())
        let segments = try telling { () throws(SystemFault) in try directory.segments() }
        let whole = try Replay(directory, segments: segments, starting: [:])
        let tail = whole.tail.map { TornTail(line: $0.line, bytes: $0.bytes, what: $0.what, keptIn: nil) }
        let store = SnapshotStore(directory: directory)
        let known = try telling { () throws(SystemFault) in try store.all() }
        var (good, bad): ([String], [String]) = ([], [])
        for sequence in known {
            let name = StateFile.snapshot(after: sequence)
            guard let snapshot = store.load(sequence) else {
                bad.append(name)
                continue
            }
            guard sequence <= whole.state.sequence else {
                let last = whole.index.parts.last
                throw .damaged(
                    file: StateFile.segment(from: last?.first ?? 1), line: (last?.count ?? 0) + 1,
                    what: .missing(upTo: sequence))
            }
            let rest = try? Replay(directory, segments: segments, starting: [:], from: snapshot)
            let isSame = rest.map { $0.state.isSame(as: whole.state) && $0.index == whole.index } ?? false
            if isSame { good.append(name) } else { bad.append(name) }
        }
        return Verification(
            records: whole.state.sequence, segments: segments.count, head: whole.state.head, tornTail: tail,
            goodSnapshots: good, badSnapshots: bad)
    }

    /// Checks every record, and makes a snapshot of the newest state, so that the next start is quick. No record goes.
    ///
    /// - Returns: what was found.
    /// - Throws: as ``open(directory:starting:settings:files:)``.
    package static func compact(directory path: String) throws(LedgerError) -> Verification {
        var settings = LedgerSettings()
        settings.bytesReadWhole = .max
        let (ledger, start) = try open(directory: path, starting: [:], settings: settings)
        defer { ledger.close() }
        let store = SnapshotStore(directory: ledger.directory)
        try ledger.saveSnapshot(in: store)
        let found = try verify(directory: path)
        return Verification(
            records: found.records, segments: found.segments, head: found.head, tornTail: start.tornTail,
            goodSnapshots: found.goodSnapshots, badSnapshots: found.badSnapshots)
    }

    /// The records of a journal that are about `service`, oldest first, read beside whoever writes there.
    ///
    /// - Throws: ``LedgerError/damaged(file:line:what:)``, after all records before it were given.
    package static func history(
        directory path: String, of service: ServiceID, _ give: @escaping (SealedRecord) -> Void
    ) throws(LedgerError) {
        let directory = StateDirectory(path: path, files: SystemFiles())
        let segments = try telling { () throws(SystemFault) in try directory.segments() }
        _ = try Replay(directory, segments: segments, starting: [:]) { record, hash in
            let isAbout = record.capacities.contains { $0.service == service } || record.hold?.service == service
            if isAbout { give(SealedRecord(record: record, hash: hash)) }
        }
    }
}

extension LedgerState {
    /// Whether both say the same, however they were come by.
    func isSame(as other: LedgerState) -> Bool {
        sequence == other.sequence && head == other.head && time == other.time && keys == other.keys
            && services == other.services && holds.active == other.holds.active
            && holds.inOrderOfClosing == other.holds.inOrderOfClosing
    }
}
