import Domain
import Foundation

/// Makes people to search for, every field of a profile in every way that is allowed.
struct ProfileVariation {
    private let map: Geography
    /// Who may be wished for by id.
    private let services: [Service]
    private var random: SampleRandom

    init(map: Geography, services: [Service], random: SampleRandom) {
        (self.map, self.services, self.random) = (map, services, random)
    }

    mutating func sample(_ number: Int) -> SampleProfile {
        SampleProfile(name: "sample \(number)", profile: profile())
    }

    private mutating func profile() -> Profile {
        let gender = random.chance(55) ? Gender.female : random.one(of: Gender.allCases)
        var profile = Profile(
            age: random.chance(15) ? random.number(12...17) : random.number(18...70), gender: gender,
            urgency: random.one(of: Urgency.allCases), threat: random.one(of: ThreatLevel.allCases))
        profile.turns18Within6Months = profile.age == 17 && random.chance(70)
        profile.transgender = maybe(15) { _ in true }
        company(of: &profile)
        let residences = ResidenceStatus.allCases.filter { $0 != .unaccompaniedMinor || profile.isMinor }
        profile.residence = maybe(70) { $0.one(of: residences) }
        profile.exploitationForms = maybe(60) { Set($0.some(of: ExploitationForm.allCases, atMost: 2)) }
        circumstances(of: &profile)
        whereabouts(of: &profile)
        profile.wheelchair = maybe(40) { $0.chance(30) }
        profile.pet = maybe(40) { $0.chance(40) }
        profile.victimStatusUnclear = random.chance(10)
        profile.foundByInspectorate = random.chance(5)
        profile.courtAuthorisation = random.chance(15)
        profile.onwardPlaceWanted = random.chance(10)
        profile.prefers = random.chance(40) ? (0..<random.number(1...4)).map { _ in wish() } : []
        profile.mustNot = random.chance(20) ? [wish()] : []
        return profile
    }

    private mutating func maybe<Value>(_ percent: Int, _ value: (inout SampleRandom) -> Value) -> Value? {
        random.chance(percent) ? value(&random) : nil
    }

    private mutating func company(of profile: inout Profile) {
        let isAlone = profile.isMinor
        profile.household = maybe(70) { random in
            isAlone || random.chance(45) ? .single : random.one(of: Household.allCases)
        }
        if profile.household == .withChildren || profile.household == .family, random.chance(80) {
            profile.children = (0..<random.number(1...3)).map { _ in
                Child(age: random.number(0...17), gender: random.one(of: Gender.allCases))
            }
        } else if random.chance(30) {
            profile.children = []
        }
        guard let household = profile.household, household != .single, random.chance(30) else { return }
        profile.persons = household.minimumPersons(children: profile.children?.count ?? 0) + random.number(0...4)
    }

    private mutating func circumstances(of profile: inout Profile) {
        profile.circumstances = Set(random.chance(60) ? random.some(of: Circumstance.allCases, atMost: 3) : [])
        let ruledOut = random.chance(40) ? random.some(of: Circumstance.allCases, atMost: 8) : []
        profile.circumstancesRuledOut = Set(ruledOut).subtracting(profile.circumstances)
    }

    private mutating func whereabouts(of profile: inout Profile) {
        let municipalities = map.municipalities
        let here = random.one(of: municipalities)
        switch random.number(0...3) {
        case 0: break
        case 1: profile.currentProvince = here.province
        case 2: (profile.currentMunicipality, profile.currentProvince) = (here.code, here.province)
        default: profile.currentMunicipality = here.code
        }
        profile.dangerAreas = maybe(75) { random in
            (0..<random.number(0...3)).map { _ in
                let there = random.one(of: municipalities)
                return random.chance(50) ? .municipality(there.code) : .province(there.province)
            }
        }
        profile.housing = maybe(60) { $0.chance(40) ? .safeOwnPlace : $0.one(of: HousingSituation.allCases) }
    }

    private mutating func wish() -> Wish {
        switch random.number(0...4) {
        case 0: .province(random.one(of: ProvinceCode.allCases))
        case 1: .shelterKind(random.one(of: ShelterKind.allCases))
        case 2: .restriction(random.one(of: Restriction.allCases))
        case 3: .securityLevel(random.one(of: SecurityLevel.allCases))
        default: .service(random.one(of: services).id)
        }
    }
}
