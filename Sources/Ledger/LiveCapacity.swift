package import Domain
import Foundation

/// The places of one service as they stand, with the version that a writer must name.
package struct LiveCapacity: Hashable, Sendable {
    package let service: ServiceID
    package let capacity: Capacity
    /// How many records there are on this service; 0 where only the registry spoke.
    package let version: Int

    package init(service: ServiceID, capacity: Capacity, version: Int) {
        (self.service, self.capacity, self.version) = (service, capacity, version)
    }

    /// What stands once `change` is recorded at `time`.
    func after(_ change: Change, at time: RecordTime) -> LiveCapacity {
        let next: Capacity =
            switch change {
            case .capacityReported(let statement):
                Capacity(
                    unit: capacity.unit, total: statement.total, free: statement.free, held: capacity.held,
                    isPaused: statement.isPaused, confirmedAt: time.date, expectedFreeOn: statement.expectedFreeOn)
            case .capacityConfirmed:
                // Nobody can confirm a count that was never given: it stays unknown (contract section 8).
                Capacity(
                    unit: capacity.unit, total: capacity.total, free: capacity.free, held: capacity.held,
                    isPaused: capacity.isPaused, confirmedAt: capacity.free == nil ? capacity.confirmedAt : time.date,
                    expectedFreeOn: capacity.expectedFreeOn)
            }
        return LiveCapacity(service: service, capacity: next, version: version + 1)
    }
}
