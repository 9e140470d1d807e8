import Domain
import Foundation
import Hashing
import Ledger
import Matching
import Registry
import Synchronization

/// Registry and live counts at one moment: what a request works with, without a lock.
struct Snapshot: Sendable {
    let registry: Registry
    let state: LedgerState
    /// Every service that has not ended, with its count, by id.
    let places: [Place]
    /// A hash of the registry's files and of the last record of the journal.
    let dataVersion: String

    init(registry: Registry, state: LedgerState) {
        (self.registry, self.state) = (registry, state)
        let current = registry.services.filter(registry.isCurrent).sorted { $0.id < $1.id }
        places = current.map { service in
            Place(service: service, capacity: state.capacity(of: service.id)?.capacity)
        }
        let both = Array("\(registry.version) \(state.head.hex)".utf8)
        dataVersion = String(SHA256.digest(of: both).hex.prefix(16))
    }

    /// A service as `audience` may see it.
    func view(of service: Service, for audience: Audience, at now: Date) -> ServiceView {
        ServiceView(
            of: service, capacity: state.capacity(of: service.id)?.capacity, for: audience, on: registry.geography,
            at: now)
    }

    /// Every service with beds, with the count it starts from: what the ledger needs to know of the registry.
    static func startingCapacities(of registry: Registry) -> [ServiceID: Capacity] {
        let shelters = registry.services.filter { !$0.isAmbulatory }
        return Dictionary(
            shelters.map { ($0.id, $0.startingCapacity ?? Capacity()) }, uniquingKeysWith: { first, _ in first })
    }
}

/// Keeps the snapshot of the newest state of the ledger, made when it is first asked for.
final class SnapshotBoard: Sendable {
    private let registry: Registry
    private let ledger: Ledger
    private let newest: Mutex<Snapshot>

    init(registry: Registry, ledger: Ledger) {
        (self.registry, self.ledger) = (registry, ledger)
        newest = Mutex(Snapshot(registry: registry, state: ledger.state))
    }

    var current: Snapshot {
        let state = ledger.state
        let kept = newest.withLock { $0 }
        if kept.state.sequence == state.sequence { return kept }
        let made = Snapshot(registry: registry, state: state)
        newest.withLock { newest in
            if newest.state.sequence < state.sequence { newest = made }
        }
        return made
    }
}
