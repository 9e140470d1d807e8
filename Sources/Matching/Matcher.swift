package import Domain
package import Foundation

/// Ranks places for a person by the rules as they are written, one after the other: the readable form of ``Finder``,
/// which it is tested against. For one place, and for showing that the fast form says the same.
package struct Matcher: Sendable {
    /// Changes whenever the same input could give another order.
    package static let rankingVersion = "1.0"

    private let map: Geography
    private let coordination: Coordination

    package init(map: Geography, coordination: Coordination) {
        (self.map, self.coordination) = (map, coordination)
    }

    /// - Parameter places: In any order; those that may never be an answer are left out.
    package func search(_ profile: Profile, among places: [Place], at now: Date) -> SearchResult {
        var found: [Section: [(keys: RankingKeys, assessment: Assessment)]] = [:]
        var excluded: [Assessment] = []
        for place in places where Place.takesPart(place.service) {
            let assessment = Assessment(of: place, for: profile, on: map, at: now)
            guard let section = assessment.section(for: profile) else {
                excluded.append(assessment)
                continue
            }
            found[section, default: []].append((RankingKeys(assessment, for: profile, on: map), assessment))
        }
        excluded.sort { $0.place.service.id < $1.place.service.id }
        return SearchResult(
            banners: Banner.all(for: profile), responsibility: Responsibility(for: profile, on: map),
            sections: ranked(found), excluded: excluded, excludedTotal: excluded.count,
            excludedSummary: ExclusionCount.all(in: excluded), blockers: Blocker.all(in: excluded),
            contacts: coordination.contacts(for: profile.currentMunicipality), scarcity: nil)
    }

    private func ranked(_ found: [Section: [(keys: RankingKeys, assessment: Assessment)]]) -> [RankedSection] {
        var rank = 0
        return Section.allCases.sorted { $0.order < $1.order }.compactMap { section in
            guard let entries = found[section] else { return nil }
            let placements = entries.sorted { $0.keys < $1.keys }.map { entry in
                rank += 1
                return Placement(rank: rank, section: section, assessment: entry.assessment, keys: entry.keys)
            }
            return RankedSection(section: section, total: placements.count, placements: placements)
        }
    }
}
