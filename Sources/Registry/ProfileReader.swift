package import Domain
import Foundation
package import JSONText

/// Reads a profile from JSON (contract section 3): all faults at once, each with its pointer.
package struct ProfileReader {
    /// `nil` where a profile may name no place.
    private let registry: Registry?

    /// - Parameter registry: What a profile may name; without one it may name no municipality, province or service.
    package init(registry: Registry?) {
        self.registry = registry
    }

    private static let names: Set<String> = [
        "age", "gender", "transgender", "turns18Within6Months", "household", "children", "persons", "residence",
        "exploitationForms", "circumstances", "circumstancesRuledOut", "threat", "dangerAreas", "currentMunicipality",
        "currentProvince", "registeredMunicipality", "foundMunicipality", "housing", "urgency", "wheelchair", "pet",
        "victimStatusUnclear", "foundByInspectorate", "courtAuthorisation", "onwardPlaceWanted", "prefers", "mustNot",
        "languages", "needs",
    ]

    /// The profile, or `nil` with at least one fault left in the reader's list.
    package func read(_ reader: JSONReader) -> Profile? {
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
        profile.currentProvince = object["currentProvince"].flatMap(province)
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
        guard let map = map(for: reader) else { return nil }
        guard let code = reader.parsed(.municipality, MunicipalityCode.init(rawValue:)) else { return nil }
        if map.municipality(code) == nil { reader.fault(.rule(ProfileRule.unknownMunicipality)) }
        return code
    }

    private func province(_ reader: JSONReader) -> ProvinceCode? {
        map(for: reader) == nil ? nil : reader.code(ProvinceCode.self)
    }

    private func area(_ reader: JSONReader) -> Area? {
        guard let map = map(for: reader) else { return nil }
        guard let area = reader.parsed(.area, Area.init(code:)) else { return nil }
        if map.province(of: area) == nil { reader.fault(.rule(ProfileRule.unknownMunicipality)) }
        return area
    }

    private func wish(_ reader: JSONReader) -> Wish? {
        guard let wish = reader.parsed(.wish, Wish.init(code:)) else { return nil }
        switch wish {
        case .shelterKind, .restriction, .securityLevel: return wish
        case .province: return map(for: reader) == nil ? nil : wish
        case .service(let id):
            guard map(for: reader) != nil else { return nil }
            if registry?.service(id) == nil { reader.fault(.rule(ProfileRule.unknownService)) }
            return wish
        }
    }

    /// What a place is looked up on; leaves a fault where none may be named.
    private func map(for reader: JSONReader) -> Geography? {
        if registry == nil { reader.fault(.rule(ProfileRule.namesAPlace)) }
        return registry?.geography
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
            let actual = registry?.geography.municipality(municipality)?.province, actual != province
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
