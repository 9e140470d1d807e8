import Access
import Dispatch
import Domain
import Foundation
import HTTP
import Ledger
import Registry
import Synchronization

/// Tells everybody who listens what changes, as it changes (`/v1/changes`, feature F07).
///
/// The ledger's writer only hands over; what follows happens on a queue of the feed's own. Each change becomes bytes
/// once, in a ring that all listeners read at their own pace: nothing piles up for a slow one. Whoever is behind the
/// ring, or comes back later, reads from the journal up to where the ring begins. Where one ends and the other begins
/// is decided by the listener's place alone, so nothing is lost there and nothing told twice.
final class ChangeFeed: Sendable {
    private let registry: Registry
    private let ledger: Ledger
    private let now: @Sendable () -> Date
    private let limits: Limits
    private let ticks: Bool
    private let source: ChangeSource
    private let queue = DispatchQueue(label: "changes", qos: .userInitiated)
    /// Records that the writer has handed over.
    private let waiting = Mutex<[Record]>([])
    private let reader: ChangeReader
    /// The last record that was told.
    private let told: Mutex<Int>
    private let audience = Mutex(Audience())

    /// What is open at a time. One key cannot take all places: a screen for everybody else is left.
    struct Limits: Sendable {
        var streams = 3_000
        var streamsPerKey = 100
        /// How many events are kept in memory.
        var events = 4_096
    }

    private struct Audience {
        var listeners: [Int: ChangeListener] = [:]
        var counts: [String: Int] = [:]
        var next = 0
        var isTicking = false
    }

    /// How often keys are looked at without an event; seconds.
    private static let tickSeconds = 0.5

    /// - Parameter ticks: whether keys are looked at by themselves; without it by ``dismiss()`` alone.
    init(
        of ledger: Ledger, registry: Registry, limits: Limits = Limits(), ticks: Bool = true,
        now: @escaping @Sendable () -> Date
    ) {
        (self.ledger, self.registry, self.limits, self.ticks, self.now) = (ledger, registry, limits, ticks, now)
        let box = WeakFeed()
        // Before the state is read: what is in neither comes by the listener.
        ledger.listen { records in box.feed?.take(records) }
        let state = ledger.state
        reader = ChangeReader(registry)
        told = Mutex(state.sequence)
        source = ChangeSource(
            past: JournalEvents(of: ledger, registry: registry, now: now), keeping: limits.events,
            after: state.sequence)
        box.feed = self
    }

    // MARK: Listening

    /// A stream of everything that `listening` may hear of, after `id` or from now on.
    ///
    /// - Parameters:
    ///   - id: the last event they have. One that is still to come is as good as none.
    ///   - seconds: after how long without anything else a line of comment is sent.
    ///   - tellsLevel: whether it says, once, that everything up to now has been told.
    /// - Throws: 429 where the key listens often enough, 503 where all places are taken.
    func stream(
        for listening: Listening, after id: EventID? = nil, heartbeat seconds: Double = 15, tellsLevel: Bool = false
    ) throws(Problem) -> ContentStream {
        let newest = EventID.end(of: ledger.state.sequence)
        let start = id.map { $0 > newest ? newest : $0 } ?? newest
        let listener = ChangeListener(
            listening, after: start, source: source, registry: registry, tellsLevel: tellsLevel, now: now)
        let number = try enter(listener)
        let stream = listener.makeStream(heartbeat: seconds) { [weak self] in self?.leave(number) }
        tick()
        return stream
    }

    /// How many listen.
    var count: Int { audience.withLock { $0.listeners.count } }

    private func enter(_ listener: ChangeListener) throws(Problem) -> Int {
        let keyID = listener.listening.principal.keyID
        return try audience.withLock { audience throws(Problem) in
            let open = audience.counts[keyID, default: 0]
            guard open < limits.streamsPerKey else { throw .tooManyStreams(most: limits.streamsPerKey) }
            guard audience.listeners.count < limits.streams else { throw .noRoomForStreams }
            audience.counts[keyID] = open + 1
            audience.next += 1
            audience.listeners[audience.next] = listener
            return audience.next
        }
    }

    private func leave(_ number: Int) {
        audience.withLock { audience in
            guard let keyID = audience.listeners.removeValue(forKey: number)?.listening.principal.keyID else { return }
            let open = audience.counts[keyID, default: 0] - 1
            audience.counts[keyID] = open > 0 ? open : nil
        }
    }

    // MARK: Telling

    /// On the writer's queue: hands over and returns.
    private func take(_ records: [Record]) {
        let isFirst = waiting.withLock { waiting in
            waiting += records
            return waiting.count == records.count
        }
        if isFirst { queue.async { self.tell() } }
    }

    /// Makes events of all that was handed over, and wakes who listens. What comes meanwhile is told in one go.
    private func tell() {
        let records = waiting.withLock { waiting in
            defer { waiting = [] }
            return waiting
        }
        if count == 0 { passOver(records) } else { source.append(events(of: records)) }
        // After the ring has them: whoever comes between looks by themselves.
        for listener in audience.withLock({ Array($0.listeners.values) }) { listener.wake() }
    }

    private func events(of records: [Record]) -> [ChangeEvent] {
        let moment = now()
        return told.withLock { told in
            let new = records.filter { $0.sequence > told }
            told = new.last?.sequence ?? told
            return new.flatMap { reader.events(of: $0, at: moment) }
        }
    }

    /// While nobody listens nothing is made: who comes back finds it in the journal.
    private func passOver(_ records: [Record]) {
        let sequence = told.withLock { told in
            told = max(told, records.last?.sequence ?? told)
            return told
        }
        source.skip(to: sequence)
    }

    // MARK: Keys that end

    /// Ends the streams of those who may not listen any more.
    func dismiss() {
        let moment = now()
        for listener in audience.withLock({ Array($0.listeners.values) })
        where !listener.listening.isAllowed(at: moment) {
            listener.end()
        }
    }

    /// One look for all, for as long as somebody listens.
    private func tick() {
        guard ticks else { return }
        let mustBegin = audience.withLock { audience in
            guard !audience.listeners.isEmpty else { return false }
            defer { audience.isTicking = true }
            return !audience.isTicking
        }
        guard mustBegin else { return }
        queue.asyncAfter(deadline: .now() + Self.tickSeconds) { [weak self] in
            guard let self else { return }
            dismiss()
            audience.withLock { $0.isTicking = false }
            tick()
        }
    }
}

/// Lets the ledger call a feed without keeping it.
private final class WeakFeed: Sendable {
    private struct Held { weak var feed: ChangeFeed? }

    private let held = Mutex(Held())

    var feed: ChangeFeed? {
        get { held.withLock { $0.feed } }
        set { held.withLock { $0.feed = newValue } }
    }
}
