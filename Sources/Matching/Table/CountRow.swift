import Domain
import Foundation

/// The live count of one service in a row of fixed size, beside its ``Criteria``: 24 bytes, and nothing is lost.
struct CountRow: Hashable, Sendable {
    /// Seconds since the reference date; minus infinity where no moment is known.
    var confirmed = -Double.infinity
    /// Days since 1970; for help without a bed the days to wait; ``notKnown`` where nothing is known.
    var day = notKnown
    /// ``notCounted`` where nothing is known; no service counts more than ten thousand.
    var total = notCounted
    var free = notCounted
    var held: Int16 = 0
    var marks: Marks = []

    static let notKnown = Int32.min
    static let notCounted = Int16.min

    struct Marks: OptionSet, Hashable, Sendable {
        let rawValue: UInt8

        static let isPaused = Marks(rawValue: 1)
        /// Counted in rooms for one household each.
        static let countsUnits = Marks(rawValue: 1 << 1)
        static let hasCount = Marks(rawValue: 1 << 2)
    }

    init(_ capacity: Capacity?) {
        guard let capacity else { return }
        marks = .hasCount
        if capacity.isPaused { marks.insert(.isPaused) }
        if capacity.unit == .unit { marks.insert(.countsUnits) }
        if let moment = capacity.confirmedAt { confirmed = moment.timeIntervalSinceReferenceDate }
        if let expected = capacity.expectedFreeOn { day = Int32(clamping: expected.daysSinceEpoch) }
        if let total = capacity.total { self.total = Int16(clamping: total) }
        if let free = capacity.free { self.free = Int16(clamping: free) }
        held = Int16(clamping: capacity.held)
    }

    /// Help without a bed has no count; its waiting time takes the place.
    init(_ waiting: Waiting?) {
        guard let waiting else { return }
        day = Int32(clamping: waiting.days)
        if let statedOn = waiting.statedOn { confirmed = statedOn.start.timeIntervalSinceReferenceDate }
    }

    /// What the row was made of.
    var capacity: Capacity? {
        guard marks.contains(.hasCount) else { return nil }
        func known(_ value: Int16) -> Int? { value == Self.notCounted ? nil : Int(value) }
        return Capacity(
            unit: marks.contains(.countsUnits) ? .unit : .bed, total: known(total), free: known(free),
            held: Int(held), isPaused: marks.contains(.isPaused),
            confirmedAt: confirmed.isFinite ? Date(timeIntervalSinceReferenceDate: confirmed) : nil,
            expectedFreeOn: day == Self.notKnown ? nil : CalendarDate(daysSinceEpoch: Int(day)))
    }
}
