package import Foundation

/// What is known of the places of one service at one moment (feature F07).
///
/// Invariants: `0 <= free + held <= total` where these are known; an end and a reason of a pause only with a pause.
package struct Capacity: Hashable, Sendable {
    package let unit: CapacityUnit
    /// All places, taken or not; `nil` where nobody stated it.
    package let total: Int?
    /// What can be given out now, holds already taken off; `nil` where it is unknown.
    package let free: Int?
    /// Places on hold.
    package let held: Int
    /// The shelter takes nobody for now, whatever is free.
    package let isPaused: Bool
    /// The last day of the pause, as it was expected; nothing ends by itself once it has passed.
    package let pausedUntil: CalendarDate?
    package let pauseReason: PauseReason?
    package let confirmedAt: Date?
    package let expectedFreeOn: CalendarDate?

    /// The most places one service may count (contract section 9).
    package static let mostPlaces = 10_000

    package init(
        unit: CapacityUnit = .bed, total: Int? = nil, free: Int? = nil, held: Int = 0, isPaused: Bool = false,
        pausedUntil: CalendarDate? = nil, pauseReason: PauseReason? = nil, confirmedAt: Date? = nil,
        expectedFreeOn: CalendarDate? = nil
    ) {
        (self.unit, self.total, self.free, self.held) = (unit, total, free, held)
        (self.isPaused, self.pausedUntil, self.pauseReason) = (isPaused, pausedUntil, pauseReason)
        (self.confirmedAt, self.expectedFreeOn) = (confirmedAt, expectedFreeOn)
    }
}
