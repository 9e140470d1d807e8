import Foundation
import Hashing
import Ledger
import Synchronization

/// Follows the journal's chain from its first record to its last, again and again, without holding anybody up.
///
/// Every line is read from the disk and hashed anew, so that a line that was altered while the program runs is seen as
/// well: at the latest when the next walk comes by.
final class ChainCheck: Sendable {
    /// What is known of the chain.
    struct Finding: Hashable, Sendable {
        /// Every record up to this one is whole and follows on the one before it.
        let soundUpTo: Int
        /// When the walk began that found it.
        let lookedAt: Date
        /// Whether there were no records after it.
        let isAll: Bool
        /// The record that is missing or altered, or follows on another one.
        let brokenAt: Int?
    }

    private struct Walk {
        var sequence = 0
        var hash = SHA256Digest.zero
        let beganAt: Date
        var brokenAt: Int?
    }

    private struct State {
        /// The last walk that came to the end or to a break; goes on with what is new.
        var finished: Walk?
        /// One that is on its way from the beginning.
        var fresh: Walk?
        var isGoingOn = false
    }

    private let reader: AuditReader
    private let ledger: Ledger
    private let state = Mutex(State())

    /// Seconds after which the next look begins a walk from the first record.
    private static let age: TimeInterval = 3_600
    /// How long somebody waits for it; a long journal is read on afterwards.
    private static let patience = Duration.milliseconds(200)
    /// Records that are read together.
    private static let step = 1_024

    init(_ ledger: Ledger, reader: AuditReader) { (self.ledger, self.reader) = (ledger, reader) }

    /// What is known, after a short look. On the reader's queue.
    func look(at now: Date) throws(LedgerError) -> Finding {
        state.withLock { state in
            let isOld = state.finished.map { abs(now.timeIntervalSince($0.beganAt)) >= Self.age } ?? true
            if isOld, state.fresh == nil { state.fresh = Walk(beganAt: now) }
        }
        let start = ContinuousClock.now
        while try !step() {
            guard ContinuousClock.now - start < Self.patience else {
                goOn()
                break
            }
        }
        return state.withLock { state in
            let walk = state.finished ?? state.fresh ?? Walk(beganAt: now)
            return Finding(
                soundUpTo: walk.sequence, lookedAt: walk.beganAt,
                isAll: walk.brokenAt == nil && walk.sequence >= ledger.state.sequence, brokenAt: walk.brokenAt)
        }
    }

    /// Reads on in small parts: between them others have their turn.
    private func goOn() {
        let isFirst = state.withLock { state in
            defer { state.isGoingOn = true }
            return !state.isGoingOn
        }
        if isFirst { reader.queue.async { [weak self] in self?.readOn() } }
    }

    private func readOn() {
        // What could not be read now is read at the next look.
        let isDone = (try? step()) ?? true
        if isDone { return state.withLock { $0.isGoingOn = false } }
        reader.queue.async { [weak self] in self?.readOn() }
    }

    /// One part of the walks.
    ///
    /// - Returns: whether there is nothing more to read.
    private func step() throws(LedgerError) -> Bool {
        let (fresh, finished) = state.withLock { ($0.fresh, $0.finished) }
        if let finished, let longer = try after(finished) {
            state.withLock { $0.finished = longer }
            return false
        }
        guard let fresh else { return true }
        let longer = try after(fresh)
        state.withLock { state in
            if let longer, longer.brokenAt == nil {
                state.fresh = longer
            } else {
                (state.finished, state.fresh) = (longer ?? fresh, nil)
            }
        }
        return false
    }

    /// The walk a few records on; `nil` at its end.
    private func after(_ walk: Walk) throws(LedgerError) -> Walk? {
        guard walk.brokenAt == nil, walk.sequence < ledger.state.sequence else { return nil }
        var walk = walk
        let records = try ledger.records(from: walk.sequence + 1, atMost: Self.step)
        for sealed in records {
            guard sealed.record.sequence == walk.sequence + 1, sealed.record.previous == walk.hash else { break }
            (walk.sequence, walk.hash) = (sealed.record.sequence, sealed.hash)
        }
        // Short of what was asked for there is one that cannot be read.
        if records.last?.record.sequence != walk.sequence { walk.brokenAt = walk.sequence + 1 }
        return walk
    }
}
