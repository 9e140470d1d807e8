import Dispatch
import Foundation
import Ledger
import Registry
import Synchronization

/// Gives the snapshot of the newest state of the ledger.
///
/// Counts change all day, and the shelf of the registry stands. Where rules changed it is made anew, once: beside the
/// requests as soon as the record is on the disk, or by the request that comes first, whichever is sooner. So nobody is
/// answered by rules that were changed before.
final class SnapshotBoard: Sendable {
    private let ledger: Ledger
    /// Locked while a new shelf is made, for whoever comes then needs it; otherwise for the length of a copy.
    private let shelf: Mutex<RegistryShelf>

    /// - Parameter registry: as its files say it.
    init(registry: Registry, ledger: Ledger) {
        self.ledger = ledger
        shelf = Mutex(RegistryShelf(registry, rules: ledger.state))
        let queue = DispatchQueue(label: "opvangkaart.rules", qos: .userInitiated)
        ledger.listen { [weak self] records in
            guard records.contains(where: { $0.kind.subject == .admission }) else { return }
            self?.prepare(on: queue)
        }
    }

    private func prepare(on queue: DispatchQueue) { queue.async { _ = self.current } }

    var current: Snapshot {
        shelf.withLock { shelf in
            // Asked for behind the lock, so that the rules never go back.
            let state = ledger.state
            if shelf.rulesSequence != state.rulesSequence {
                shelf = RegistryShelf(shelf.files, rules: state, after: shelf)
            }
            return Snapshot(shelf: shelf, state: state)
        }
    }
}
