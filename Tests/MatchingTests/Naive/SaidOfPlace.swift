import Domain
import Matching

/// What either matcher said of one place, in a form that shows both sides when they differ.
/// Conditions of an excluded place do not count.
struct SaidOfPlace: Equatable {
    let section: String?
    let exclusions: [String]
    let conditions: [String]
    let keys: [Int]

    init(_ placement: Placement) {
        section = placement.section.rawValue
        exclusions = []
        conditions = placement.assessment.conditions.map(\.code).sorted()
        let keys = placement.keys
        self.keys = [
            keys.safety, keys.conditions, keys.wishes, keys.continuity, keys.restriction, keys.specialisation,
            keys.region, keys.overSecurity, keys.wait, keys.freshness,
        ]
    }

    init(_ excluded: Assessment) {
        section = nil
        exclusions = excluded.exclusions.map(\.code).sorted()
        (conditions, keys) = ([], [])
    }

    init(_ answer: NaiveMatcher.Answer) {
        section = answer.section
        exclusions = answer.exclusions.sorted()
        let isPlaced = answer.section != nil
        conditions = isPlaced ? answer.conditions.sorted() : []
        keys = isPlaced ? answer.keys : []
    }
}

extension NaiveMatcher.NaiveBlocker {
    init(_ blocker: Blocker) {
        self.init(
            codes: blocker.exclusions.map(\.code), services: blocker.services, freePlaces: blocker.freePlaces)
    }
}

extension NaiveMatcher.NaiveResponsibility {
    init(_ responsibility: Responsibility) {
        self.init(
            municipality: responsibility.municipality?.rawValue, basis: responsibility.basis.rawValue,
            law: responsibility.law?.rawValue, centre: responsibility.centreMunicipality,
            riskRegion: responsibility.riskScreeningRegion)
    }
}
