import Domain
import Matching
import TestTools

extension Profile {
    /// Any profile the interface accepts (contract sections 3 and 8), with much of it left out.
    static func random(on map: RandomMap, wishing ids: [String] = [], using random: inout SeededGenerator) -> Profile {
        let age = random.one(of: [0, 3, 11, 12, 16, 17, 17, 17, 18, 19, 22, 23, 30, 36, 64, 65, 100, 120])
        var profile = Profile(
            age: age, gender: random.one(of: [.female, .female, .male, .nonBinary, .unknown]),
            urgency: random.one(of: Urgency.allCases), threat: random.one(of: ThreatLevel.allCases))
        profile.transgender = random.one(of: [nil, nil, false, true])
        profile.turns18Within6Months = age == 17 && random.chance(60)
        profile.takeHousehold(using: &random)
        profile.takeHistory(using: &random)
        profile.takeLocation(on: map, using: &random)
        profile.takeWishes(on: map, ids: ids, using: &random)
        return profile
    }

    private mutating func takeHousehold(using random: inout SeededGenerator) {
        household = random.one(of: [nil, .single, .single, .single, .withChildren, .couple, .family, .group])
        if random.chance(40) {
            children = []
            for _ in 0..<random.number(0...3) {
                children?.append(
                    Child(
                        age: random.one(of: [0, 1, 6, 7, 12, 13, 17]),
                        gender: random.one(of: [.female, .male, .male, .nonBinary, .unknown])))
            }
        }
        if random.chance(30) {
            let least = household?.minimumPersons(children: children?.count ?? 0) ?? 1
            persons = household == .single ? 1 : random.number(least...(least + 3))
        }
        wheelchair = random.one(of: [nil, nil, false, false, true])
        pet = random.one(of: [nil, nil, false, false, true])
    }

    private mutating func takeHistory(using random: inout SeededGenerator) {
        let statuses = ResidenceStatus.allCases.filter { $0 != .unaccompaniedMinor || isMinor }
        residence = random.chance(25) ? nil : random.one(of: statuses)
        exploitationForms =
            switch random.number(0...9) {
            case 0: nil
            case 1: []
            case 2: [.unknown]
            case 3: [.seriousDisadvantage]
            case 4: [.seriousDisadvantage, .unknown]
            default: Set(random.several(of: ExploitationForm.allCases, 15))
            }
        for circumstance in Circumstance.allCases {
            switch random.number(0...19) {
            case 0, 1: circumstances.insert(circumstance)
            case 2...12: circumstancesRuledOut.insert(circumstance)
            default: break
            }
        }
        victimStatusUnclear = random.chance(30)
        foundByInspectorate = random.chance(30)
        courtAuthorisation = random.chance(40)
        onwardPlaceWanted = random.chance(15)
        housing = random.chance(40) ? .safeOwnPlace : random.one(of: [nil, .unsafeHome, .street, .unknown])
    }

    private mutating func takeLocation(on map: RandomMap, using random: inout SeededGenerator) {
        let municipalities = map.geography.municipalities
        switch random.number(0...3) {
        case 0: break
        case 1: currentProvince = random.one(of: map.provinces)
        default:
            let here = random.one(of: municipalities)
            currentMunicipality = here.code
            if random.chance(50) { currentProvince = here.province }
        }
        if random.chance(70) { dangerAreas = random.some(of: map.areas, 15) }
        if random.chance(30) { registeredMunicipality = random.one(of: municipalities).code }
        if random.chance(30) { foundMunicipality = random.one(of: municipalities).code }
    }

    private mutating func takeWishes(on map: RandomMap, ids: [String], using random: inout SeededGenerator) {
        let wishes =
            map.provinces.map(Wish.province) + Restriction.allCases.map(Wish.restriction)
            + SecurityLevel.allCases.map(Wish.securityLevel) + ids.compactMap(Wish.init(code:))
            + ShelterKind.allCases.map(Wish.shelterKind)
        prefers = random.chance(60) ? random.some(of: wishes, 15) : []
        mustNot = random.chance(15) ? random.some(of: wishes, 5) : []
        languages = random.some(of: ["nl", "en", "ro"], 30)
        needs = random.some(of: HelpKind.allCases, 5)
    }
}
