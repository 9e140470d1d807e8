import Domain
import Foundation
import JSONText
import Registry

/// Reads a profile from JSON (contract section 3): all faults at once, each with its pointer.
struct ProfileReader {
    let registry: Registry

    private static let names: Set<String> = [
        "age", "gender", "transgender", "turns18Within6Months", "household", "children", "persons", "residence",
        "exploitationForms", "circumstances", "circumstancesRuledOut", "threat", "dangerAreas", "currentMunicipality",
        "currentProvince", "registeredMunicipality", "foundMunicipality", "housing", "urgency", "wheelchair", "pet",
        "victimStatusUnclear", "foundByInspectorate", "courtAuthorisation", "onwardPlaceWanted", "prefers", "mustNot",
        "languages", "needs",
    ]

    /// The profile, or `nil` with at least one fault left in the reader's list.
    func read(_ reader: JSONReader) -> Profile? {
        guard let object = reader.object(Self.names) else { return nil }
        let (age, gender) = (object.required("age")?.integer(in: 0...120), object.required("gender")?.code(Gender.self))
        let urgency = object.required("urgency")?.code(Urgency.self)
        let threat = object.required("threat")?.code(ThreatLevel.self)
        // Read on with stand-ins where one is missing, so that every other fault is told as well.
        var profile = Profile(
            age: age ?? 0, gender: gender ?? .unknown, urgency: urgency ?? .now, threat: threat ?? .orange)
        readPerson(object, into: &profile)
        readPlaces(object, into: &profile)
        readWishes(object, into: &profile)
        check(profile, hasAge: age != nil, in: object)
        guard age != nil, gender != nil, urgency != nil, threat != nil, reader.faults.all.isEmpty else { return nil }
        return profile
    }

    private func readPerson(_ object: JSONObjectReader, into profile: inout Profile) {
        profile.transgender = object.boolean("transgender")
        profile.turns18Within6Months = object.boolean("turns18Within6Months") ?? false
        profile.household = object.code("household", Household.self)
        profile.children = object["children"]?.elements(child)
        profile.persons = object.integer("persons", in: 1...Profile.mostPersons)
        profile.residence = object.code("residence", ResidenceStatus.self)
        profile.exploitationForms = object.codes("exploitationForms", ExploitationForm.self).map(Set.init)
        profile.circumstances = Set(object.codes("circumstances", Circumstance.self) ?? [])
        profile.circumstancesRuledOut = Set(object.codes("circumstancesRuledOut", Circumstance.self) ?? [])
        profile.victimStatusUnclear = object.boolean("victimStatusUnclear") ?? false
        profile.foundByInspectorate = object.boolean("foundByInspectorate") ?? false
        profile.courtAuthorisation = object.boolean("courtAuthorisation") ?? false
    }

    private func readPlaces(_ object: JSONObjectReader, into profile: inout Profile) {
        profile.dangerAreas = object["dangerAreas"]?.elements(area)
        profile.currentMunicipality = object["currentMunicipality"].flatMap(municipality)
        profile.currentProvince = object.code("currentProvince", ProvinceCode.self)
        profile.registeredMunicipality = object["registeredMunicipality"].flatMap(municipality)
        profile.foundMunicipality = object["foundMunicipality"].flatMap(municipality)
        profile.housing = object.code("housing", HousingSituation.self)
    }

    private func readWishes(_ object: JSONObjectReader, into profile: inout Profile) {
        profile.wheelchair = object.boolean("wheelchair")
        profile.pet = object.boolean("pet")
        profile.onwardPlaceWanted = object.boolean("onwardPlaceWanted") ?? false
        profile.prefers = object.elements("prefers", wish)
        profile.mustNot = object.elements("mustNot", wish)
        profile.languages = object.elements("languages") { reader in
            reader.parsed(.language) { LanguageCode.isWellFormed($0) ? $0 : nil }
        }
        profile.needs = object.codes("needs", HelpKind.self) ?? []
    }

    // MARK: Values

    private func child(_ reader: JSONReader) -> Child? {
        guard let object = reader.object(["age", "gender"]) else { return nil }
        let (age, gender) = (object.required("age")?.integer(in: 0...120), object.required("gender")?.code(Gender.self))
        guard let age, let gender else { return nil }
        return Child(age: age, gender: gender)
    }

    private func municipality(_ reader: JSONReader) -> MunicipalityCode? {
        guard let code = reader.parsed(.municipality, MunicipalityCode.init(rawValue:)) else { return nil }
        if registry.geography.municipality(code) == nil { reader.fault(.rule(ProfileRule.unknownMunicipality)) }
        return code
    }

    private func area(_ reader: JSONReader) -> Area? {
        guard let area = reader.parsed(.area, Area.init(code:)) else { return nil }
        if registry.geography.province(of: area) == nil { reader.fault(.rule(ProfileRule.unknownMunicipality)) }
        return area
    }

    private func wish(_ reader: JSONReader) -> Wish? {
        guard let wish = reader.parsed(.wish, Wish.init(code:)) else { return nil }
        if case .service(let id) = wish, registry.service(id) == nil {
            reader.fault(.rule(ProfileRule.unknownService))
        }
        return wish
    }

    // MARK: Combinations

    private func check(_ profile: Profile, hasAge: Bool, in object: JSONObjectReader) {
        if !profile.circumstances.isDisjoint(with: profile.circumstancesRuledOut) {
            object.fault(.rule(ProfileRule.bothHadAndRuledOut), at: "circumstancesRuledOut")
        }
        if hasAge, profile.turns18Within6Months, profile.age != 17 {
            object.fault(.rule(ProfileRule.birthdayWithoutSeventeen), at: "turns18Within6Months")
        }
        if hasAge, profile.residence == .unaccompaniedMinor, !profile.isMinor {
            object.fault(.rule(ProfileRule.unaccompaniedAdult), at: "residence")
        }
        if let municipality = profile.currentMunicipality, let province = profile.currentProvince,
            let actual = registry.geography.municipality(municipality)?.province, actual != province
        {
            object.fault(.rule(ProfileRule.municipalityOutsideProvince), at: "currentMunicipality")
        }
        checkPersons(profile, in: object)
    }

    private func checkPersons(_ profile: Profile, in object: JSONObjectReader) {
        guard let household = profile.household, let persons = profile.persons else { return }
        let minimum = household.minimumPersons(children: profile.children?.count ?? 0)
        if household == .single {
            if persons != 1 { object.fault(.rule(ProfileRule.singleIsOne), at: "persons") }
        } else if persons < minimum {
            object.fault(.rule(ProfileRule.tooFewPersons(minimum: minimum)), at: "persons")
        }
    }
}
