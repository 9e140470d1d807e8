import Foundation

/// How somebody is registered at a place (feature F22).
package struct Referral: Hashable, Sendable {
    package let routes: [ReferralRoute]
    package let phone: String?
    package let hours: String?
    package let intakeAroundTheClock: Bool?
    package let steps: [String]
    package let decisionWithinHours: Int?
    package let documents: [String]

    package init(
        routes: [ReferralRoute] = [], phone: String? = nil, hours: String? = nil, intakeAroundTheClock: Bool? = nil,
        steps: [String] = [], decisionWithinHours: Int? = nil, documents: [String] = []
    ) {
        (self.routes, self.phone, self.hours) = (routes, phone, hours)
        (self.intakeAroundTheClock, self.steps) = (intakeAroundTheClock, steps)
        (self.decisionWithinHours, self.documents) = (decisionWithinHours, documents)
    }
}

/// How long somebody may stay, in days (feature F20).
package struct Stay: Hashable, Sendable {
    package let minimumDays: Int?
    package let usualDays: Int?
    package let maximumDays: Int?
    package let extensible: Bool?

    package init(
        minimumDays: Int? = nil, usualDays: Int? = nil, maximumDays: Int? = nil, extensible: Bool? = nil
    ) {
        (self.minimumDays, self.usualDays) = (minimumDays, usualDays)
        (self.maximumDays, self.extensible) = (maximumDays, extensible)
    }
}

/// The waiting time a service states, with the day on which it said so (feature F19).
package struct Waiting: Hashable, Sendable {
    package let days: Int
    package let statedOn: CalendarDate?

    package init(days: Int, statedOn: CalendarDate? = nil) {
        (self.days, self.statedOn) = (days, statedOn)
    }
}
