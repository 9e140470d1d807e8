import Domain
import Foundation
import Registry

/// Reads the search form (screen S6) into what is asked. Names of fields are those of the profile (contract section 3).
struct SearchForm: Sendable {
    let registry: Registry
    let municipalities: MunicipalityFinder
    let values: FormValues
    let say: Words

    /// How many children the form has room for without scripts.
    static let mostChildren = 6
    /// How many near names an error names.
    private static let mostMeant = 3
    /// "Weet ik niet", in every list that has no code of its own for that.
    static let unknown = "unknown"
    /// In `dangerAreas`: nowhere, and also in another country.
    static let (nowhere, abroad) = ("nowhere", "abroad")

    init(registry: Registry, municipalities: MunicipalityFinder, values: FormValues, say: Words) {
        (self.registry, self.municipalities) = (registry, municipalities)
        (self.values, self.say) = (values, say)
    }

    init(_ call: PageCall) {
        self.init(
            registry: call.registry, municipalities: call.snapshot.municipalities, values: call.values, say: call.say)
    }

    /// What was asked, or what is wrong with it: never both.
    func read() -> (asked: Asked?, faults: [FormFault]) {
        var reading = FormReading(values: values, say: say)
        let age = reading.number("age", in: 0...120)
        if age == nil {
            reading.fault(
                "age", "Vul een leeftijd in tussen 0 en 120, bijvoorbeeld 17.",
                "Fill in an age between 0 and 120, for example 17.")
        }
        let gender = reading.required(
            "gender", Gender.self, "Kies een gender, of kies ‘Weet ik niet’.",
            "Choose a gender, or choose ‘I do not know’.")
        let isThreatGuessed = values.has("threat", Self.unknown)
        let threat: ThreatLevel? =
            isThreatGuessed
            ? .orange
            : reading.required(
                "threat", ThreatLevel.self, "Kies hoe groot de dreiging is, of kies ‘Weet ik niet’.",
                "Choose how great the threat is, or choose ‘I do not know’.")
        let isUrgencyGuessed = values.has("urgency", Self.unknown)
        let urgency: Urgency? =
            isUrgencyGuessed
            ? .now
            : reading.required(
                "urgency", Urgency.self, "Kies wanneer er een plek nodig is, of kies ‘Weet ik niet’.",
                "Choose when a place is needed, or choose ‘I do not know’.")
        var profile = Profile(
            age: age ?? 0, gender: gender ?? .unknown, urgency: urgency ?? .now, threat: threat ?? .orange)
        readPeople(&reading, into: &profile, hasAge: age != nil)
        let isAbroad = readPlaces(&reading, into: &profile)
        readWishes(&reading, into: &profile)
        readSituation(&reading, into: &profile, hasAge: age != nil)
        let faults = reading.faults
        guard faults.isEmpty else { return (nil, faults) }
        let asked = Asked(
            profile: profile, isThreatGuessed: isThreatGuessed, isUrgencyGuessed: isUrgencyGuessed,
            isInDangerAbroad: isAbroad)
        return (asked, [])
    }

    // MARK: A. Who

    private func readPeople(_ reading: inout FormReading, into profile: inout Profile, hasAge: Bool) {
        profile.household = reading.code("household", Household.self)
        profile.turns18Within6Months = values.has("turns18Within6Months", "true")
        if hasAge, profile.turns18Within6Months, profile.age != 17 {
            reading.fault(
                "turns18Within6Months", "‘Wordt bijna 18’ hoort bij 17 jaar. Controleer de leeftijd.",
                "‘Nearly 18’ goes with 17 years. Check the age.")
        }
        if profile.household != .single, profile.household != .couple { readChildren(&reading, into: &profile) }
        guard profile.household == .group else { return }
        let fewest = max(3, profile.children?.count ?? 0)
        profile.persons = reading.number("persons", in: fewest...Profile.mostPersons)
        if profile.persons == nil {
            reading.fault(
                "persons", "Vul in met hoeveel mensen de groep is, bijvoorbeeld 8.",
                "Fill in how many people the group has, for example 8.")
        }
    }

    private func readChildren(_ reading: inout FormReading, into profile: inout Profile) {
        var children: [Child] = []
        for index in 1...Self.mostChildren where values["childAge\(index)"] != nil {
            guard let age = reading.number("childAge\(index)", in: 0...120) else {
                reading.fault(
                    "childAge\(index)", "Vul bij kind \(index) een leeftijd in, bijvoorbeeld 8.",
                    "Fill in an age for child \(index), for example 8.")
                continue
            }
            let gender = reading.code("childGender\(index)", Gender.self) ?? .unknown
            children.append(Child(age: age, gender: gender))
        }
        if !children.isEmpty { profile.children = children }
    }

    // MARK: B. Safe

