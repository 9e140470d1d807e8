import Domain
import Foundation
import Ledger
import Registry

/// The end of a day that is over: the counts and saved rules of then on the files of today.
struct PastDay: Sendable {
    let date: CalendarDate
    /// The last moment of the day.
    let end: Date
    let snapshot: Snapshot

    /// - Parameters:
    ///   - state: what the journal alone says of the end of the day.
    ///   - today: a snapshot of the files that are read now.
    ///   - start: with what the service began that runs now; it read those files.
    init(_ date: CalendarDate, _ state: LedgerState, files today: Snapshot, now start: ServiceStart?) {
        (self.date, end) = (date, GapDay.end(of: date))
        let starting = Self.starting(of: today.files, then: state.start, now: start, until: end)
        let whole = state.starting(from: starting)
        snapshot = Snapshot(shelf: RegistryShelf(today.files, rules: whole, after: today.shelf), state: whole)
    }

    /// The counts that the files say, as they were told that day. Those of examples begin anew at every start, so they
    /// are put back by as much; where the journal does not say how much, and where a count is of a later moment, only
    /// how many places there are is left.
    private static func starting(
        of files: Registry, then: ServiceStart?, now: ServiceStart?, until end: Date
    ) -> [ServiceID: Capacity] {
        let back = then.flatMap { then in
            now.flatMap { now in then.hasExamples ? now.loadedAt.timeIntervalSince(then.loadedAt) : nil }
        }
        var starting = Snapshot.startingCapacities(of: files)
        for service in files.services {
            guard let capacity = starting[service.id] else { continue }
            starting[service.id] = capacity.told(back: service.isExample ? back : 0, until: end)
        }
        return starting
    }
}

extension Capacity {
    /// The same said `seconds` earlier; without what is free where that is not known by `end`.
    fileprivate func told(back seconds: TimeInterval?, until end: Date) -> Capacity {
        let moment = seconds.flatMap { seconds in confirmedAt.map { $0 - seconds } }
        guard let moment, moment <= end else { return Capacity(unit: unit, total: total) }
        return Capacity(
            unit: unit, total: total, free: free, held: held, isPaused: isPaused, confirmedAt: moment,
            expectedFreeOn: expectedFreeOn)
    }
}
