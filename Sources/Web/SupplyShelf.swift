import Coverage
import Domain
import Foundation
import Hashing
import Ledger
import Synchronization

/// Which places could take whom, worked out once for all who look at the gaps (screen S14).
///
/// It follows from the registry and from how many places each service has. Any record that may change that makes it
/// anew: a few milliseconds, on the request that comes first.
final class SupplyShelf: Sendable {
    private let known = Mutex(Known())

    private struct Known {
        var head: SHA256Digest?
        var supplies: [SupplyFilter: Supply] = [:]
    }

    /// How many filters are kept; who tries them all finds each of them anew.
    private static let most = 24

    func supply(_ filter: SupplyFilter, in state: LedgerState, make: () -> Supply) -> Supply {
        let head = state.dataHead
        let found = known.withLock { known in known.head == head ? known.supplies[filter] : nil }
        if let found { return found }
        // Outside the lock: two requests at once may both make it, and neither waits.
        let supply = make()
        known.withLock { known in
            if known.head != head || known.supplies.count >= Self.most { known = Known(head: head) }
            known.supplies[filter] = supply
        }
        return supply
    }
}

extension Snapshot {
    /// Which places could take whom, of the part of the supply that `filter` leaves.
    func supply(_ filter: SupplyFilter, at now: Date) -> Supply {
        shelf.supplies.supply(filter, in: state) { [state] in
            Supply(filter, finder: shelf.finder, at: now) { state.capacity(of: $0)?.capacity }
        }
    }

    /// The groups that nobody shelters in `province`: what every page and answer calls its gaps.
    func gaps(in province: ProvinceCode, at now: Date) -> [TargetGroup] {
        supply(SupplyFilter(), at: now).gaps(in: .province(province))
    }

    /// What is free now, for who may see that.
    func livePlaces(at now: Date) -> LivePlaces { LivePlaces(at: now) { [state] in state.capacity(of: $0)?.capacity } }
}
