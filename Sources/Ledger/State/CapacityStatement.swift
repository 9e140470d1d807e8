package import Domain
import Foundation

/// What one service says of its places at one moment.
///
/// Invariants: `0...Capacity.mostPlaces` contains `total`, `0...total` contains `free`.
package struct CapacityStatement: Hashable, Sendable {
    /// All places, taken or not.
    package let total: Int
    /// What can be given out now, holds already taken off.
    package let free: Int
    package let expectedFreeOn: CalendarDate?
    /// The shelter takes nobody for now, whatever is free.
    package let isPaused: Bool

    /// - Throws: the first of total, free and date that cannot be; never clamps.
    package init(
        total: Int, free: Int, expectedFreeOn: CalendarDate? = nil, isPaused: Bool = false
    ) throws(CapacityError) {
        guard (0...Capacity.mostPlaces).contains(total) else {
            throw .totalOutOfRange(total: total, most: Capacity.mostPlaces)
        }
        guard (0...total).contains(free) else { throw .freeOutOfRange(free: free, total: total) }
        if let date = expectedFreeOn, !Self.writable.contains(date.daysSinceEpoch) {
            throw .expectedFreeOnOutOfRange(date)
        }
        (self.total, self.free, self.expectedFreeOn, self.isPaused) = (total, free, expectedFreeOn, isPaused)
    }

    /// The days from 1900-01-01 to 2199-12-31, the years that ``CalendarDate`` reads back.
    private static let writable = -25_567...84_005
}
