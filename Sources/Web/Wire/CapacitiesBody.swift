import Domain
import Foundation
import Ledger
import Registry

/// Several counts that were set or confirmed together.
struct CapacitiesBody: Encodable, Sendable {
    let capacities: [CapacityBody]
    /// The services without a known count, of which there was nothing to confirm.
    let unknown: [String]

    init(_ counts: [LiveCapacity], unknown: [ServiceID], _ call: Call) {
        capacities = counts.compactMap { live in
            call.snapshot.registry.service(live.service).map { CapacityBody(live, of: $0, at: call.now) }
        }
        self.unknown = unknown.map(\.rawValue)
    }

    static let schema = Schema.Named(
        "Capacities",
        .object([
            Schema.Property("capacities", .array(.named(CapacityBody.schema)), "Wat is opgeslagen of bevestigd."),
            Schema.Property(
                "unknown", .array(.text), "Diensten zonder bekend aantal. Daar viel niets te bevestigen."),
        ]), example: ["capacities": [CapacityBody.example], "unknown": []])
}
