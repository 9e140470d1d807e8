import Domain
import Foundation
import Ledger
import Registry

/// Makes events of records. A record says the counts that it changes, and that of the service whose hold it is about,
/// so it needs none of those before it.
struct ChangeReader: Sendable {
    let registry: Registry

    init(_ registry: Registry) { self.registry = registry }

    /// The events of a record: its hold, then its counts. A service that the registry does not know has none, but its
    /// count keeps its number.
    func events(of record: Record, at now: Date) -> [ChangeEvent] {
        var events: [ChangeEvent] = []
        var number = 0
        func nextID() -> EventID {
            number += 1
            return EventID(sequence: record.sequence, number: number)
        }
        if let hold = record.hold {
            let id = nextID()
            let change = record.capacities.first { $0.service == hold.service }
            if let event = try? ChangeEvent(hold, with: change.map(live), id: id, in: registry) { events.append(event) }
        }
        guard record.kind.changesCounts else { return events }
        for change in record.capacities {
            let id = nextID()
            guard let service = registry.service(change.service) else { continue }
            if let event = try? ChangeEvent(live(change), of: service, id: id, at: now) { events.append(event) }
        }
        return events
    }

    /// What stands after a change. In which unit places are counted is said by the registry alone.
    private func live(_ change: CapacityChange) -> LiveCapacity {
        let unit = registry.service(change.service)?.startingCapacity?.unit ?? .bed
        return LiveCapacity(
            service: change.service, capacity: change.after.capacity(in: unit), version: change.version)
    }
}
