package import Domain
import Foundation

extension Ledger {
    /// Takes the directory for this process, replays its journal and stands ready to write.
    ///
    /// Makes directory and journal where they are missing. A torn tail is kept aside, cut off and told.
    ///
    /// - Parameters:
    ///   - starting: every service that may have places, with what the registry says; records on other
    ///     services stay in the journal and out of the state.
    /// - Throws: ``LedgerError/lockedBy(pid:)``, ``LedgerError/damaged(file:line:what:)``,
    ///   ``LedgerError/system(call:code:)``, ``LedgerError/noSpace``. What was opened is closed again.
    package static func open(
        directory path: String, starting: [ServiceID: Capacity], files: any LedgerFiles = SystemFiles()
    ) throws(LedgerError) -> (ledger: Ledger, start: StartReport) {
        let directory = StateDirectory(path: path, files: files)
        try telling { () throws(SystemFault) in try directory.make() }
        let lock = try directory.lock()
        do throws(LedgerError) {
            return try directory.opening(StateFile.journal, .updating) { journal throws(LedgerError) in
                try telling { () throws(SystemFault) in try files.syncDirectory(path) }
                let replay = try Replay(journal, starting: starting, files: files)
                var writer = JournalWriter(
                    directory, journal: journal, lock: lock, length: replay.length, hasTail: replay.tail != nil)
                let tail = try replay.tail.map { tail throws(LedgerError) in try cut(tail, with: &writer) }
                let ledger = Ledger(replay.state, writer: writer)
                return (ledger, StartReport(replayed: replay.state.sequence, tornTail: tail))
            }
        } catch {
            files.close(lock)
            throw error
        }
    }

    /// The counts that the journal of a directory gives, read beside whoever writes there.
    ///
    /// Takes no lock and repairs nothing: a torn tail, or a record that is just being written, is not
    /// counted. Where there is no journal the registry's values stand.
    package static func read(
        directory path: String, starting: [ServiceID: Capacity]
    ) throws(LedgerError) -> LedgerState {
        let files = SystemFiles()
        let directory = StateDirectory(path: path, files: files)
        let journal: Int32
        do throws(SystemFault) {
            journal = try files.open(directory.path(of: StateFile.journal), .reading)
        } catch {
            guard error.code == ENOENT else { throw error.error }
            return LedgerState(starting: starting)
        }
        defer { files.close(journal) }
        return try Replay(journal, starting: starting, files: files).state
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
