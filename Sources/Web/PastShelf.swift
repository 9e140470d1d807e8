import Dispatch
import Domain
import Foundation
import Ledger
import Registry
import Synchronization

/// What stood at the end of days that are over, read from the journal beside the requests.
///
/// A day that is over changes no more, and is the same for everybody: the last few that were asked for are kept. A day
/// that is not kept costs as much as a start that reads the journal up to it. So one is read at a time, and few may
/// wait: some for each key, some for all.
final class PastShelf: Sendable {
    /// What was found of a day.
    enum Finding: Sendable {
        case day(PastDay)
        /// The journal has nothing of it; with the day on which it begins, where it has begun.
        case nothing(begin: CalendarDate?)
        /// Too many wait.
        case busy
        case unreadable
    }

    typealias Sink = @Sendable (Finding) -> Void

    private let ledger: Ledger
    private let reader: AuditReader
    private let queue = DispatchQueue(label: "opvangkaart.past", qos: .utility)
    private let known = Mutex(Known())

    private struct Known {
        /// The one that was asked for last stands last.
        var days: [PastDay] = []
        /// When the first record was made; it never changes.
        var begin: Date?
        /// How many each key waits for.
        var waiting: [String: Int] = [:]
    }

    /// Days that are kept; each holds a registry and what was made of it.
    static let mostDays = 4
    /// Under way or waiting, for a key and for all together.
    static let (mostPerKey, mostWaiting) = (2, 8)

    init(_ ledger: Ledger, reader: AuditReader) { (self.ledger, self.reader) = (ledger, reader) }

    /// Finds what stood at the end of `date`, which is over.
    ///
    /// - Parameters:
    ///   - keyID: of who asks.
    ///   - snapshot: of today, for its files.
    ///   - answer: takes the finding, once: at once for a day that is kept, else on the queue.
    func find(_ date: CalendarDate, for keyID: String, files snapshot: Snapshot, then answer: @escaping Sink) {
        if let finding = kept(date) { return answer(finding) }
        guard enter(keyID) else { return answer(.busy) }
        queue.async { [self] in
            // Who waited before may have asked for the same day.
            let finding = kept(date) ?? read(date, snapshot)
            leave(keyID)
            answer(finding)
        }
    }

    /// What needs no reading.
    private func kept(_ date: CalendarDate) -> Finding? {
        known.withLock { known in
            if let index = known.days.firstIndex(where: { $0.date == date }) {
                let day = known.days.remove(at: index)
                known.days.append(day)
                return .day(day)
            }
            guard let begin = known.begin.map(DutchTime.today), date < begin else { return nil }
            return .nothing(begin: begin)
        }
    }

    private func read(_ date: CalendarDate, _ snapshot: Snapshot) -> Finding {
        do throws(LedgerError) {
            guard let begin = try ledger.records(from: 1, atMost: 32).first?.record.date else {
                return .nothing(begin: nil)
            }
            known.withLock { $0.begin = begin }
            guard DutchTime.today(begin) <= date else { return .nothing(begin: DutchTime.today(begin)) }
            var query = AuditQuery()
            query.end = DutchTime.start(of: date.adding(days: 1))
            let state = try ledger.state(after: try reader.range(of: query).upperBound - 1)
            let day = PastDay(date, state, files: snapshot, now: ledger.state.start)
            known.withLock { known in
                known.days.append(day)
                known.days.removeFirst(max(0, known.days.count - Self.mostDays))
            }
            return .day(day)
        } catch {
            return .unreadable
        }
    }

    // MARK: Who waits

    private func enter(_ keyID: String) -> Bool {
        known.withLock { known in
            let own = known.waiting[keyID, default: 0]
            guard own < Self.mostPerKey, known.waiting.values.reduce(0, +) < Self.mostWaiting else { return false }
            known.waiting[keyID] = own + 1
            return true
        }
    }

    private func leave(_ keyID: String) {
        known.withLock { known in
            let left = known.waiting[keyID, default: 0] - 1
            known.waiting[keyID] = left > 0 ? left : nil
        }
    }
}
