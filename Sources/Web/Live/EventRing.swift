import Foundation

/// The newest events, in their order, of which every listener reads its own part.
struct EventRing {
    private let most: Int
    private var events: [ChangeEvent] = []
    /// Where the oldest stands, once all places are taken.
    private var start = 0
    /// Every event after this one is here.
    private(set) var floor: EventID

    /// - Parameters:
    ///   - most: how many events are kept.
    ///   - floor: where the first that is put in follows.
    init(most: Int, after floor: EventID) { (self.most, self.floor) = (max(1, most), floor) }

    /// Takes in the next event. The oldest makes room.
    mutating func append(_ event: ChangeEvent) {
        guard events.count == most else { return events.append(event) }
        floor = events[start].id
        events[start] = event
        start = (start + 1) % most
    }

    /// Lets go of everything, where the events up to `id` are not here.
    mutating func skip(to id: EventID) {
        events = []
        (start, floor) = (0, id)
    }

    /// At most `count` of the events after `id`; `nil` where some of them are not here.
    func events(after id: EventID, atMost count: Int) -> [ChangeEvent]? {
        guard id >= floor else { return nil }
        var (low, high) = (0, events.count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].id > id { high = middle } else { low = middle + 1 }
        }
        return (low..<min(events.count, low + count)).map { self[$0] }
    }

    /// The event at a place, from the oldest.
    private subscript(place: Int) -> ChangeEvent { events[(start + place) % events.count] }
}
