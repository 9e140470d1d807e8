import Foundation
import Synchronization

/// Makes a snapshot now and then, beside the writes.
///
/// A snapshot that cannot be written is no harm: the next is tried after as many records again.
final class Snapshotter: Sendable {
    private let store: SnapshotStore
    private let recordsPerSnapshot: Int
    private let progress: Mutex<Progress>
    private let queue = DispatchQueue(label: "ledger.snapshots", qos: .utility)

    private struct Progress {
        /// The record after which the newest was made, or tried.
        var sequence: Int
        var isAtWork = false
        /// The chain before the first record of the newest segment, which a snapshot must know.
        var segmentStart: Replay.Link
    }

    init(_ store: SnapshotStore, recordsPerSnapshot: Int, newest sequence: Int, segmentStart: Replay.Link) {
        (self.store, self.recordsPerSnapshot) = (store, max(1, recordsPerSnapshot))
        progress = Mutex(Progress(sequence: sequence, segmentStart: segmentStart))
    }

    func beganSegment(after link: Replay.Link) { progress.withLock { $0.segmentStart = link } }

    /// Hears of a new state, and makes a snapshot where there were enough records since the last.
    func noticed(_ state: LedgerState, index: () -> JournalIndex) {
        let start: Replay.Link? = progress.withLock { progress in
            guard !progress.isAtWork, state.sequence - progress.sequence >= recordsPerSnapshot else { return nil }
            (progress.isAtWork, progress.sequence) = (true, state.sequence)
            return progress.segmentStart
        }
        guard let start else { return }
        let snapshot = Snapshot(state, index: index(), segmentStart: start)
        queue.async {
            try? self.store.save(snapshot)
            self.progress.withLock { $0.isAtWork = false }
        }
    }

    /// The last one, where it spares the next start much.
    func finish(_ state: LedgerState, index: JournalIndex) {
        queue.sync {}
        let (newest, start) = progress.withLock { ($0.sequence, $0.segmentStart) }
        guard state.sequence - newest >= max(1, recordsPerSnapshot / 5) else { return }
        try? store.save(Snapshot(state, index: index, segmentStart: start))
    }
}
