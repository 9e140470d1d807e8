import Domain
import Foundation

/// Counts which reasons exclude how many services, and which one or two alone keep how many services and free places
/// shut (contract section 4, `blockers`).
struct BlockerCount {
    private let screen: Screen
    private let counts: UnsafeBufferPointer<CountRow>

    /// - Parameter counts: lives as long as this.
    init(_ screen: Screen, counts: UnsafeBufferPointer<CountRow>) {
        (self.screen, self.counts) = (screen, counts)
    }

    /// How many services each reason excludes, most first.
    func summary() -> [ExclusionCount] {
        let found = screen.obstacles.compactMap { fact, rows -> (Exclusion, Int)? in
            let services = RowSet.count(of: rows, and: screen.excluded)
            guard services > 0, let exclusion = FactBit.exclusions[fact] else { return nil }
            return (exclusion, services)
        }
        // Several facts may exclude for the same reason; a service has one of them.
        let sums = Dictionary(found, uniquingKeysWith: +)
        return sums.map { ExclusionCount(exclusion: $0, services: $1) }.sorted(by: ExclusionCount.precedes)
    }

    func blockers() -> [Blocker] {
        let open = screen.counts.hasFree
        let once = screen.excludedOnce.subtracting(screen.paused)
        let twice = screen.excludedTwice.subtracting(screen.paused)
        var blockers: [Blocker] = []
        var rest: [(exclusion: Exclusion, rows: RowSet)] = []
        for (fact, rows) in screen.obstacles {
            guard let exclusion = FactBit.exclusions[fact] else { continue }
            add([exclusion], rows, once, open, to: &blockers)
            let shared = rows.intersection(twice)
            for (other, others) in rest {
                let codes = other.code < exclusion.code ? [other, exclusion] : [exclusion, other]
                add(codes, shared, others, open, to: &blockers)
            }
            if shared.count > 0 { rest.append((exclusion, shared)) }
        }
        return Blocker.ordered(blockers)
    }

    private func add(
        _ exclusions: [Exclusion], _ rows: RowSet, _ others: RowSet, _ open: RowSet, to blockers: inout [Blocker]
    ) {
        let services = RowSet.count(of: rows, and: others)
        guard services > 0 else { return }
        var both = rows.intersection(others)
        both.formIntersection(open)
        var freePlaces = 0
        for row in both { freePlaces += Int(counts[row].free) }
        blockers.append(Blocker(exclusions: exclusions, services: services, freePlaces: freePlaces))
    }
}
