package import Foundation

/// Until when a count may be relied on, in seconds since it was confirmed; both ends included (rule R15).
package struct FreshnessLimits: Hashable, Sendable {
    package let fresh: TimeInterval
    package let ageing: TimeInterval

    package static let hour: TimeInterval = 3_600
    /// Time-out places, emergency beds and crisis places.
    package static let quick = FreshnessLimits(fresh: 12 * hour, ageing: 24 * hour)
    /// All other beds.
    package static let beds = FreshnessLimits(fresh: 24 * hour, ageing: 72 * hour)
    /// Help without a bed, by the day on which its waiting time was stated.
    package static let ambulatory = FreshnessLimits(fresh: 7 * 24 * hour, ageing: 30 * 24 * hour)

    /// The limits that hold for `kind`; `nil` is help without a bed.
    package static func limits(for kind: ShelterKind?) -> FreshnessLimits {
        guard let kind else { return ambulatory }
        return kind.agesQuickly ? quick : beds
    }

    /// How far what was said at `moment` may be relied on at `now`; a moment that is still to come is fresh.
    package func freshness(of moment: Date?, at now: Date) -> Freshness {
        guard let moment else { return .unknown }
        let age = now.timeIntervalSince(moment)
        if age <= fresh { return .fresh }
        return age <= ageing ? .ageing : .stale
    }
}

extension Service {
    /// How far `capacity` may be relied on at `now`. For help without a bed the stated waiting time decides.
    package func freshness(of capacity: Capacity?, at now: Date) -> Freshness {
        let limits = FreshnessLimits.limits(for: shelterKind)
        if isAmbulatory {
            return limits.freshness(of: waiting?.statedOn?.start, at: now)
        }
        guard let capacity, capacity.free != nil else { return .unknown }
        return limits.freshness(of: capacity.confirmedAt, at: now)
    }
}
