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
        try history(of: service, skipping: skipped, atMost: count).records
    }

    /// The same, with how many there were at that moment; fewer are given where some are damaged.
    package func history(
        of service: ServiceID, skipping skipped: Int = 0, atMost count: Int = .max
    ) throws(LedgerError) -> (total: Int, records: [SealedRecord]) {
        let index = index
        let newest = index.newestReports(of: service, skipping: skipped, atMost: count)
        let records = try RecordReader(directory: directory).records(at: index.places(of: newest))
        return (index.reportCount(of: service), records)
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
