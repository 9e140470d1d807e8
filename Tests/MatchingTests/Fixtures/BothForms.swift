import Domain
import Foundation
import Matching
import Testing

/// The rules one by one and the table of bits, side by side: every test that searches asks both, and they must say the
/// same.
struct BothForms {
    let map: Geography
    let coordination: Coordination

    /// The answer of the table.
    func search(_ profile: Profile, among places: [Place], at now: Date) -> SearchResult {
        let readable = Matcher(map: map, coordination: coordination).search(profile, among: places, at: now)
        let fast = TabledPlaces(places, on: map).search(profile, coordination: coordination, at: now)
        #expect(SaidInAll(fast) == SaidInAll(readable))
        return fast
    }
}

/// Places as a table with its counts.
struct TabledPlaces {
    let table: ServiceTable
    let counts: CountTable

    init(_ places: [Place], on map: Geography) {
        let known = Dictionary(places.map { ($0.service.id, $0.capacity) }, uniquingKeysWith: { first, _ in first })
        table = ServiceTable(places.map(\.service), on: map)
        counts = CountTable(table) { known[$0] ?? nil }
    }

    var finder: Finder { Finder(table, coordination: TestMap.coordination) }

    func search(
        _ profile: Profile, coordination: Coordination, at now: Date, limit: Int? = nil
    ) -> SearchResult {
        Finder(table, coordination: coordination).search(profile, counts: counts, at: now, limit: limit)
    }
}

/// All that a result says, in a form that can be compared.
struct SaidInAll: Equatable {
    let banners: [Banner]
    let responsibility: Responsibility
    let totals: [String]
    let placements: [Said]
    let excluded: [Said]
    let excludedTotal: Int
    let summary: [ExclusionCount]
    let blockers: [Blocker]
    let contacts: [String]

    struct Said: Equatable {
        let rank: Int
        let section: Section?
        let service: ServiceID
        let capacity: Capacity?
        let keys: RankingKeys?
        let exclusions: [Exclusion]
        let conditions: [Condition]
        let questions: [Question]
        let availability: Availability
    }

    init(_ result: SearchResult) {
        (banners, responsibility) = (result.banners, result.responsibility)
        totals = result.sections.map { "\($0.section.rawValue) \($0.total)" }
        placements = result.placements.map(Said.init)
        excluded = result.excluded.map(Said.init)
        (excludedTotal, summary) = (result.excludedTotal, result.excludedSummary)
        (blockers, contacts) = (result.blockers, result.contacts.map(\.name))
    }
}

extension SaidInAll.Said {
    fileprivate init(_ placement: Placement) {
        let assessment = placement.assessment
        self.init(
            rank: placement.rank, section: placement.section, service: placement.service.id,
            capacity: assessment.place.capacity, keys: placement.keys, exclusions: Array(assessment.exclusions),
            conditions: Array(assessment.conditions), questions: Array(assessment.questions),
            availability: assessment.availability)
    }

    /// What is asked or talked over of an excluded place does not count.
    fileprivate init(_ assessment: Assessment) {
        self.init(
            rank: 0, section: nil, service: assessment.place.service.id, capacity: assessment.place.capacity,
            keys: nil, exclusions: Array(assessment.exclusions), conditions: [], questions: [],
            availability: assessment.availability)
    }
}
