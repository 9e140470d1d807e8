import Domain
import Foundation

/// What two answers to the same search must have in common.
struct SearchAnswer: Hashable {
    /// How many places each section has, by its order.
    let totals: [Int: Int]
    /// The first twenty, best first.
    let placements: [Placement]
    /// In the order of the answer, as are the blockers.
    let excluded: [Excluded]
    let blockers: [Blocked]

    struct Placement: Hashable {
        let service: String
        let section: Int
        let reasons: [String]
        let conditions: Set<String>
        let questions: Set<String>
    }

    struct Excluded: Hashable, Decodable {
        let code: String
        let services: Int
    }

    struct Blocked: Hashable, Decodable {
        let codes: [String]
        let services: Int
        let freePlaces: Int
    }

    /// What differs, in words; `nil` when all is equal.
    func difference(from other: SearchAnswer) -> String? {
        if totals != other.totals { return "totals \(totals) and \(other.totals)" }
        if let pair = zip(placements, other.placements).first(where: { $0 != $1 }) {
            return "placements \(pair.0) and \(pair.1)"
        }
        if let pair = zip(excluded, other.excluded).first(where: { $0 != $1 }) {
            return "excluded \(pair.0) and \(pair.1)"
        }
        if let pair = zip(blockers, other.blockers).first(where: { $0 != $1 }) {
            return "blockers \(pair.0) and \(pair.1)"
        }
        return self == other ? nil : "one list is longer than the other"
    }
}

/// The answer of our server, as far as it is compared.
struct ServerAnswer: Decodable {
    let searchedAt: String
    private let sections: [Section]
    private let excludedSummary: [SearchAnswer.Excluded]
    private let blockers: [SearchAnswer.Blocked]

    private struct Section: Decodable {
        let section: String
        let total: Int
        let placements: [Placement]

        var order: Int { Domain.Section(rawValue: section)?.order ?? 0 }
    }

    private struct Placement: Decodable {
        let serviceId: String
        let reasons: [Reason]
        let conditions: [Coded]
        let ask: [Coded]
    }

    private struct Reason: Decodable { let key: String }

    private struct Coded: Decodable { let code: String }

    var answer: SearchAnswer {
        let placements = sections.flatMap { section in
            section.placements.map { placement in
                SearchAnswer.Placement(
                    service: placement.serviceId, section: section.order, reasons: placement.reasons.map(\.key),
                    conditions: Set(placement.conditions.map(\.code)), questions: Set(placement.ask.map(\.code)))
            }
        }
        let totals = Dictionary(sections.map { ($0.order, $0.total) }, uniquingKeysWith: { first, _ in first })
        return SearchAnswer(totals: totals, placements: placements, excluded: excludedSummary, blockers: blockers)
    }
}

/// The answer of the function, which is NULL for an empty list.
struct DatabaseAnswer: Decodable {
    private let sections: [Section]?
    private let placements: [Placement]?
    private let excluded: [SearchAnswer.Excluded]?
    private let blockers: [SearchAnswer.Blocked]?

    private struct Section: Decodable {
        let section: Int
        let total: Int
    }

    private struct Placement: Decodable {
        let serviceId: String
        let section: Int
        let reasons: [String]
        let conditions: [String]
        let ask: [String]
    }

    var answer: SearchAnswer {
        let placements = (placements ?? []).map { placement in
            SearchAnswer.Placement(
                service: placement.serviceId, section: placement.section, reasons: placement.reasons,
                conditions: Set(placement.conditions), questions: Set(placement.ask))
        }
        let totals = Dictionary(
            (sections ?? []).map { ($0.section, $0.total) }, uniquingKeysWith: { first, _ in first })
        return SearchAnswer(totals: totals, placements: placements, excluded: excluded ?? [], blockers: blockers ?? [])
    }
}
