import Coverage
import Domain
import Foundation
import Ledger
import Registry
import Synchronization

/// What the pages of the map are made from, worked out once for each registry: drawing, social maps, coverage.
final class MapShelf: Sendable {
    private let made = Mutex<Made?>(nil)

    /// Of one registry. A reference, so that it can be filled while it is read.
    private struct Made: Sendable {
        /// Kept, so that no other list can be where this one is.
        let registry: Registry
        let drawing: MapDrawing?
        var finder: TownCoverageFinder?
        var coverage: [String: TownCoverage] = [:]
    }

    init() {}

    func drawing(of registry: Registry) -> MapDrawing? { with(registry) { $0.drawing } }

    /// From where `reference` finds a place that would take them; the same for everybody who asks.
    func coverage(of reference: ReferenceProfile, in registry: Registry, at now: Date) -> TownCoverage {
        if let known = with(registry, { $0.coverage[reference.id] }) { return known }
        let coverage = finder(for: registry).coverage(of: reference.profile, at: now)
        with(registry) { $0.coverage[reference.id] = coverage }
        return coverage
    }

    /// From where `reference` finds a place that is free now: for who may see counts.
    func freeCoverage(
        of reference: ReferenceProfile, in snapshot: Snapshot, at now: Date
    ) -> TownCoverage {
        let state = snapshot.state
        return finder(for: snapshot.registry).coverage(
            of: reference.profile, capacity: { state.capacity(of: $0)?.capacity }, at: now)
    }

    private func finder(for registry: Registry) -> TownCoverageFinder {
        with(registry) { made in
            if let finder = made.finder { return finder }
            let finder = TownCoverageFinder(
                registry.services.filter(registry.isCurrent), coordination: registry.coordination,
                on: registry.geography)
            made.finder = finder
            return finder
        }
    }

    /// Starts anew where the registry is another one than the last time.
    private func with<Value: Sendable>(_ registry: Registry, _ body: (inout Made) -> Value) -> Value {
        made.withLock { known in
            var made =
                known.flatMap { $0.registry.isSame(as: registry) ? $0 : nil }
                ?? Made(registry: registry, drawing: MapDrawing(registry.outline))
            // Nothing else may hold what is written to, or all of it would be copied.
            known = nil
            defer { known = made }
            return body(&made)
        }
    }
}

extension Registry {
    /// Whether this is the very same registry, not only one that says the same.
    fileprivate func isSame(as other: Registry) -> Bool {
        let (mine, others) = (organizations, other.organizations)
        return mine.count == others.count
            && mine.withUnsafeBufferPointer(\.baseAddress)
                == others.withUnsafeBufferPointer(\.baseAddress)
    }
}
