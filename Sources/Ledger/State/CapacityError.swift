package import Domain
import Foundation

/// Why a statement of places cannot be.
package enum CapacityError: Error, Hashable, Sendable {
    /// Outside `0...most`.
    case totalOutOfRange(total: Int, most: Int)
    /// Outside `0...total`.
    case freeOutOfRange(free: Int, total: Int)
    /// Outside the years 1900 to 2199, which is what a date can be written in.
    case expectedFreeOnOutOfRange(CalendarDate)
    /// The same of the end of a pause.
    case pausedUntilOutOfRange(CalendarDate)
    /// An end or a reason of a pause that there is not.
    case notPaused
}
