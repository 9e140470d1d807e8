import Coverage
import Domain
import Foundation
import Ledger
import Matching
import Registry

/// What a map of the provinces is coloured by.
enum MapMeasure: String, CaseIterable, Sendable {
    case organizations = "organisaties"
    case gaps = "gaten"
    /// Free places with a count that may be relied on; for who may see counts.
    case free = "vrij"
}

/// The figures of each province (features F01, F07 and F27).
struct MapFigures: Sendable {
    let snapshot: Snapshot
    let now: Date

    private var registry: Registry { snapshot.registry }

    /// Organisations of the province that have not ended: as the API counts them.
    func organizations(in province: ProvinceCode) -> Int {
        registry.organizations.count { $0.province == province && $0.status != .ended }
    }

    /// Groups that nobody shelters there.
    func gaps(in province: ProvinceCode) -> Int { snapshot.gaps(in: province, at: now).count }

    /// Free places that stand there, counts that may be relied on only (feature F07). What is not for victims, or only
    /// where there is nothing else, is not counted.
    func free(in province: ProvinceCode) -> Int {
        registry.services.reduce(0) { sum, service in
            guard service.site.province == province, service.status == .active, registry.isCurrent(service),
                Place.takesPart(service), let kind = service.shelterKind, !kind.isUnsuitable,
                let capacity = snapshot.state.capacity(of: service.id)?.capacity, !capacity.isPaused,
                service.freshness(of: capacity, at: now).isReliable
            else { return sum }
            return sum + (capacity.free ?? 0)
        }
    }
}
