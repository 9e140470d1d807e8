import Domain
import Foundation
import Hashing
import Ledger
import Matching
import Registry

/// Registry and live counts at one moment: what a request works with, without a lock.
///
/// One is made for every request, so it makes nothing that not every request asks for; an object, for a call is handed
/// on many times.
final class Snapshot: Sendable {
    let state: LedgerState
    private let shelf: RegistryShelf

    var registry: Registry { shelf.registry }

    init(shelf: RegistryShelf, state: LedgerState) { (self.shelf, self.state) = (shelf, state) }

    convenience init(registry: Registry, state: LedgerState) { self.init(shelf: RegistryShelf(registry), state: state) }

    /// Every service that has not ended, with its count, by id.
    var places: [Place] {
        shelf.current.map { Place(service: $0, capacity: state.capacity(of: $0.id)?.capacity) }
    }

    /// A hash of the registry's files and of the last record that changed a count or a hold.
    var dataVersion: String {
        let both = Array("\(registry.version) \(state.dataHead.hex)".utf8)
        return String(SHA256.digest(of: both).hex.prefix(16))
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

/// The registry, and what is made of it once.
struct RegistryShelf: Sendable {
    let registry: Registry
    /// Every service that has not ended, by id.
    let current: [Service]

    init(_ registry: Registry) {
        self.registry = registry
        current = registry.services.filter(registry.isCurrent).sorted { $0.id < $1.id }
    }
}

/// Gives the snapshot of the newest state of the ledger.
struct SnapshotBoard: Sendable {
    private let shelf: RegistryShelf
    private let ledger: Ledger

    init(registry: Registry, ledger: Ledger) { (shelf, self.ledger) = (RegistryShelf(registry), ledger) }

    var current: Snapshot { Snapshot(shelf: shelf, state: ledger.state) }
}