    /// Whether there is danger in another country too.
    private func readPlaces(_ reading: inout FormReading, into profile: inout Profile) -> Bool {
        let said = values.all("dangerAreas")
        let codes = said.filter { ![Self.nowhere, Self.abroad, Self.unknown].contains($0) }
        var areas = reading.known("dangerAreas", codes, ProvinceCode.self).map(Area.province)
        if let name = values["dangerMunicipality"] {
            let municipality = municipality(named: name, "dangerMunicipality", &reading)
            if let municipality { areas.append(.municipality(municipality)) }
        }
        if said.contains(Self.nowhere) {
            if !areas.isEmpty {
                reading.fault(
                    "dangerAreas", "Kies ‘Nergens in Nederland’, of kies waar het wel is. Niet allebei.",
                    "Choose ‘Nowhere in the Netherlands’, or choose where there is. Not both.")
            }
            profile.dangerAreas = []
        }
        if !areas.isEmpty { profile.dangerAreas = areas }
        for (field, path) in Self.municipalities {
            if let name = values[field] { profile[keyPath: path] = municipality(named: name, field, &reading) }
        }
        profile.housing = reading.code("housing", HousingSituation.self)
        return said.contains(Self.abroad)
    }

    private static var municipalities: [(String, WritableKeyPath<Profile, MunicipalityCode?>)] {
        [
            ("currentMunicipality", \.currentMunicipality), ("registeredMunicipality", \.registeredMunicipality),
            ("foundMunicipality", \.foundMunicipality),
        ]
    }

    /// By name as people type it, or by code; near names are asked about. What was typed is not said once more.
    private func municipality(named name: String, _ field: String, _ reading: inout FormReading) -> MunicipalityCode? {
        switch municipalities.answer(to: name) {
        case .found(let municipality): return municipality.code
        case .province(let province):
            reading.fault(
                field, "\(province.name) is een provincie. Vul de naam van een gemeente in.",
                "\(province.name) is a province. Fill in the name of a municipality.")
        case .unknown(let near) where near.isEmpty:
            reading.fault(
                field, "Deze gemeente kennen we niet. Vul een naam in, bijvoorbeeld Zwolle.",
                "We do not know this municipality. Fill in a name, for example Zwolle.")
        case .unknown(let near):
            let names = near.prefix(Self.mostMeant).map(\.name)
            reading.fault(
                field, "Deze gemeente kennen we niet. Bedoelde u \(names.joined(separator: " of "))?",
                "We do not know this municipality. Did you mean \(names.joined(separator: " or "))?")
        }
        return nil
    }

    // MARK: D. Wishes

    private func readWishes(_ reading: inout FormReading, into profile: inout Profile) {
        profile.prefers = wishes("prefers", &reading)
        profile.mustNot = wishes("mustNot", &reading)
        if !Set(profile.prefers).isDisjoint(with: profile.mustNot) {
            reading.fault(
                "mustNot", "Iets staat bij ‘graag’ en bij ‘niet’. Kies één van de twee.",
                "Something stands under ‘wanted’ and under ‘not’. Choose one of the two.")
        }
        profile.pet = reading.flag("pet")
    }

    private func wishes(_ field: String, _ reading: inout FormReading) -> [Wish] {
        let said = values.all(field)
        let wishes = said.compactMap(Wish.init(code:)).filter { wish in
            if case .service(let id) = wish { registry.service(id) != nil } else { true }
        }
        if wishes.count < said.count { reading.noSuchChoice(field) }
        return wishes
    }

    // MARK: E. Situation

    private func readSituation(_ reading: inout FormReading, into profile: inout Profile, hasAge: Bool) {
        profile.residence = reading.code("residence", ResidenceStatus.self)
        if hasAge, profile.residence == .unaccompaniedMinor, !profile.isMinor {
            reading.fault(
                "residence", "Een alleenstaande minderjarige vreemdeling is jonger dan 18. Controleer de leeftijd.",
                "An unaccompanied minor is younger than 18. Check the age.")
        }
        let forms = reading.codes("exploitationForms", ExploitationForm.self)
        if !forms.isEmpty { profile.exploitationForms = Set(forms) }
        profile.circumstances = Set(reading.codes("circumstances", Circumstance.self))
        if values.has("othersRuledOut", "true") {
            profile.circumstancesRuledOut = Set(Circumstance.allCases).subtracting(profile.circumstances)
        }
        profile.wheelchair = reading.flag("wheelchair")
        profile.transgender = reading.flag("transgender")
        profile.victimStatusUnclear = values.has("victimStatusUnclear", "true")
        profile.foundByInspectorate = values.has("foundByInspectorate", "true")
        profile.courtAuthorisation = values.has("courtAuthorisation", "true")
        profile.onwardPlaceWanted = values.has("onwardPlaceWanted", "true")
        let languages = values.all("languages")
        profile.languages = languages.filter(LanguageCode.isWellFormed)
        if profile.languages.count < languages.count { reading.noSuchChoice("languages") }
        profile.needs = reading.codes("needs", HelpKind.self)
    }
}
