package import Domain
package import Foundation

/// When a place can take the person, as far as the counts tell.
package struct Availability: Hashable, Sendable {
    /// Whole days until enough places are free together: 0 for now, `nil` where it is not known or not in sight.
    package let daysUntilFree: Int?
    /// Whether the place counts as free within the horizon; an unknown count passes (contract section 4).
    package let isWithinHorizon: Bool
    package let freshness: Freshness
    /// Whole hours since the count was confirmed; `nil` where it is not known.
    package let ageInHours: Int?

    init(daysUntilFree: Int?, isWithinHorizon: Bool, freshness: Freshness, ageInHours: Int?) {
        (self.daysUntilFree, self.isWithinHorizon) = (daysUntilFree, isWithinHorizon)
        (self.freshness, self.ageInHours) = (freshness, ageInHours)
    }

    package init(of place: Place, for profile: Profile, at now: Date) {
        let service = place.service
        freshness = service.freshness(of: place.capacity, at: now)
        if service.isAmbulatory {
            daysUntilFree = service.waiting?.days
            isWithinHorizon = service.waiting.map { $0.days <= profile.urgency.horizonDays } ?? true
            ageInHours = Self.hours(since: service.waiting?.statedOn?.start, at: now)
            return
        }
        guard let capacity = place.capacity, let free = capacity.free else {
            (daysUntilFree, isWithinHorizon, ageInHours) = (nil, true, nil)
            return
        }
        let days = Self.days(until: profile.placesNeeded(of: capacity.unit), areFreeIn: capacity, free: free, at: now)
        daysUntilFree = days
        isWithinHorizon = days.map { $0 <= profile.urgency.horizonDays } ?? false
        ageInHours = Self.hours(since: capacity.confirmedAt, at: now)
    }

    private static func days(until needed: Int, areFreeIn capacity: Capacity, free: Int, at now: Date) -> Int? {
        if free >= needed { return 0 }
        guard let expected = capacity.expectedFreeOn else { return nil }
        let days = CalendarDate(now).days(until: expected)
        return days >= 0 ? days : nil
    }

    private static func hours(since moment: Date?, at now: Date) -> Int? {
        moment.map { max(0, Int((now.timeIntervalSince($0) / FreshnessLimits.hour).rounded(.down))) }
    }
}
