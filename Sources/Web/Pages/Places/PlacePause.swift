import Domain
import Ledger

/// Whether a place takes nobody for now, until when and why: what a statement says of it, or what stands.
struct PlacePause: Hashable, Sendable {
    let isPaused: Bool
    var until: CalendarDate?
    var reason: PauseReason?

    static let none = PlacePause(isPaused: false)

    init(isPaused: Bool, until: CalendarDate? = nil, reason: PauseReason? = nil) {
        (self.isPaused, self.until, self.reason) = (isPaused, until, reason)
    }

    init(_ capacity: Capacity) {
        self.init(isPaused: capacity.isPaused, until: capacity.pausedUntil, reason: capacity.pauseReason)
    }

    init(_ statement: CapacityStatement) {
        self.init(isPaused: statement.isPaused, until: statement.pausedUntil, reason: statement.pauseReason)
    }
}
