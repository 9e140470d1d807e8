package import Domain
import Foundation

/// The places of one service as they stand, with the version that a writer must name.
package struct LiveCapacity: Hashable, Sendable {
    package let service: ServiceID
    package let capacity: Capacity
    /// How many changes there were, holds among them; 0 where only the registry spoke.
    package let version: Int

    package init(service: ServiceID, capacity: Capacity, version: Int) {
        (self.service, self.capacity, self.version) = (service, capacity, version)
    }

    var figures: CapacityFigures { CapacityFigures(capacity) }

    /// The change that makes `next` of what stands.
    func change(to next: CapacityFigures) -> CapacityChange {
        CapacityChange(service: service, version: version + 1, before: figures, after: next)
    }

    /// What stands, as a record says it that changes nothing of it.
    var unchanged: CapacityChange {
        CapacityChange(service: service, version: version, before: figures, after: figures)
    }

    func after(_ change: CapacityChange) -> LiveCapacity {
        LiveCapacity(
            service: service, capacity: change.after.capacity(in: capacity.unit), version: change.version)
    }
}
