import Domain
import Foundation
import Hashing

/// A journal read from its first record to its last.
struct Replay {
    private(set) var state: LedgerState
    /// Where the last whole record ends, in bytes.
    private(set) var length = 0
    /// What stands after it and was never acknowledged.
    private(set) var tail: Tail?

    struct Tail: Hashable, Sendable {
        let line: Int
        let bytes: Int
        let what: RecordFault
    }

    /// Reads everything `descriptor` has.
    ///
    /// - Throws: ``LedgerError/damaged(file:line:what:)`` at the first line that is not right, unless it is
    ///   the last one and looks like a write that was cut short.
    init(
        _ descriptor: Int32, starting: [ServiceID: Capacity], files: any LedgerFiles
    ) throws(LedgerError) {
        state = LedgerState(starting: starting)
        var reader = JournalReader(descriptor, files: files)
        let decoder = JSONDecoder()
        while let line = try Self.next(&reader) {
            do throws(RecordFault) {
                let (record, hash) = try Self.record(on: line, after: state, with: decoder)
                state.apply(record, hash: hash)
                length = reader.offset
            } catch {
                let what = RecordLine.holdsTwoRecords(line.bytes) ? .runTogether : error
                let isLast = try Self.next(&reader) == nil
                guard isLast, what.isTearing else {
                    throw .damaged(file: StateFile.journal, line: line.number, what: what)
                }
                tail = Tail(line: line.number, bytes: reader.offset - length, what: what)
                return
            }
        }
    }

    private static func next(_ reader: inout JournalReader) throws(LedgerError) -> JournalReader.Line? {
        do throws(SystemFault) {
            return try reader.next()
        } catch {
            throw error.error
        }
    }

    private static func record(
        on line: JournalReader.Line, after state: LedgerState, with decoder: JSONDecoder
    ) throws(RecordFault) -> (Record, SHA256Digest) {
        guard !line.isTooLong else { throw .tooLong(most: RecordLine.mostBytes) }
        guard line.isEnded else { throw line.bytes.contains(0) ? .zeroBytes : .noLineEnd }
        let (record, hash) = try RecordLine.decode(line.bytes, with: decoder)
        guard record.sequence == state.sequence + 1 else {
            throw .wrongSequence(expected: state.sequence + 1, found: record.sequence)
        }
        guard record.previous == state.head else { throw .wrongPrevious }
        return (record, hash)
    }
}
