import Domain
import Foundation

/// The live count of one service in a row of fixed size, beside its ``Criteria``: 24 bytes, and nothing is lost.
///
/// What is not known stands as the number with which every comparison comes out as the rules want it.
struct CountRow: Hashable, Sendable {
    /// Seconds since the reference date; minus infinity where no moment is known.
    private(set) var confirmed = -Double.infinity
    /// Days since 1970; for help without a bed the days to wait. Where nothing is known a place is never free in time,
    /// and help always is.
    private(set) var day = Int32.max
    /// No service counts more than ten thousand; not known is more than that.
    private(set) var total = notCounted
    private(set) var free = notCounted
    private(set) var held: Int16 = 0
    private(set) var marks: Marks = []
    /// As ``Criteria/limits``: how long the count may be relied on.
    let limits: UInt8

    static let notCounted = Int16.max

    struct Marks: OptionSet, Hashable, Sendable {
        let rawValue: UInt8

        static let isPaused = Marks(rawValue: 1)
        /// Counted in rooms for one household each.
        static let countsUnits = Marks(rawValue: 1 << 1)
        static let hasCount = Marks(rawValue: 1 << 2)
        /// Help without a bed: ``day`` is how long people wait.
        static let isAmbulatory = Marks(rawValue: 1 << 3)
        /// How many are free is known, or does not matter.
        static let isCounted = Marks(rawValue: 1 << 4)
        static let hasDay = Marks(rawValue: 1 << 5)
    }

    init(_ capacity: Capacity?, limits: UInt8) {
        self.limits = limits
        guard let capacity else { return }
        marks = .hasCount
        if capacity.isPaused { marks.insert(.isPaused) }
        if capacity.unit == .unit { marks.insert(.countsUnits) }
        if let moment = capacity.confirmedAt { confirmed = moment.timeIntervalSinceReferenceDate }
        if let expected = capacity.expectedFreeOn { setDay(expected.daysSinceEpoch) }
        if let total = capacity.total { self.total = Int16(clamping: total) }
        if let free = capacity.free {
            self.free = Int16(clamping: free)
            marks.insert(.isCounted)
        }
        held = Int16(clamping: capacity.held)
    }

    /// Help without a bed has no count; its waiting time takes the place.
    init(_ waiting: Waiting?, limits: UInt8) {
        self.limits = limits
        (marks, day, free) = ([.isAmbulatory, .isCounted], 0, -1)
        guard let waiting else { return }
        setDay(waiting.days)
        if let statedOn = waiting.statedOn { confirmed = statedOn.start.timeIntervalSinceReferenceDate }
    }

    private mutating func setDay(_ day: Int) {
        self.day = Int32(clamping: day)
        marks.insert(.hasDay)
    }

    /// What the row was made of.
    var capacity: Capacity? {
        guard marks.contains(.hasCount) else { return nil }
        return Capacity(
            unit: marks.contains(.countsUnits) ? .unit : .bed, total: total == Self.notCounted ? nil : Int(total),
            free: marks.contains(.isCounted) ? Int(free) : nil, held: Int(held),
            isPaused: marks.contains(.isPaused),
            confirmedAt: confirmed.isFinite ? Date(timeIntervalSinceReferenceDate: confirmed) : nil,
            expectedFreeOn: marks.contains(.hasDay) ? CalendarDate(daysSinceEpoch: Int(day)) : nil)
    }
}
