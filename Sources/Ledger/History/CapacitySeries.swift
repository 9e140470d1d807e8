package import Domain
package import Foundation

/// What was said of the places of one service between two moments.
package struct CapacitySeries: Hashable, Sendable {
    /// What stood at the beginning, as far as reports tell; `nil` for a service without places.
    package let start: CapacityFigures?
    /// Oldest first.
    package let points: [CapacityPoint]
}

/// One report, confirmation, or report taken back.
///
/// Holds have no points of their own: what they made of the count since the point before is in ``before``.
package struct CapacityPoint: Hashable, Sendable {
    package let date: Date
    package let before: CapacityFigures
    package let after: CapacityFigures
}

extension Ledger {
    /// What was said of the places of `service` from `start` up to `end`, which is not included.
    ///
    /// Reads the records it gives, and a few more to find the first and the last: about twice the binary logarithm
    /// of ``reportCount(of:)``. Records that are damaged are left out.
    ///
    /// - Throws: ``LedgerError/system(call:code:)`` where the journal cannot be read.
    package func series(
        of service: ServiceID, from start: Date, to end: Date
    ) throws(LedgerError) -> CapacitySeries {
        let search = SeriesSearch(service: service, places: index.places(ofReportsOf: service), in: directory)
        let first = try search.first(notBefore: start)
        let last = max(first, try search.first(notBefore: end))
        let standing = try search.standing(before: first) ?? state.capacity(of: service)?.figures
        return CapacitySeries(start: standing, points: try search.points(in: first..<last))
    }
}

/// Finds records by their time, which only they themselves tell; it never falls from one to the next.
private struct SeriesSearch {
    let service: ServiceID
    /// Of all records that say the count, rising.
    let places: [RecordPlace]
    let reader: RecordReader

    init(service: ServiceID, places: [RecordPlace], in directory: StateDirectory) {
        (self.service, self.places, reader) = (service, places, RecordReader(directory: directory))
    }

    /// The first place whose record is not before `moment`, or the end.
    func first(notBefore moment: Date) throws(LedgerError) -> Int {
        var (low, high) = (0, places.count)
        while low < high {
            let middle = low + (high - low) / 2
            // Where the record in the middle is damaged, the next one that is not says on which side to go on.
            var probe = middle
            var date: Date?
            while probe < high {
                date = try points(in: probe..<probe + 1).first?.date
                if date != nil { break }
                probe += 1
            }
            if let date, date < moment { low = probe + 1 } else { high = middle }
        }
        return low
    }

    /// What stood before the record at `place`; `nil` where no record says anything of it.
    func standing(before place: Int) throws(LedgerError) -> CapacityFigures? {
        for earlier in (0..<place).reversed() {
            if let point = try points(in: earlier..<earlier + 1).first { return point.after }
        }
        for later in place..<places.count {
            if let point = try points(in: later..<later + 1).first { return point.before }
        }
        return nil
    }

    func points(in range: Range<Int>) throws(LedgerError) -> [CapacityPoint] {
        try reader.records(at: Array(places[range])).compactMap { sealed in
            sealed.record.change(of: service).map { change in
                CapacityPoint(date: sealed.record.date, before: change.before, after: change.after)
            }
        }
    }
}
