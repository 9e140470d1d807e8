import Domain
import Foundation
import Matching

/// A second reading of contract section 4 and domain sections 4 and 5: slow, obvious, on codes as text.
///
/// It was written from the documents, apart from the rules it is compared with.
struct NaiveMatcher {
    let provinceOf: [String: String]
    let map: Geography
    let now: Double

    init(on map: Geography, at now: Date) {
        (self.map, self.now) = (map, now.timeIntervalSince1970)
        provinceOf = Dictionary(
            uniqueKeysWithValues: map.municipalities.map { ($0.code.rawValue, $0.province.rawValue) })
    }

    /// What one rule says: codes that exclude and codes of conditions.
    struct Finding: Equatable {
        var exclusions: Set<String> = []
        var conditions: Set<String> = []

        static func no(_ code: String) -> Finding { Finding(exclusions: [code]) }
        static func only(_ code: String) -> Finding { Finding(conditions: [code]) }

        var isNothing: Bool { exclusions.isEmpty && conditions.isEmpty }

        mutating func add(_ other: Finding) {
            exclusions.formUnion(other.exclusions)
            conditions.formUnion(other.conditions)
        }
    }

    /// The whole answer for one place; without a section the place is excluded.
    struct Answer {
        let id: String
        let section: String?
        let exclusions: Set<String>
        let conditions: Set<String>
        let keys: [Int]
    }

    /// "Services with a `shelterKind` (never …), plus services without one whose `helpKinds` hold
    /// `ambulatory_support`; never anything with `perpetrator_help`; `ended` services are left out."
    func takesPart(_ place: NaivePlace) -> Bool {
        if place.helpKinds.contains("perpetrator_help") || place.status == "ended" { return false }
        guard let kind = place.kind else { return place.helpKinds.contains("ambulatory_support") }
        return kind != "hotel_emergency" && kind != "mental_health_admission"
    }

    func answer(for person: NaivePerson, at place: NaivePlace) -> Answer {
        var finding = Finding()
        for rule in rules { finding.add(rule(person, place)) }
        var section: String?
        if finding.exclusions.isEmpty {
            section = self.section(for: person, at: place, conditions: finding.conditions)
        } else if isFollowUp(person, place, finding.exclusions) {
            section = "follow_up"
            finding.exclusions = []
        }
        return Answer(
            id: place.id, section: section, exclusions: finding.exclusions, conditions: finding.conditions,
            keys: keys(for: person, at: place, conditions: finding.conditions))
    }

    /// Best first; the excluded are not in it.
    func order(_ answers: [Answer]) -> [String] {
        let sections = [
            "fits_now", "in_consultation", "bridging", "call_first", "omp_reserve", "waiting", "follow_up", "fallback",
        ]
        return sections.flatMap { section in
            answers.filter { $0.section == section }.sorted { one, other in
                for (left, right) in zip(one.keys, other.keys) where left != right { return left < right }
                return Array(one.id.utf8).lexicographicallyPrecedes(Array(other.id.utf8))
            }.map(\.id)
        }
    }
}
