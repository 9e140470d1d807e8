import Exchange
import Foundation
import HTTP
import Ledger
import Synchronization

/// The events as a table, made in steps while it is sent: a journal of any length needs little memory.
final class AuditTable: Sendable {
    private let reader: AuditReader
    private let query: AuditQuery
    private let render: @Sendable (SealedRecord) -> [String]
    private let state: Mutex<State>

    private struct State {
        /// The records that are still to be read; the newest go first.
        var rest: Range<Int>
        /// What was made and not yet sent.
        var ready: [UInt8]
        var isReading = false
        var isBroken = false
        weak var stream: ContentStream?
    }

    private init(
        _ query: AuditQuery, in range: Range<Int>, of reader: AuditReader, columns: [String],
        _ render: @escaping @Sendable (SealedRecord) -> [String]
    ) {
        (self.query, self.reader, self.render) = (query, reader, render)
        state = Mutex(State(rest: range, ready: Array(CSVTable.line(columns).utf8)))
    }

    /// - Parameter render: the values of a row.
    static func stream(
        _ query: AuditQuery, of reader: AuditReader, columns: [String],
        _ render: @escaping @Sendable (SealedRecord) -> [String]
    ) throws(LedgerError) -> ContentStream {
        let table = AuditTable(query, in: try reader.range(of: query), of: reader, columns: columns, render)
        let stream = ContentStream(next: { table.next() })
        table.state.withLock { $0.stream = stream }
        return stream
    }

    /// On a worker's thread: gives what is ready, and has the next step made.
    private func next() -> ContentStream.Piece {
        let (piece, mustRead) = state.withLock { state -> (ContentStream.Piece, Bool) in
            let bytes = state.ready
            state.ready = []
            let isDone = state.rest.isEmpty || state.isBroken
            if bytes.isEmpty, isDone, !state.isReading { return (.end, false) }
            defer { state.isReading = state.isReading || !isDone }
            return (bytes.isEmpty ? .none : .bytes(bytes), !state.isReading && !isDone)
        }
        if mustRead { reader.queue.async { self.read() } }
        return piece
    }

    private func read() {
        let rest = state.withLock(\.rest)
        let first = max(rest.lowerBound, rest.upperBound - AuditReader.step)
        let rows = try? reader.step(query, from: first, upTo: rest.upperBound - 1).map { CSVTable.line(render($0)) }
        let stream = state.withLock { state in
            state.rest = rest.lowerBound..<first
            state.isReading = false
            // What was sent cannot be taken back: the last row says that it is not the last.
            state.isBroken = rows == nil
            state.ready += Array((rows ?? [CSVTable.line(["afgebroken"])]).joined().utf8)
            return state.stream
        }
        stream?.wake()
    }
}
