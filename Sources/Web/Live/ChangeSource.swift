import Foundation
import Ledger
import Registry
import Synchronization

/// All events there are: the newest in memory, the others in the journal.
final class ChangeSource: Sendable {
    let past: JournalEvents
    private let ring: Mutex<EventRing>

    /// - Parameters:
    ///   - most: how many events are kept in memory.
    ///   - sequence: the last record whose events are not kept.
    init(past: JournalEvents, keeping most: Int, after sequence: Int) {
        self.past = past
        ring = Mutex(EventRing(most: most, after: .end(of: sequence)))
    }

    /// At most `count` of the events after `id`; `nil` where the first of them are only in the journal.
    func newest(after id: EventID, atMost count: Int) -> [ChangeEvent]? {
        ring.withLock { $0.events(after: id, atMost: count) }
    }

    func append(_ events: [ChangeEvent]) {
        ring.withLock { ring in
            for event in events { ring.append(event) }
        }
    }

    /// Leaves everything up to the record `sequence` to the journal.
    func skip(to sequence: Int) { ring.withLock { $0.skip(to: .end(of: sequence)) } }
}
