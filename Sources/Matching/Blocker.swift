import Domain
import Foundation

/// A set of one or two reasons that alone keep places shut: without them, these would open (contract section 4).
package struct Blocker: Hashable, Sendable {
    /// In byte order of their codes.
    package let exclusions: [Exclusion]
    package let services: Int
    /// The sum of their free places, reliable counts only.
    package let freePlaces: Int

    package init(exclusions: [Exclusion], services: Int, freePlaces: Int) {
        (self.exclusions, self.services, self.freePlaces) = (exclusions, services, freePlaces)
    }

    /// Every excluded place counts under exactly its own set of reasons; larger sets and those with `paused` are
    /// left out. By size, then most services, then most free places, then codes.
    package static func all(in excluded: [Assessment]) -> [Blocker] {
        var counts: [CodeSet<Exclusion>: (services: Int, free: Int)] = [:]
        for assessment in excluded where assessment.exclusions.count <= 2 {
            if assessment.exclusions.contains(.paused) { continue }
            let isReliable = assessment.availability.freshness.isReliable
            let free = isReliable ? assessment.place.capacity?.free ?? 0 : 0
            let known = counts[assessment.exclusions] ?? (0, 0)
            counts[assessment.exclusions] = (known.services + 1, known.free + free)
        }
        return ordered(
            counts.map { exclusions, count in
                Blocker(
                    exclusions: exclusions.sorted { $0.code < $1.code }, services: count.services,
                    freePlaces: count.free)
            })
    }

    static func ordered(_ blockers: [Blocker]) -> [Blocker] { blockers.sorted { $0.precedes($1) } }

    private func precedes(_ other: Blocker) -> Bool {
        if exclusions.count != other.exclusions.count { return exclusions.count < other.exclusions.count }
        if services != other.services { return services > other.services }
        if freePlaces != other.freePlaces { return freePlaces > other.freePlaces }
        return exclusions.map(\.code).lexicographicallyPrecedes(other.exclusions.map(\.code))
    }
}
