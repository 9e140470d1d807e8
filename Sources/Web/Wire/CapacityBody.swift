import Domain
import Foundation
import Ledger

/// The live count of one service, as a resource of its own.
struct CapacityBody: Encodable, Sendable {
    let serviceId: String
    let unit: String
    @OrNull var total: Int?
    @OrNull var free: Int?
    let held: Int
    let paused: Bool
    let freshness: String
    @OrNull var confirmedAt: String?
    @OrNull var expectedFreeOn: String?
    /// The same number as in the `ETag`.
    let version: Int

    init(_ live: LiveCapacity, of service: Service, at now: Date) {
        let count = CountBody(live.capacity, freshness: service.freshness(of: live.capacity, at: now))
        (serviceId, unit, total, free) = (service.id.rawValue, count.unit, count.total, count.free)
        (held, paused, freshness) = (count.held, count.paused, count.freshness)
        (confirmedAt, expectedFreeOn, version) = (count.confirmedAt, count.expectedFreeOn, live.version)
    }

    static let schema = Schema.Named(
        "Capacity",
        .object(
            [Schema.Property("serviceId", .text)] + CountBody.properties + [
                Schema.Property("version", .integer(minimum: 0))
            ]), example: example)

    static let example: JSONTree = [
        "serviceId": "voorbeeld-de-zilverwilg-crisisopvang", "unit": "bed", "total": 6, "free": 2, "held": 0,
        "paused": false, "freshness": "fresh", "confirmedAt": "2026-11-20T08:00:00Z", "expectedFreeOn": .null,
        "version": 3,
    ]
}
