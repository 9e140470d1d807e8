import Domain
import Foundation
import Matching
import Registry

/// As many invented services as wanted, much like those in `Data/`: each is one of them with fields of others.
///
/// The same for the same registry, number and moment. All organisations are marked as examples.
struct SampleRegistry {
    private static let seed: UInt64 = 20_261_121
    private static let servicesOfOne = 4

    let registry: Registry
    /// Every service takes part in a search.
    var services: [Service] { registry.services }

    /// - Parameter now: a whole second, from which the ages of the counts are taken.
    init(like real: Registry, services count: Int, now: Date) throws(BenchmarkFailure) {
        var variation = try ServiceVariation(of: real, random: SampleRandom(seed: Self.seed), now: now)
        var organizations: [Organization] = []
        while organizations.count * Self.servicesOfOne < count {
            let left = count - organizations.count * Self.servicesOfOne
            organizations.append(
                try variation.organization(organizations.count, services: min(left, Self.servicesOfOne)))
        }
        registry = Registry(
            geography: real.geography, organizations: organizations, coordination: real.coordination,
            referenceProfiles: real.referenceProfiles, codeLists: real.codeLists)
    }

    /// With the counts they start from.
    var places: [Place] { services.map { Place(service: $0, capacity: $0.startingCapacity) } }

    /// The moment from which samples count, so that they can be written in whole seconds.
    static func wholeSecond(_ date: Date) -> Date {
        Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
    }
}
