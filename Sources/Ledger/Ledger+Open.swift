package import Domain
import Foundation

extension Ledger {
    /// Takes the directory for this process, reads its journal and stands ready to write.
    ///
    /// Makes directory and journal where they are missing. A torn tail is kept aside, cut off and told. A long journal
    /// is read from its newest good snapshot on.
    ///
    /// - Parameters:
    ///   - starting: every service that may have places, with what the registry says.
    /// - Throws: ``LedgerError/lockedBy(pid:)``, ``LedgerError/damaged(file:line:what:)``,
    ///   ``LedgerError/system(call:code:)``, ``LedgerError/noSpace``. What was opened is closed again.
    package static func open(
        directory path: String, starting: [ServiceID: Capacity], settings: LedgerSettings = LedgerSettings(),
        files: any LedgerFiles = SystemFiles()
    ) throws(LedgerError) -> (ledger: Ledger, start: StartReport) {
        let directory = StateDirectory(path: path, files: files)
        try telling { () throws(SystemFault) in try directory.make() }
        let lock = try directory.lock()
        do throws(LedgerError) {
            let opening = try JournalOpening(directory, starting: starting, settings: settings)
            if opening.replay.damage != nil { return reading(opening, lock: lock, settings: settings) }
            return try writing(opening, lock: lock, settings: settings)
        } catch {
            files.close(lock)
            throw error
        }
    }

    /// The state that the journal of a directory gives, read beside whoever writes there.
    ///
    /// Takes no lock and repairs nothing: a torn tail, or a record that is just being written, is not
    /// counted. Where there is no journal the registry's values stand.
    package static func read(
        directory path: String, starting: [ServiceID: Capacity], settings: LedgerSettings = LedgerSettings(),
        files: any LedgerFiles = SystemFiles()
    ) throws(LedgerError) -> LedgerState {
        let directory = StateDirectory(path: path, files: files)
        return try lookingAgain { () throws(LedgerError) in
            try JournalOpening(directory, starting: starting, settings: settings).replay.state
        }
    }

    private static func writing(
        _ opening: JournalOpening, lock: Int32, settings: LedgerSettings
    ) throws(LedgerError) -> (Ledger, StartReport) {
        let (directory, replay) = (opening.directory, opening.replay)
        directory.removeUnfinished()
        var index = replay.index
        let first = index.parts.last?.first ?? 1
        if index.parts.isEmpty { index.beginPart(from: first) }
        return try directory.opening(StateFile.segment(from: first), .updating) { descriptor throws(LedgerError) in
            try telling { () throws(SystemFault) in try directory.files.syncDirectory(directory.path) }
            let length = index.parts.last?.byteCount ?? 0
            let room = try telling { () throws(SystemFault) in try directory.files.length(descriptor) }
            let segment = JournalWriter.OpenSegment(
                first: first, descriptor: descriptor, length: length, room: replay.tail == nil ? room : length,
                start: replay.segmentStart)
            var writer = JournalWriter(
                directory, segment: segment, lock: lock, segmentBytes: settings.segmentBytes,
                hasTail: replay.tail != nil)
            let tail = try replay.tail.map { tail throws(LedgerError) in try cut(tail, with: &writer) }
            let snapshots = Snapshotter(
                SnapshotStore(directory: directory), recordsPerSnapshot: settings.recordsPerSnapshot,
                newest: opening.newestSnapshot, segmentStart: replay.segmentStart)
            let ledger = Ledger(
                replay.state, index: index, directory: directory, writer: writer, snapshots: snapshots,
                settings: settings)
            ledger.expireAtOnce()
            let start = StartReport(
                replayed: replay.state.sequence, tornTail: tail, snapshot: opening.usedSnapshot,
                badSnapshots: opening.badSnapshots)
            return (ledger, start)
        }
    }

    /// A ledger that writes nothing, not even what would help it.
    private static func reading(
        _ opening: JournalOpening, lock: Int32, settings: LedgerSettings
    ) -> (Ledger, StartReport) {
        let replay = opening.replay
        let snapshots = Snapshotter(
            SnapshotStore(directory: opening.directory), recordsPerSnapshot: .max, newest: replay.state.sequence,
            segmentStart: replay.segmentStart)
        let ledger = Ledger(
            replay.state, index: replay.index, directory: opening.directory, writer: nil, snapshots: snapshots,
            settings: settings, lock: lock)
        return (ledger, StartReport(replayed: replay.state.sequence, damage: replay.damage))
    }

    /// A full disk is no reason not to start: the tail then waits for the first write.
    private static func cut(
        _ tail: Replay.Tail, with writer: inout JournalWriter
    ) throws(LedgerError) -> TornTail {
        do throws(LedgerError) {
            return TornTail(line: tail.line, bytes: tail.bytes, what: tail.what, keptIn: try writer.cutTail())
        } catch .noSpace {
            return TornTail(line: tail.line, bytes: tail.bytes, what: tail.what, keptIn: nil)
        }
    }
}
