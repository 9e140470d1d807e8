import Dispatch
import Foundation
import Ledger
import Synchronization

/// Reads the journal for whoever checks it, on a queue of its own and in steps, newest first.
final class AuditReader: Sendable {
    private let ledger: Ledger
    let queue = DispatchQueue(label: "audit", qos: .utility)
    /// Made when something is first searched for, so that the next question needs no reading.
    private let index = Mutex(AuditIndex())

    /// Records that are read together.
    static let step = 256

    init(_ ledger: Ledger) { self.ledger = ledger }

    /// A part of what was asked for, and how much there is of it in all.
    struct Found: Sendable {
        let records: [SealedRecord]
        let total: Int
    }

    /// The records that `query` wants, newest first.
    ///
    /// - Parameters:
    ///   - skipped: how many of the newest to leave out.
    ///   - count: how many to give at most.
    func records(
        _ query: AuditQuery, skipping skipped: Int, atMost count: Int
    ) throws(LedgerError) -> Found {
        let range = try range(of: query)
        guard !query.isOpen else {
            let last = range.upperBound - 1 - skipped
            let first = max(range.lowerBound, last - count + 1)
            let records = first <= last ? try ledger.records(from: first, atMost: last - first + 1) : []
            return Found(records: records.reversed(), total: range.count)
        }
        try learn(upTo: range.upperBound - 1)
        let sequences = index.withLock { $0.sequences(query, in: range) }
        var records: [SealedRecord] = []
        for sequence in sequences.dropFirst(skipped).prefix(count) {
            records += try ledger.records(from: sequence, atMost: 1)
        }
        return Found(records: records, total: sequences.count)
    }

    /// The sequences of the records in the time that is asked for, whatever their kind.
    func range(of query: AuditQuery) throws(LedgerError) -> Range<Int> {
        let end = ledger.state.sequence + 1
        let first = try query.from.map { from throws(LedgerError) in try place(of: from, before: end) } ?? 1
        let last = try query.end.map { moment throws(LedgerError) in try place(of: moment, before: end) } ?? end
        return first..<max(first, last)
    }

    /// The records from `first` up to `last` that `query` wants, newest first.
    func step(_ query: AuditQuery, from first: Int, upTo last: Int) throws(LedgerError) -> [SealedRecord] {
        try ledger.records(from: first, atMost: last - first + 1).filter { query.wants($0.record) }.reversed()
    }

    /// The first record that is not before `moment`. No record is before the one before it.
    private func place(of moment: Date, before end: Int) throws(LedgerError) -> Int {
        var (low, high) = (1, end)
        while low < high {
            let middle = (low + high) / 2
            // Where some are damaged the next one that is not speaks for them.
            let date = try ledger.records(from: middle, atMost: min(32, high - middle)).first?.record.date
            if let date, date >= moment { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func learn(upTo last: Int) throws(LedgerError) {
        while true {
            let known = index.withLock(\.count)
            guard known < last else { return }
            let count = min(4 * Self.step, last - known)
            let records = try ledger.records(from: known + 1, atMost: count).map(\.record)
            // Only this queue adds; a second question may have been here already.
            index.withLock { if $0.count == known { $0.append(records, upTo: known + count) } }
        }
    }
}
