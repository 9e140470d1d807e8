package import Domain
package import Foundation

/// How far the data can be relied on, and what has to be looked after (screen S18): of all organisations, or of those
/// somebody looks after.
package struct DataQuality: Sendable {
    /// Every organisation with counted places, worst first: most old counts, then most unknown ones, then by name.
    package let counts: [CountQuality]
    /// Every field that a service should have, with those that have not; most first.
    package let gaps: [FieldQuality]
    /// Organisations whose data nobody confirmed, the longest ago first, those never checked before all.
    package let unverified: [Organization]
    /// Every current organisation, the one that was checked longest ago first.
    package let byCheck: [Organization]
    /// Organisations that ended, and services that ended of others that go on.
    package let ended: [Ended]
    /// Current services whose money ends within twelve months or has ended; soonest first.
    package let ending: [Service]
    /// How many current services there are.
    package let services: Int

    package struct Ended: Sendable {
        package let organization: Organization
        /// `nil` where all of the organisation ended.
        package let service: Service?
    }

    /// - Parameters:
    ///   - organizations: those to look at; an ended one is only listed as that.
    ///   - today: the day in the Netherlands.
    package init(
        of organizations: [Organization], at now: Date, on today: CalendarDate, capacity: (ServiceID) -> Capacity?
    ) {
        let sorted = organizations.sorted { ($0.name, $0.id.rawValue) < ($1.name, $1.id.rawValue) }
        let current = sorted.filter { $0.status != .ended }
        let running = current.flatMap(\.services).filter { $0.status != .ended }
        counts = current.compactMap { CountQuality(of: $0, at: now, capacity) }.sorted(by: CountQuality.isWorse)
        gaps = MissingField.allCases.map { FieldQuality($0, in: running, capacity) }
            .filter { !$0.missing.isEmpty }
            .sorted { ($1.missing.count, $0.field.rawValue) < ($0.missing.count, $1.field.rawValue) }
        byCheck = current.sorted { one, other in
            (one.checkedOn?.daysSinceEpoch ?? .min, one.name) < (other.checkedOn?.daysSinceEpoch ?? .min, other.name)
        }
        unverified = byCheck.filter { $0.confidence == nil || $0.confidence == .unverified }
        ended = sorted.flatMap { organization in
            organization.status == .ended
                ? [Ended(organization: organization, service: nil)]
                : organization.services.filter { $0.status == .ended }.map {
                    Ended(organization: organization, service: $0)
                }
        }
        ending = running.filter { $0.fundingEnds(within: 12, monthsOf: today) }.sorted { one, other in
            (one.fundingEndsOn?.daysSinceEpoch ?? 0, one.id.rawValue)
                < (other.fundingEndsOn?.daysSinceEpoch ?? 0, other.id.rawValue)
        }
        services = running.count
    }

    /// How many counted places have a count of this age.
    package func counted(_ freshness: Freshness) -> Int {
        counts.reduce(0) { $0 + $1.places.filter { $0.freshness == freshness }.count }
    }

    /// How many places are counted at all.
    package var counted: Int { counts.reduce(0) { $0 + $1.places.count } }
}

/// How old the counts of one organisation are.
package struct CountQuality: Sendable {
    package let organization: Organization
    /// Its services with beds that are open, oldest count first, unknown ones before all.
    package let places: [Place]

    package struct Place: Sendable {
        package let service: Service
        package let freshness: Freshness
        /// When the count was last confirmed; `nil` where there is none.
        package let confirmedAt: Date?
    }

    /// `nil` without open places. A place that is closed for now need not be counted.
    init?(of organization: Organization, at now: Date, _ capacity: (ServiceID) -> Capacity?) {
        let places = organization.services.filter { $0.status == .active && !$0.isAmbulatory }.map { service in
            let live = capacity(service.id)
            let freshness = service.freshness(of: live, at: now)
            return Place(
                service: service, freshness: freshness, confirmedAt: freshness == .unknown ? nil : live?.confirmedAt)
        }
        guard !places.isEmpty else { return nil }
        self.organization = organization
        self.places = places.sorted { one, other in
            (one.confirmedAt ?? .distantPast, one.service.id) < (other.confirmedAt ?? .distantPast, other.service.id)
        }
    }

    package func count(_ freshness: Freshness) -> Int { places.filter { $0.freshness == freshness }.count }

    /// Places that nobody can be told are free.
    package var unreliable: Int { count(.stale) + count(.unknown) }

    /// The moment of the oldest count that there is.
    package var oldest: Date? { places.compactMap(\.confirmedAt).min() }

    static func isWorse(_ one: CountQuality, than other: CountQuality) -> Bool {
        let (left, right) = (one.badness, other.badness)
        return left == right ? one.organization.id < other.organization.id : left > right
    }

    private var badness: [Int] { [count(.stale), count(.unknown), count(.ageing)] }
}

extension [Int] {
    fileprivate static func > (left: [Int], right: [Int]) -> Bool { right.lexicographicallyPrecedes(left) }
}
