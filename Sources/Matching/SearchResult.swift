package import Domain
import Foundation

/// The whole answer to one search.
package struct SearchResult: Sendable {
    package let banners: [Banner]
    package let responsibility: Responsibility
    /// Best first; `rank` runs on over all sections. Sections without places are left out.
    package let sections: [(section: Section, placements: [Placement])]
    /// By service id.
    package let excluded: [Assessment]
    package let blockers: [Blocker]
    package let contacts: [Contact]

    package var placements: [Placement] { sections.flatMap(\.placements) }
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
