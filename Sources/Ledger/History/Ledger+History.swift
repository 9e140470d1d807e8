package import Domain
import Foundation

extension Ledger {
    /// How many records say the count of `service`: reports, confirmations, and reports taken back.
    package func reportCount(of service: ServiceID) -> Int { indexed { $0.reportCount(of: service) } }

    /// The records that say the count of `service`, newest first.
    ///
    /// - Parameters:
    ///   - skipped: how many of the newest to leave out.
    ///   - count: how many to give at most.
    /// - Throws: ``LedgerError/system(call:code:)`` where the journal cannot be read.
    package func reports(
        of service: ServiceID, skipping skipped: Int = 0, atMost count: Int
    ) throws(LedgerError) -> [SealedRecord] {
        let index = index
        let reader = RecordReader(directory: directory)
        var found: [SealedRecord] = []
        for sequence in index.newestReports(of: service, skipping: skipped, atMost: count) {
            if let record = try reader.record(sequence, in: index) { found.append(record) }
        }
        return found
    }

    /// The records from `sequence` on, rising.
    package func records(from sequence: Int, atMost count: Int) throws(LedgerError) -> [SealedRecord] {
        let index = index
        let first = max(1, sequence)
        guard let last = index.parts.last?.last, first <= last else { return [] }
        return try RecordReader(directory: directory).records(
            from: first, atMost: min(count, last - first + 1), in: index)
    }
}
