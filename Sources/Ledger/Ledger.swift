import Domain
import Foundation
import Synchronization

/// The live counts and holds of all services, and the journal that makes them last.
///
/// One writer, many readers. ``state`` is an immutable picture; a write is answered, and seen
/// by readers, only once its record is on the disk. Who waits at the same time shares one sync.
/// See ``RecordLine`` for the form of the journal.
package final class Ledger: Sendable {
    package typealias Answer = @Sendable (Result<Receipt, LedgerError>) -> Void

    let directory: StateDirectory
    private let settings: LedgerSettings
    /// Locked for the length of a copy; readers never wait for the disk.
    private let published: Mutex<LedgerState>
    private let indexed: Mutex<JournalIndex>
    private let waiting = Mutex<[Pending]>([])
    /// Locked while the disk works: it orders the writes. `nil` where the journal may only be read.
    private let writer: Mutex<JournalWriter?>
    private let listeners = Mutex<[@Sendable ([Record]) -> Void]>([])
    private let snapshots: Snapshotter
    private let lastOutcome: Mutex<LedgerHealth>
    private let isTicking = Mutex(false)
    /// What a ledger without a writer holds the directory by.
    private let lock: Mutex<Int32?>
    private let queue = DispatchQueue(label: "ledger.writer", qos: .userInitiated)

    private struct Pending {
        let command: Command
        let answer: Answer
    }

    init(
        _ state: LedgerState, index: JournalIndex, directory: StateDirectory, writer: JournalWriter?,
        snapshots: Snapshotter, settings: LedgerSettings, lock: Int32? = nil
    ) {
        (self.directory, self.settings, self.snapshots) = (directory, settings, snapshots)
        published = Mutex(state)
        indexed = Mutex(index)
        self.writer = Mutex(writer)
        self.lock = Mutex(lock)
        lastOutcome = Mutex(writer == nil ? .readOnly : .sound)
        if writer != nil { tick() }
    }

    deinit { close() }

    /// Counts and holds as they stand; the newest record in them is on the disk.
    package var state: LedgerState { published.withLock { $0 } }

    /// How long places are kept for somebody, and how many at a time.
    package var terms: HoldTerms { settings.terms }

    /// How the last write went; nobody waits for the disk.
    package var health: LedgerHealth { lastOutcome.withLock { $0 } }

    /// Where the records are that ``state`` has come from.
    var index: JournalIndex { indexed.withLock { $0 } }

    /// Asks `body` for what it wants to know of the index, without a copy of it.
    func indexed<Value: Sendable>(_ body: (JournalIndex) -> Value) -> Value { indexed.withLock { body($0) } }

    /// Records what `command` wishes, if it can be granted.
    ///
    /// - Parameter answer: called once, on the writer's queue, when the record is on the disk or is refused. All later
    ///   writes wait for it: it hands on and returns.
    package func submit(_ command: Command, then answer: @escaping Answer) {
        let isFirst = waiting.withLock { waiting in
            waiting.append(Pending(command: command, answer: answer))
            return waiting.count == 1
        }
        // Whoever comes while the disk works joins the ones that wait; the first of them asks for the next turn.
        if isFirst { queue.async { self.drain() } }
    }

    /// Calls `listener` with the records of every later write, in order, on the writer's queue, once they are on the
    /// disk and in ``state``. All later writes wait for it: it hands on and returns.
    package func listen(_ listener: @escaping @Sendable ([Record]) -> Void) {
        listeners.withLock { $0.append(listener) }
    }

    /// Writes what still waits, and gives the directory free. Later writes are ``LedgerError/closed``.
    package func close() {
        drain()
        writer.withLock { writer in
            guard writer?.isClosed == false else { return }
            // Before the directory is given free: nobody else writes there yet.
            snapshots.finish(state, index: index)
            writer?.close()
        }
        lock.withLock { lock in
            if let held = lock { directory.files.close(held) }
            lock = nil
        }
    }

    /// Records all that waits: one write, one sync, one new state, then the answers.
    private func drain() {
        var failure: LedgerError?
        let answers: (() -> Void)? = writer.withLock { writer in
            let pending = waiting.withLock { waiting in
                defer { waiting = [] }
                return waiting
            }
            guard !pending.isEmpty else { return nil }
            let before = state
            var random = settings.random
            let batch = Batch(pending.map(\.command), after: before, terms: settings.terms) { random.next() }
            do throws(LedgerError) {
                guard writer != nil else { throw .readOnly }
                try write(batch, after: before, with: &writer)
                lastOutcome.withLock { $0 = .sound }
            } catch {
                failure = error
                lastOutcome.withLock { $0 = LedgerHealth(after: error) }
                return { self.answer(pending, after: before, because: error) }
            }
            publish(batch)
            return { for (pending, outcome) in zip(pending, batch.kept) { pending.answer(outcome) } }
        }
        answers?()
        switch failure {
        case nil: tick()
        case .closed, .readOnly: break
        // What the disk refuses now it refuses in a moment too.
        default: tick(notBefore: 1)
        }
    }

    private func write(
        _ batch: Batch, after before: LedgerState, with writer: inout JournalWriter?
    ) throws(LedgerError) {
        let head = Replay.Link(sequence: before.sequence, head: before.head)
        if try writer?.prepare(after: head) == true {
            indexed.withLock { $0.beginPart(from: head.sequence + 1) }
            snapshots.beganSegment(after: head)
        }
        if !batch.lines.isEmpty { try writer?.append(batch.lines) }
    }

    private func publish(_ batch: Batch) {
        guard !batch.records.isEmpty else { return }
        indexed.withLock { index in
            for entry in batch.records { index.append(entry.record, byteCount: entry.byteCount) }
        }
        published.withLock { $0 = batch.state }
        let records = batch.records.map(\.record)
        for listener in listeners.withLock({ $0 }) { listener(records) }
        snapshots.noticed(batch.state) { self.index }
    }

    /// Makes a snapshot of the newest state now.
    func saveSnapshot(in store: SnapshotStore) throws(LedgerError) {
        try writer.withLock { writer throws(LedgerError) in
            guard let start = writer?.segmentStart else { throw .readOnly }
            try store.save(Snapshot(state, index: index, segmentStart: start))
        }
    }

    private func answer(_ pending: [Pending], after before: LedgerState, because error: LedgerError) {
        for one in pending {
            one.answer(Batch.lost(one.command, after: before, terms: settings.terms, because: error))
        }
    }

    // MARK: Holds that end by themselves

    /// Ends what ended while nobody was there, before anybody sees it. A disk that is full now is tried again later.
    func expireAtOnce() {
        guard let clock = settings.clock, state.holds.nextEnd != nil else { return }
        submit(Command(.expireHolds, by: nil, at: clock())) { _ in }
        drain()
    }

    /// Looks at the clock at the end of the next hold, and at least every second while there is one: clocks are set.
    ///
    /// - Parameter pause: how long to wait at least; seconds.
    private func tick(notBefore pause: TimeInterval = 0.02) {
        guard let clock = settings.clock, let end = state.holds.nextEnd else { return }
        let isFirst = isTicking.withLock { isTicking in
            defer { isTicking = true }
            return !isTicking
        }
        guard isFirst else { return }
        let rest = end.date.timeIntervalSince(clock())
        queue.asyncAfter(deadline: .now() + max(pause, min(rest, 1))) { [weak self] in
            guard let self else { return }
            isTicking.withLock { $0 = false }
            guard let end = state.holds.nextEnd else { return }
            let now = clock()
            if end.date <= now {
                // A write that fails is tried again at the next look.
                submit(Command(.expireHolds, by: nil, at: now)) { _ in }
            } else {
                tick()
            }
        }
    }
}
