package import Domain
import Foundation

/// What one service says of its places at one moment.
///
/// Invariants: `0...Capacity.mostPlaces` contains `total`, `0...total` contains `free`; `pausedUntil` and `pauseReason`
/// only where `isPaused`.
package struct CapacityStatement: Hashable, Sendable {
    /// All places, taken or not.
    package let total: Int
    /// What can be given out now, holds already taken off.
    package let free: Int
    package let expectedFreeOn: CalendarDate?
    /// The shelter takes nobody for now, whatever is free.
    package let isPaused: Bool
    /// The last day of the pause, as far as is known; people end it, the day does not.
    package let pausedUntil: CalendarDate?
    package let pauseReason: PauseReason?

    /// - Throws: the first of total, free, date and pause that cannot be; never clamps.
    package init(
        total: Int, free: Int, expectedFreeOn: CalendarDate? = nil, isPaused: Bool = false,
        pausedUntil: CalendarDate? = nil, pauseReason: PauseReason? = nil
    ) throws(CapacityError) {
        guard (0...Capacity.mostPlaces).contains(total) else {
            throw .totalOutOfRange(total: total, most: Capacity.mostPlaces)
        }
        guard (0...total).contains(free) else { throw .freeOutOfRange(free: free, total: total) }
        if let date = expectedFreeOn, !Self.writable.contains(date.daysSinceEpoch) {
            throw .expectedFreeOnOutOfRange(date)
        }
        guard isPaused || (pausedUntil == nil && pauseReason == nil) else { throw .notPaused }
        if let date = pausedUntil, !Self.writable.contains(date.daysSinceEpoch) {
            throw .pausedUntilOutOfRange(date)
        }
        (self.total, self.free, self.expectedFreeOn) = (total, free, expectedFreeOn)
        (self.isPaused, self.pausedUntil, self.pauseReason) = (isPaused, pausedUntil, pauseReason)
    }

    /// The days from 1900-01-01 to 2199-12-31, the years that ``CalendarDate`` reads back.
    private static let writable = -25_567...84_005
}
