import Domain
import Foundation

/// Section and keys (contract section 4; domain section 5).
extension NaiveMatcher {
    static let last = Int.max

    /// "Age 17 with `turns18Within6Months` and age the only reason against an adult place (minimum 18, not scarce,
    /// maximum stay over 14 days or none, not unsuitable)"; help without a bed never.
    func isFollowUp(_ person: NaivePerson, _ place: NaivePlace, _ exclusions: Set<String>) -> Bool {
        exclusions == ["age"] && person.age == 17 && person.turns18 && place.minimumAge == .years(18)
            && !place.isAmbulatory && !["omp", "homeless_shelter"].contains(place.kind ?? "") && !place.isShortStay
    }

    func section(for person: NaivePerson, at place: NaivePlace, conditions: Set<String>) -> String {
        let planned = ["lvb_treatment", "protected_housing", "supported_housing"]
        let marks = [
            "active_addiction", "psychiatric_problem", "acute_psychiatric", "intellectual_disability",
            "severe_trauma_dysregulation", "aggression",
        ]
        if place.kind == "homeless_shelter" { return "fallback" }
        if planned.contains(place.kind ?? "") && person.urgency != "planned" { return "follow_up" }
        if !isFreeInTime(for: person, at: place) { return "waiting" }
        if place.kind == "omp" && !marks.contains(where: person.circumstances.contains) { return "omp_reserve" }
        if ["stale", "unknown"].contains(freshness(of: place)) { return "call_first" }
        if place.isShortStay && !isOnPurpose(person, place) { return "bridging" }
        return conditions.isEmpty ? "fits_now" : "in_consultation"
    }

    private func isOnPurpose(_ person: NaivePerson, _ place: NaivePlace) -> Bool {
        switch place.kind {
        case "time_out": person.victimStatusUnclear || person.prefers.contains("time_out")
        case "emergency_bed", "emergency_bed_disadvantaged":
            person.forms.contains("serious_disadvantage") || person.foundByInspectorate
        default: false
        }
    }

    private func isFreeInTime(for person: NaivePerson, at place: NaivePlace) -> Bool {
        if place.isAmbulatory ? place.waitingDays == nil : place.free == nil { return true }
        let horizon = ["now": 0, "days": 7, "planned": 90][person.urgency] ?? 0
        return daysUntilFree(for: person, at: place).map { $0 <= horizon } ?? false
    }

    private func daysUntilFree(for person: NaivePerson, at place: NaivePlace) -> Int? {
        if place.isAmbulatory { return place.waitingDays }
        guard let free = place.free else { return nil }
        if free >= person.needed(of: place.unit) { return 0 }
        guard let day = place.expectedFreeDay else { return nil }
        let days = day - Int((now / 86_400).rounded(.down))
        return days < 0 ? nil : days
    }

    private func ageOfCount(of place: NaivePlace) -> Double? {
        let moment = place.isAmbulatory ? place.waitingStatedAt : place.free == nil ? nil : place.confirmedAt
        return moment.map { now - $0 }
    }

    func freshness(of place: NaivePlace) -> String {
        guard let age = ageOfCount(of: place) else { return "unknown" }
        let quick = ["time_out", "emergency_bed", "emergency_bed_disadvantaged", "crisis_shelter", "youth_crisis"]
        let hours: (Double, Double) =
            place.isAmbulatory ? (7 * 24, 30 * 24) : quick.contains(place.kind ?? "") ? (12, 24) : (24, 72)
        return age <= hours.0 * 3_600 ? "fresh" : age <= hours.1 * 3_600 ? "ageing" : "stale"
    }

    /// The first ten keys, less is better; the id is the eleventh.
    func keys(for person: NaivePerson, at place: NaivePlace, conditions: Set<String>) -> [Int] {
        let experience = ["none": 0, "basic": 1, "specialist": 2][place.expertise] ?? 0
        let restriction = ["ambulatory": 0, "open": 1, "semi_open": 2, "closed": 3][place.restriction] ?? 0
        let levels = ["none": 0, "open_visible": 1, "sheltered": 2, "secret": 3]
        let required = ["green": 0, "orange": 1, "red": 3][person.threat] ?? 0
        let spans18 = (place.minimumAge.years ?? 0) <= 17 && (place.maximumAge.years ?? 120) >= 18
        let here = person.municipality.flatMap(province(of:)) ?? person.province
        let isOwnAndSafe = here == place.province && !(person.dangerAreas ?? []).contains(place.province)
        return [
            conditions.contains("danger_region") ? 1 : 0,
            conditions.count,
            -person.prefers.filter { isMet($0, by: place) }.count,
            person.turns18 && !spans18 ? 1 : 0,
            restriction,
            -(experience + 2 * place.marks.filter { applies($0, to: person) }.count),
            isOwnAndSafe ? 0 : 1,
            (levels[place.security] ?? 0) - required,
            daysUntilFree(for: person, at: place) ?? Self.last,
            ageOfCount(of: place).map { Int(($0 / 3_600).rounded(.down)) } ?? Self.last,
        ]
    }

    private func applies(_ mark: String, to person: NaivePerson) -> Bool {
        switch mark {
        case "men": person.gender == "male" && person.age >= 18
        case "girls": person.gender == "female" && person.age < 18
        case "boys": person.gender == "male" && person.age < 18
        case "labour": person.forms.contains("labour")
        case "reflection_period": person.residence == "reflection_period"
        case "family": ["couple", "family"].contains(person.household)
        case "unaccompanied_minor": person.residence == "unaccompanied_minor"
        default: person.circumstances.contains(mark)
        }
    }
}
