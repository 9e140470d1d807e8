import Foundation
import HTTP
import Registry
import Synchronization

/// One who listens: a place in what there is to tell, and nothing else that grows.
final class ChangeListener: Sendable {
    let listening: Listening
    private let source: ChangeSource
    private let registry: Registry
    private let now: @Sendable () -> Date
    private let place: Mutex<Place>
    /// Whether the stream was told that there may be more, and has not asked since.
    private let isAwake = Atomic(false)

    private struct Place {
        /// Everything up to here was given out, or was not for this listener.
        var id: EventID
        var hasBegun = false
        var isOver = false
        /// Whether it is still to say that nothing that happened before is missing.
        var owesLevel: Bool
        /// Whether all that there was has been given out.
        var isLevel = false
        /// What of the journal it is reading; `nil` where it is not far behind.
        var block: JournalEvents.Block?
        weak var stream: ContentStream?
    }

    /// Events that are looked at together.
    private static let mostEvents = 64
    /// Once a piece has so many bytes it is sent.
    private static let pieceBytes = 16 * 1024

    /// - Parameter tellsLevel: whether it says, once, that everything up to now has been told.
    init(
        _ listening: Listening, after id: EventID, source: ChangeSource, registry: Registry, tellsLevel: Bool = false,
        now: @escaping @Sendable () -> Date
    ) {
        (self.listening, self.source, self.registry, self.now) = (listening, source, registry, now)
        place = Mutex(Place(id: id, owesLevel: tellsLevel))
    }

    /// The stream that asks this listener.
    ///
    /// - Parameters:
    ///   - seconds: after how long without anything else it says that it is still there.
    ///   - ended: called once, when nobody asks any more.
    func makeStream(heartbeat seconds: Double, ended: @escaping @Sendable () -> Void) -> ContentStream {
        let stream = ContentStream(
            heartbeat: ContentStream.Heartbeat(ServerSentEvent.heartbeat, every: seconds), next: { self.next() },
            ended: ended)
        // Not held here: a stream that nobody sends must be able to go.
        place.withLock { $0.stream = stream }
        return stream
    }

    /// Says that there may be more. A reader who has not yet asked for the last needs no telling.
    func wake() {
        if isAwake.exchange(true, ordering: .sequentiallyConsistent) { return }
        place.withLock { $0.stream }?.wake()
    }

    /// Ends the stream, with nothing more.
    func end() {
        place.withLock { $0.isOver = true }
        wake()
    }

    /// What comes next; on a worker's thread, one call at a time.
    private func next() -> ContentStream.Piece {
        // Before anything is looked at: what comes meanwhile wakes again.
        isAwake.store(false, ordering: .sequentiallyConsistent)
        let moment = now()
        guard !place.withLock({ $0.isOver }), listening.isAllowed(at: moment) else { return .end }
        var bytes = beginning()
        while bytes.count < Self.pieceBytes, let events = nextEvents() {
            for event in events {
                if let more = event.bytes(for: listening.principal, in: registry, at: moment) { bytes += more }
            }
        }
        if becomesLevel() { bytes += ServerSentEvent.level }
        return bytes.isEmpty ? .none : .bytes(bytes)
    }

    private func beginning() -> [UInt8] {
        place.withLock { place in
            defer { place.hasBegun = true }
            return place.hasBegun ? [] : ServerSentEvent.beginning(after: place.id)
        }
    }

    private func becomesLevel() -> Bool {
        place.withLock { place in
            guard place.owesLevel, place.isLevel else { return false }
            place.owesLevel = false
            return true
        }
    }

    /// The next events, also those that are not for this listener; `nil` where there are none now.
    private func nextEvents() -> [ChangeEvent]? {
        let (id, block) = place.withLock { ($0.id, $0.block) }
        if let events = source.newest(after: id, atMost: Self.mostEvents) {
            place.withLock { place in
                place.block = nil
                if events.isEmpty { place.isLevel = true }
            }
            guard let last = events.last else { return nil }
            move(to: last.id)
            return events
        }
        guard let block = block.flatMap({ $0.follows(id) ? $0 : nil }) ?? source.past.block(after: id) else {
            source.past.read(after: id) { [weak self] block in self?.take(block) }
            return nil
        }
        let events = Array(block.events(after: id, atMost: Self.mostEvents))
        place.withLock { $0.block = block }
        move(to: events.last?.id ?? .end(of: block.last))
        return events
    }

    private func move(to id: EventID) { place.withLock { $0.id = id } }

    /// Takes what was read. Without it the client would miss something: it shall come back and ask again.
    private func take(_ block: JournalEvents.Block?) {
        guard let block else { return end() }
        place.withLock { $0.block = block }
        wake()
    }
}
