import Foundation

extension Ledger {
    /// What stood after record `sequence`, without the registry's own counts; see ``LedgerState/starting(from:)``.
    ///
    /// Reads all records up to it, or those after the newest good snapshot that is not later, beside the writer and
    /// without a lock: about as long as a start that reads so many records.
    ///
    /// - Throws: ``LedgerError/damaged(file:line:what:)``, also where the journal ends before it;
    ///   ``LedgerError/system(call:code:)``.
    package func state(after sequence: Int) throws(LedgerError) -> LedgerState {
        guard sequence > 0 else { return LedgerState() }
        return try Self.lookingAgain { () throws(LedgerError) in
            let (segments, known) = try JournalOpening.contents(of: directory)
            let store = SnapshotStore(directory: directory)
            let snapshot = known.lazy.filter { (1...sequence).contains($0) }.compactMap { store.load($0) }
                .first { JournalOpening.fits($0, store.directory) }
            let replay = try Replay(
                directory, segments: segments.filter { $0 <= sequence }, starting: [:], from: snapshot, upTo: sequence)
            try JournalOpening.checkEnd(of: replay, isNotBefore: sequence)
            return replay.state
        }
    }
}
