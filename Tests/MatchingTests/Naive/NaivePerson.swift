import Domain

/// A profile as a bag of codes.
struct NaivePerson {
    let age: Int
    let gender: String
    let transgender: Bool
    let turns18: Bool
    var household: String?
    var children: [(age: Int, gender: String)]?
    let persons: Int?
    var residence: String?
    var forms: [String]
    let circumstances: [String]
    let ruledOut: [String]
    let threat: String
    var dangerAreas: [String]?
    var municipality: String?
    let province: String?
    let registered: String?
    let found: String?
    let housing: String?
    let urgency: String
    var wheelchair: Bool?
    var pet: Bool?
    let victimStatusUnclear: Bool
    let foundByInspectorate: Bool
    let courtAuthorisation: Bool
    let onwardPlaceWanted: Bool
    let prefers: [String]
    let mustNot: [String]

    init(_ profile: Profile) {
        (age, gender) = (profile.age, profile.gender.rawValue)
        (transgender, turns18) = (profile.transgender ?? false, profile.turns18Within6Months)
        (household, persons) = (profile.household?.rawValue, profile.persons)
        children = profile.children?.map { ($0.age, $0.gender.rawValue) }
        residence = profile.residence?.rawValue
        forms = (profile.exploitationForms ?? []).map(\.rawValue).filter { $0 != "unknown" }
        circumstances = profile.circumstances.map(\.rawValue)
        ruledOut = profile.circumstancesRuledOut.map(\.rawValue)
        (threat, dangerAreas) = (profile.threat.rawValue, profile.dangerAreas?.map(\.code))
        (municipality, province) = (profile.currentMunicipality?.rawValue, profile.currentProvince?.rawValue)
        registered = profile.registeredMunicipality?.rawValue
        found = profile.foundMunicipality?.rawValue
        (housing, urgency) = (profile.housing?.rawValue, profile.urgency.rawValue)
        (wheelchair, pet) = (profile.wheelchair, profile.pet)
        victimStatusUnclear = profile.victimStatusUnclear
        foundByInspectorate = profile.foundByInspectorate
        (courtAuthorisation, onwardPlaceWanted) = (profile.courtAuthorisation, profile.onwardPlaceWanted)
        (prefers, mustNot) = (profile.prefers.map(\.naiveCode), profile.mustNot.map(\.naiveCode))
    }

    /// "Needed of `bed`: `persons`, or, absent, 1 for `single`, 2 for `couple`, …; needed of `unit`: 1, but for a
    /// `group` as many as it has persons."
    func needed(of unit: String) -> Int {
        let count = children?.count ?? 0
        let implied = ["single": 1, "couple": 2, "with_children": 1 + count, "family": 2 + count, "group": 3]
        let people = persons ?? household.flatMap { implied[$0] } ?? 1
        if unit == "unit" { return household == "group" ? people : 1 }
        return people
    }
}

extension Wish {
    var naiveCode: String {
        switch self {
        case .province(let code): code.rawValue
        case .shelterKind(let code): code.rawValue
        case .restriction(let code): code.rawValue
        case .securityLevel(let code): code.rawValue
        case .service(let id): id.rawValue
        }
    }
}
