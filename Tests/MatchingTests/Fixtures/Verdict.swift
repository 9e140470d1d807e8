import Domain
import Foundation
import Matching

/// What the matcher says of one place, in codes.
struct Verdict {
    /// `nil` when the place is excluded, or takes no part at all.
    let section: Section?
    let exclusions: Set<String>
    let conditions: Set<String>
    let asks: Set<String>
    let keys: RankingKeys?
    let takesPart: Bool

    init(of place: Place, for profile: Profile, at now: Date) {
        let result = TestMap.matcher.search(profile, among: [place], at: now)
        let placement = result.placements.first
        let assessment = placement?.assessment ?? result.excluded.first
        (section, keys, takesPart) = (placement?.section, placement?.keys, assessment != nil)
        exclusions = section == nil ? Set(assessment?.exclusions.map(\.code) ?? []) : []
        conditions = Set(assessment?.conditions.map(\.code) ?? [])
        asks = Set(assessment?.questions.map(\.code) ?? [])
    }
}

extension PlaceDraft {
    func verdict(for profile: Profile, at now: Date = TestMoment.now) -> Verdict {
        Verdict(of: place, for: profile, at: now)
    }

    func section(for profile: Profile, at now: Date = TestMoment.now) -> Section? {
        verdict(for: profile, at: now).section
    }

    func exclusions(for profile: Profile) -> Set<String> { verdict(for: profile).exclusions }

    func conditions(for profile: Profile) -> Set<String> { verdict(for: profile).conditions }

    func asks(for profile: Profile) -> Set<String> { verdict(for: profile).asks }
}

extension SearchResult {
    /// `fits_now/plek-1`, best first.
    var listing: [String] { placements.map { "\($0.section.rawValue)/\($0.service.id.rawValue)" } }

    var ids: [String] { placements.map(\.service.id.rawValue) }

    var reasonsByID: [String: [String]] {
        Dictionary(
            uniqueKeysWithValues: excluded.map { ($0.place.service.id.rawValue, $0.exclusions.map(\.code).sorted()) })
    }

    func rank(of id: String) -> Int? { placements.first { $0.service.id.rawValue == id }?.rank }
}

extension BothForms {
    func search(_ profile: Profile, among drafts: [PlaceDraft]) -> SearchResult {
        search(profile, among: drafts.map(\.place), at: TestMoment.now)
    }
}
