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
    /// What stands after the last record and was never acknowledged, or is being written now; the next start cuts it
    /// off.
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
    package static func verify(
        directory path: String, files: any LedgerFiles = SystemFiles()
    ) throws(LedgerError) -> Verification {
        let directory = StateDirectory(path: path, files: files)
        return try lookingAgain { () throws(LedgerError) in try verify(in: directory) }
    }

    /// The same at one look.
    static func verify(in directory: StateDirectory) throws(LedgerError) -> Verification {
        let store = SnapshotStore(directory: directory)
        // Before the journal is read: meanwhile new ones are made, of records that come after those read here.
        let known = try telling { () throws(SystemFault) in try store.all() }
        let segments = try telling { () throws(SystemFault) in try directory.segments() }
        let whole = try Replay(directory, segments: segments, starting: [:])
        var (good, bad): ([String], [String]) = ([], [])
        for sequence in known {
            let name = StateFile.snapshot(after: sequence)
            guard let snapshot = store.load(sequence) else {
                // One that is gone was superseded meanwhile.
                if try telling({ () throws(SystemFault) in try store.all() }).contains(sequence) { bad.append(name) }
                continue
            }
            guard sequence <= whole.state.sequence else {
                let last = whole.index.parts.last
                throw .damaged(
                    file: StateFile.segment(from: last?.first ?? 1), line: (last?.count ?? 0) + 1,
                    what: .missing(upTo: sequence))
            }
            let rest = try? Replay(
                directory, segments: segments, starting: [:], from: snapshot, upTo: whole.state.sequence)
            let isSame = rest.map { $0.state.isSame(as: whole.state) && $0.index == whole.index } ?? false
            if isSame { good.append(name) } else { bad.append(name) }
        }
        return Verification(
            records: whole.state.sequence, segments: segments.count, head: whole.state.head,
            tornTail: TornTail(whole.tail), goodSnapshots: good, badSnapshots: bad)
    }

    /// The records of a journal that are about `service`, oldest first, read beside whoever writes there.
    ///
    /// - Throws: ``LedgerError/damaged(file:line:what:)``, after all records before it were given.
    package static func history(
        directory path: String, of service: ServiceID, _ give: @escaping (SealedRecord) -> Void
    ) throws(LedgerError) {
        let directory = StateDirectory(path: path, files: SystemFiles())
        var given = 0
        try lookingAgain { () throws(LedgerError) in
            let segments = try telling { () throws(SystemFault) in try directory.segments() }
            _ = try Replay(directory, segments: segments, starting: [:]) { record, hash in
                let isAbout =
                    record.capacities.contains { $0.service == service } || record.hold?.service == service
                    || record.rules?.service == service
                guard isAbout, record.sequence > given else { return }
                given = record.sequence
                give(SealedRecord(record: record, hash: hash))
            }
        }
    }

    /// Runs `look` again where it found damage, until it finds the same twice.
    ///
    /// What is written or taken back, as on a full disk, while it is read looks like damage for that moment.
    static func lookingAgain<Value>(_ look: () throws(LedgerError) -> Value) throws(LedgerError) -> Value {
        var (found, tries): (LedgerError?, Int) = (nil, 1)
        while true {
            do throws(LedgerError) {
                return try look()
            } catch {
                guard case .damaged = error, error != found, tries < 5 else { throw error }
                (found, tries) = (error, tries + 1)
            }
        }
    }
}

extension TornTail {
    /// The same for people; not kept aside yet.
    init?(_ tail: Replay.Tail?) {
        guard let tail else { return nil }
        self.init(line: tail.line, bytes: tail.bytes, what: tail.what, keptIn: nil)
    }
}

extension LedgerState {
    /// Whether both say the same, however they were come by.
    func isSame(as other: LedgerState) -> Bool {
        sequence == other.sequence && head == other.head && dataHead == other.dataHead && time == other.time
            && keys == other.keys && start == other.start && services == other.services
            && rules == other.rules && holds.active == other.holds.active
            && holds.inOrderOfClosing == other.holds.inOrderOfClosing
    }
}
