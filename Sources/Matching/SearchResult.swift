package import Domain
import Foundation

/// The whole answer to one search.
package struct SearchResult: Sendable {
    package let banners: [Banner]
    package let responsibility: Responsibility
    /// Best first; `rank` runs on over all sections. Sections without places are left out.
    package let sections: [RankedSection]
    /// By service id; empty where not everything was asked for.
    package let excluded: [Assessment]
    package let excludedTotal: Int
    /// How many services each reason excludes, most first, then by code.
    package let excludedSummary: [ExclusionCount]
    package let blockers: [Blocker]
    package let contacts: [Contact]
    /// Only where it was asked for.
    package let scarcity: Scarcity?

    package var placements: [Placement] { sections.flatMap(\.placements) }

    /// How many places there are over all sections.
    package var total: Int { sections.reduce(0) { $0 + $1.total } }
}

/// One section of an answer.
package struct RankedSection: Sendable {
    package let section: Section
    /// All that stand in it.
    package let total: Int
    /// Best first: all, or those among the first so many of the whole answer.
    package let placements: [Placement]
}

/// How many services one reason excludes.
package struct ExclusionCount: Hashable, Sendable {
    package let exclusion: Exclusion
    package let services: Int

    static func all(in excluded: [Assessment]) -> [ExclusionCount] {
        var counts: [Exclusion: Int] = [:]
        for exclusion in excluded.flatMap(\.exclusions) { counts[exclusion, default: 0] += 1 }
        return counts.map { ExclusionCount(exclusion: $0.key, services: $0.value) }.sorted(by: precedes)
    }

    static func precedes(_ one: Self, _ other: Self) -> Bool {
        one.services != other.services ? one.services > other.services : one.exclusion.code < other.exclusion.code
    }
}

/// One place in the answer.
package struct Placement: Sendable {
    /// From 1, over all sections.
    package let rank: Int
    package let section: Section
    package let assessment: Assessment
    package let keys: RankingKeys

    package var service: Service { assessment.place.service }
}

extension Banner {
    /// The acute warnings that stand above any result (domain section 5).
    package static func all(for profile: Profile) -> [Banner] {
        var banners: [Banner] = []
        if profile.threat == .red { banners.append(.danger) }
        if !profile.circumstances.isDisjoint(with: [.acutePsychiatric, .acuteSuicidality]) {
            banners.append(.mentalHealthCrisis)
        }
        if profile.isMinor { banners.append(.minor) }
        if profile.residence == .unaccompaniedMinor { banners.append(.unaccompaniedMinor) }
        return banners
    }
}
