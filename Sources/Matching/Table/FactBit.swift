import Domain
import Foundation

/// Which bit of a word stands for which fact of a person, or for which finding that is worked out by itself.
///
/// A fact that a person has, and that a place rejects, is a bit in both words: one `AND` finds all of them.
enum FactBit {
    // What a person is or has: one bit for each answer.
    static let circumstance = 0
    static let gender = 27
    static let household = 31
    static let residence = 36
    static let wheelchair = 46
    static let pet = 47
    static let noCourtOrder = 48
    static let noSafeHome = 49
    static let onward = 50
    static let threat = 51

    // What is not a matter of one fact. In the word of conditions the three from `genderCheck` on have other meanings.
    static let paused = 54
    static let age = 55
    static let sons = 56
    static let room = 57
    static let form = 58
    static let target = 59
    static let danger = 60
    static let area = 61
    static let mustNot = 62

    /// Conditions only: non-binary, transgender, both.
    static let genderCheck = 54

    /// What each bit says when a place rejects it; `nil` where it cannot.
    static let exclusions: [Exclusion?] = {
        var all = [Exclusion?](repeating: nil, count: 64)
        for circumstance in Circumstance.allCases { all[circumstance.number] = .contraIndication(circumstance) }
        for gender in Gender.allCases { all[Self.gender + gender.number] = .gender }
        for household in Household.allCases { all[Self.household + household.number] = .household }
        for status in ResidenceStatus.allCases { all[Self.residence + status.number] = .residence }
        for level in ThreatLevel.allCases { all[Self.threat + level.number] = .securityInsufficient }
        (all[wheelchair], all[pet], all[noCourtOrder]) = (.accessibility, .pet, .closedNeedsCourtOrder)
        (all[noSafeHome], all[onward], all[paused]) = (.noSafeHome, .phase, .paused)
        (all[age], all[sons], all[room], all[form]) = (.age, .sonsAge, .capacityTooSmall, .formNotServed)
        (all[target], all[danger], all[area], all[mustNot]) = (.notTargetGroup, .dangerRegion, .outOfArea, .wishMustNot)
        return all
    }()

    /// What each bit says when a place wants it talked over.
    static let conditions: [Condition?] = {
        var all = [Condition?](repeating: nil, count: 64)
        for circumstance in Circumstance.allCases { all[circumstance.number] = .contraIndication(circumstance) }
        for status in ResidenceStatus.allCases { all[residence + status.number] = .residence }
        all[residence + ResidenceStatus.unknown.number] = .unknown(.residence)
        (all[gender + Gender.unknown.number], all[pet], all[danger]) = (.unknown(.gender), .pet, .dangerRegion)
        for offset in 0..<3 { all[genderCheck + offset] = .genderCheck }
        return all
    }()

    /// The circumstances as the first bits of a word.
    static func bits(of circumstances: some Sequence<Circumstance>) -> UInt64 {
        circumstances.reduce(0) { $0 | 1 << UInt64($1.number) }
    }
}

/// Which bit of the word of questions stands for what: one for each answer that a person may have given, also none.
enum AskBit {
    static let circumstance = 0
    static let gender = 27
    static let household = 31
    static let residence = 37
    static let wheelchair = 48
    static let pet = 51
    static let minimumAge = 54
    static let maximumAge = 55
    static let reach = 56
    static let forms = 57
    static let children = 58
    static let sons = 59
    static let danger = 60
    static let location = 61
    static let municipality = 62

    /// What each bit asks.
    static let questions: [Question?] = {
        var all = [Question?](repeating: nil, count: 64)
        for circumstance in Circumstance.allCases { all[circumstance.number] = .contraIndication(circumstance) }
        for number in gender..<household { all[number] = .notStated(.genders) }
        for number in household..<residence { all[number] = .notStated(.households) }
        for number in residence..<wheelchair { all[number] = .notStated(.residence) }
        // The first answer of each is none at all: then it is the person of whom something is not known.
        (all[household], all[residence]) = (.unknown(.household), .unknown(.residence))
        (all[wheelchair], all[wheelchair + 1]) = (.unknown(.wheelchair), .notStated(.wheelchair))
        (all[wheelchair + 2], all[pet + 2]) = (.notStated(.wheelchair), .notStated(.pets))
        (all[pet], all[pet + 1]) = (.unknown(.pet), .notStated(.pets))
        (all[minimumAge], all[maximumAge]) = (.notStated(.minimumAge), .notStated(.maximumAge))
        (all[reach], all[forms]) = (.notStated(.reach), .unknown(.exploitationForms))
        (all[children], all[sons]) = (.unknown(.children), .notStated(.sonsMaximumAge))
        (all[danger], all[location]) = (.unknown(.dangerAreas), .unknown(.currentMunicipality))
        all[municipality] = .notStated(.municipality)
        return all
    }()
}
