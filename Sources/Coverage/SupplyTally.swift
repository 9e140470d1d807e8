package import Domain
package import Foundation
import Matching

/// How many places a group could have in a part of the country, and how many of them are free.
package struct SupplyTally: Hashable, Sendable {
    package private(set) var services = 0
    package private(set) var providers: Set<OrganizationID> = []
    /// Beds, and rooms or homes for one household, of services that stated how many they have.
    package private(set) var places = 0
    /// Services that did not.
    package private(set) var withoutTotal = 0
    /// How often the group fits in at once: a group of six needs six beds together.
    package private(set) var room = 0
    /// Of `places`, those for which something is to be talked over first.
    package private(set) var inConsultation = 0

    /// Free places, of reliable counts only and where enough are free together (rule R15; domain section 2, no. 4).
    package private(set) var free = 0
    /// How often the group fits in what is free.
    package private(set) var freeRoom = 0
    /// Services whose count is too old or was never given.
    package private(set) var unreliable = 0

    package init() {}

    /// - Parameter live: what is known of the places now; not looked at where nobody may see what is free.
    mutating func add(_ found: Assessment, for profile: Profile, _ live: LivePlaces?) {
        let service = found.place.service
        services += 1
        providers.insert(service.organization)
        let unit = found.place.capacity?.unit ?? .bed
        let needed = max(1, profile.placesNeeded(of: unit))
        if let total = found.place.capacity?.total {
            places += total
            room += total / needed
            if !found.conditions.isEmpty { inConsultation += total }
        } else {
            withoutTotal += 1
        }
        switch live?.free(of: service) {
        case .known(let count)?:
            // A bed that is free beside five others that are not is none for a group.
            if count >= needed { free += count }
            freeRoom += count / needed
        case .unreliable?: unreliable += 1
        case nil: break
        }
    }
}

/// What is known of the free places at one moment.
package struct LivePlaces {
    private let now: Date
    private let capacity: (ServiceID) -> Capacity?

    package init(at now: Date, _ capacity: @escaping (ServiceID) -> Capacity?) {
        (self.now, self.capacity) = (now, capacity)
    }

    package enum Count: Hashable, Sendable {
        /// So many can be given out; none where the shelter paused.
        case known(Int)
        /// Too old or unknown: call first.
        case unreliable
    }

    package func free(of service: Service) -> Count {
        let live = capacity(service.id)
        guard service.freshness(of: live, at: now).isReliable, let live, let free = live.free else {
            return .unreliable
        }
        return .known(live.isPaused ? 0 : free)
    }
}
