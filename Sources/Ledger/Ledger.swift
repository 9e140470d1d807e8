package import Domain
package import Foundation
import Synchronization

/// The live counts of all services, and the journal that makes them last.
///
/// One writer, many readers. ``state`` is an immutable picture; a write is answered, and seen
/// by readers, only once its record is on the disk. Who waits at the same time shares one sync.
/// See ``RecordLine`` for the form of the journal.
package final class Ledger: Sendable {
    /// Locked for the length of a copy; readers never wait for the disk.
    private let published: Mutex<LedgerState>
    private let waiting = Mutex<[Command]>([])
    /// Locked while the disk works: it orders the writes.
    private let writer: Mutex<JournalWriter>
    private let queue = DispatchQueue(label: "ledger.writer", qos: .userInitiated)

    init(_ state: LedgerState, writer: JournalWriter) {
        published = Mutex(state)
        self.writer = Mutex(writer)
    }

    deinit { close() }

    /// The counts as they stand; the newest record in them is on the disk.
    package var state: LedgerState { published.withLock { $0 } }

    /// Records what a service says of its places.
    ///
    /// - Parameters:
    ///   - version: what the reporter saw; ``LedgerError/staleVersion(current:)`` where another stands.
    ///   - moment: the present. The record gets the time of the one before it where that is later.
    ///   - answer: called once, on the writer's queue, when the record is on the disk or is refused. All later
    ///     writes wait for it: it hands on and returns.
    package func report(
        _ statement: CapacityStatement, on service: ServiceID, ifVersion version: Int, by actor: Actor,
        at moment: Date, then answer: @escaping @Sendable (Result<LiveCapacity, LedgerError>) -> Void
    ) {
        submit(
            Command(
                service: service, wish: .report(statement, ifVersion: version), actor: actor, moment: moment,
                answer: answer))
    }

    /// Records that the count of a service still holds: only `confirmedAt` changes. An unknown count stays unknown.
    ///
    /// - Parameter answer: as in ``report(_:on:ifVersion:by:at:then:)``.
    package func confirm(
        _ service: ServiceID, by actor: Actor, at moment: Date,
        then answer: @escaping @Sendable (Result<LiveCapacity, LedgerError>) -> Void
    ) {
        submit(Command(service: service, wish: .confirm, actor: actor, moment: moment, answer: answer))
    }

    /// Writes what still waits, and gives the directory free. Later writes are ``LedgerError/closed``.
    package func close() {
        drain()
        writer.withLock { $0.close() }
    }

    private func submit(_ command: Command) {
        let isFirst = waiting.withLock { waiting in
            waiting.append(command)
            return waiting.count == 1
        }
        // Whoever comes while the disk works joins the ones that wait; the first of them asks for the next turn.
        if isFirst { queue.async { self.drain() } }
    }

    /// Records all that waits: one write, one sync, one new state, then the answers.
    private func drain() {
        let answers: (() -> Void)? = writer.withLock { writer in
            let commands = waiting.withLock { waiting in
                defer { waiting = [] }
                return waiting
            }
            guard !commands.isEmpty else { return nil }
            let before = state
            let batch = Batch(commands, after: before)
            do throws(LedgerError) {
                try writer.prepare()
                if !batch.lines.isEmpty { try writer.append(batch.lines) }
            } catch {
                return { Batch.answerLost(commands, after: before, because: error) }
            }
            published.withLock { $0 = batch.state }
            return { batch.answerKept(commands) }
        }
        answers?()
    }
}
