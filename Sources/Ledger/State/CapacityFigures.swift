package import Domain
package import Foundation

/// The numbers of one service as a record keeps them, without what the registry says of it.
package struct CapacityFigures: Hashable, Sendable {
    /// All places, taken or not; `nil` where nobody stated it.
    package let total: Int?
    /// What can be given out now, holds already taken off; `nil` where it is unknown.
    package let free: Int?
    /// Places on hold.
    package let held: Int
    package let isPaused: Bool
    /// The last day of the pause, as it was expected, and why it is; `nil` where nobody said so or nothing is paused.
    package let pausedUntil: CalendarDate?
    package let pauseReason: PauseReason?
    package let expectedFreeOn: CalendarDate?
    /// When the count was last said to be right.
    let confirmation: RecordTime?

    package var confirmedAt: Date? { confirmation?.date }

    init(
        total: Int?, free: Int?, held: Int = 0, isPaused: Bool = false, pausedUntil: CalendarDate? = nil,
        pauseReason: PauseReason? = nil, expectedFreeOn: CalendarDate? = nil, confirmation: RecordTime? = nil
    ) {
        (self.total, self.free, self.held) = (total, free, held)
        (self.isPaused, self.pausedUntil, self.pauseReason) = (isPaused, pausedUntil, pauseReason)
        (self.expectedFreeOn, self.confirmation) = (expectedFreeOn, confirmation)
    }

    init(_ capacity: Capacity) {
        self.init(
            total: capacity.total, free: capacity.free, held: capacity.held, isPaused: capacity.isPaused,
            pausedUntil: capacity.pausedUntil, pauseReason: capacity.pauseReason,
            expectedFreeOn: capacity.expectedFreeOn, confirmation: capacity.confirmedAt.flatMap(RecordTime.init))
    }

    /// The same as the count of a service whose places are counted in `unit`.
    package func capacity(in unit: CapacityUnit) -> Capacity {
        Capacity(
            unit: unit, total: total, free: free, held: held, isPaused: isPaused, pausedUntil: pausedUntil,
            pauseReason: pauseReason, confirmedAt: confirmedAt, expectedFreeOn: expectedFreeOn)
    }
}

extension CapacityFigures {
    /// Whether they can stand together: none above ``Domain/Capacity/mostPlaces``, free and held not above all, nothing
    /// of a pause that there is not.
    var arePossible: Bool {
        guard isPaused || (pausedUntil == nil && pauseReason == nil) else { return false }
        let places = 0...Capacity.mostPlaces
        guard places.contains(total ?? 0), places.contains(free ?? 0), places.contains(held) else { return false }
        guard let total, let free else { return true }
        return free + held <= total
    }

    /// What stands once a shelter has stated its places: holds stay as they are.
    /// - Throws: ``LedgerError/heldPlaces(held:total:)`` where free and held are more than all.
    func reporting(_ statement: CapacityStatement, at time: RecordTime) throws(LedgerError) -> CapacityFigures {
        guard statement.free + held <= statement.total else {
            throw .heldPlaces(held: held, total: statement.total)
        }
        return CapacityFigures(
            total: statement.total, free: statement.free, held: held, isPaused: statement.isPaused,
            pausedUntil: statement.pausedUntil, pauseReason: statement.pauseReason,
            expectedFreeOn: statement.expectedFreeOn, confirmation: time)
    }

    /// Nobody can confirm a count that was never given: it stays unknown (contract section 8).
    func confirmed(at time: RecordTime) -> CapacityFigures {
        guard free != nil else { return self }
        return with(free: free, held: held, confirmation: time)
    }

    /// `places` go from free to held.
    func holding(_ places: Int) -> CapacityFigures {
        with(free: free.map { $0 - places }, held: held + places, confirmation: confirmation)
    }

    /// `places` are held no more: free again, or taken for good.
    func releasing(_ places: Int, areFree: Bool) -> CapacityFigures {
        let kept = max(0, held - places)
        // Whatever stood there before: a record that says more than all could never be read again.
        let most = (total ?? Capacity.mostPlaces) - kept
        let next = areFree ? free.map { max($0, min($0 + places, most)) } : free
        return with(free: next, held: kept, confirmation: confirmation)
    }

    private func with(free: Int?, held: Int, confirmation: RecordTime?) -> CapacityFigures {
        CapacityFigures(
            total: total, free: free, held: held, isPaused: isPaused, pausedUntil: pausedUntil,
            pauseReason: pauseReason, expectedFreeOn: expectedFreeOn, confirmation: confirmation)
    }
}
