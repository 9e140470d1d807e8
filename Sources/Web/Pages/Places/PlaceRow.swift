import Domain
import Foundation
import Ledger
import Registry

/// One row of a shelter's own places: a service with its count, and how far others may rely on it (screen S11).
struct PlaceRow: Sendable {
    let service: Service
    let live: LiveCapacity
    let now: Date

    var id: ServiceID { service.id }
    var capacity: Capacity { live.capacity }
    var seen: SeenCount { SeenCount(live) }
    var freshness: Freshness { service.freshness(of: capacity, at: now) }

    /// Where the row is on its page.
    var anchor: String { Self.anchor(of: id) }

    static func anchor(of service: ServiceID) -> String { "rij-\(service.rawValue)" }

    /// Only a count that is known can be confirmed, or go up and down by one.
    var isCounted: Bool { capacity.free != nil && capacity.total != nil }

    /// From when on others see "call first"; `nil` where they do so already for want of a count.
    var staleFrom: Date? {
        guard capacity.free != nil, let confirmedAt = capacity.confirmedAt else { return nil }
        return confirmedAt.addingTimeInterval(FreshnessLimits.limits(for: service.shelterKind).ageing)
    }

    /// On this day in the Netherlands.
    var isConfirmedToday: Bool {
        guard isCounted, let confirmedAt = capacity.confirmedAt else { return false }
        return DutchTime.today(confirmedAt) == DutchTime.today(now)
    }

    /// When the next place is expected, unless that day has passed.
    var expectedFreeOn: CalendarDate? {
        guard let day = capacity.expectedFreeOn, day >= DutchTime.today(now) else { return nil }
        return day
    }
}

extension PageCall {
    /// The places of a shelter, in the order of its file: nothing jumps when a count changes.
    func placeRows(of organization: Organization) -> [PlaceRow] {
        organization.services.filter { $0.status != .ended && registry.isCurrent($0) }.compactMap(placeRow)
    }

    /// `nil` for help without a bed.
    func placeRow(of service: Service) -> PlaceRow? {
        guard !service.isAmbulatory, let live = snapshot.state.capacity(of: service.id) else { return nil }
        return PlaceRow(service: service, live: live, now: now)
    }
}
