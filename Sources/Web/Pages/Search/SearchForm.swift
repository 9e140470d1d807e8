import Domain
import Foundation
import Registry

/// Reads the search form (screen S6, groups A to C) into a profile. Field names are the profile's.
struct SearchForm: Sendable {
    let registry: Registry
    let values: FormValues

    /// How many children the form has room for without scripts.
    static let mostChildren = 4

    func read() -> (profile: Profile?, faults: [FormFault]) {
        var faults: [FormFault] = []
        let age = number("age", in: 0...120)
        if age == nil {
            faults.append(FormFault(field: "age", text: "Vul een leeftijd in tussen 0 en 120, bijvoorbeeld 17."))
        }
        let gender = values["gender"].flatMap(Gender.init(rawValue:))
        if gender == nil {
            faults.append(FormFault(field: "gender", text: "Kies een gender, of kies ‘Niet gevraagd’."))
        }
        let threat = threat()
        if threat == nil {
            faults.append(FormFault(field: "threat", text: "Kies hoe groot de dreiging is, of kies ‘Weet ik niet’."))
        }
        let urgency = values["urgency"].flatMap(Urgency.init(rawValue:))
        if urgency == nil { faults.append(FormFault(field: "urgency", text: "Kies wanneer er een plek nodig is.")) }

        var profile = Profile(
            age: age ?? 0, gender: gender ?? .unknown, urgency: urgency ?? .now, threat: threat ?? .orange)
        profile.household = codes("household", Household.self, &faults).first
        profile.housing = codes("housing", HousingSituation.self, &faults).first
        let forms = codes("exploitationForms", ExploitationForm.self, &faults)
        if !forms.isEmpty { profile.exploitationForms = Set(forms) }
        readPeople(into: &profile, &faults)
        readPlaces(into: &profile, &faults)
        return (faults.isEmpty ? profile : nil, faults)
    }

    private func threat() -> ThreatLevel? {
        // Not known is met with care: the middle, and the result says so.
        values["threat"] == "unknown" ? .orange : values["threat"].flatMap(ThreatLevel.init(rawValue:))
    }

    /// Every code given for `name`. One that does not exist is a fault: dropped, it could lose a danger area.
    private func codes<Kind: Code>(_ name: String, _ kind: Kind.Type, _ faults: inout [FormFault]) -> [Kind] {
        let given = values.all(name)
        let known = given.compactMap(Kind.init(rawValue:))
        if known.count < given.count {
            faults.append(FormFault(field: name, text: "Deze keuze kennen we niet. Kies opnieuw."))
        }
        return known
    }

    private func readPeople(into profile: inout Profile, _ faults: inout [FormFault]) {
        var children: [Child] = []
        for index in 1...Self.mostChildren where values["childAge\(index)"] != nil {
            guard let age = number("childAge\(index)", in: 0...120) else {
                faults.append(
                    FormFault(field: "childAge\(index)", text: "Vul bij kind \(index) een leeftijd in, bijvoorbeeld 8.")
                )
                continue
            }
            let gender = codes("childGender\(index)", Gender.self, &faults).first ?? .unknown
            children.append(Child(age: age, gender: gender))
        }
        if !children.isEmpty { profile.children = children }
        guard profile.household == .group else { return }
        profile.persons = number("persons", in: 3...Profile.mostPersons)
        if profile.persons == nil {
            faults.append(
                FormFault(field: "persons", text: "Vul in met hoeveel mensen de groep is, bijvoorbeeld 8."))
        }
    }

    private func readPlaces(into profile: inout Profile, _ faults: inout [FormFault]) {
        var areas = codes("dangerAreas", ProvinceCode.self, &faults).map(Area.province)
        for name in values.all("dangerMunicipality") {
            if let municipality = municipality(named: name) {
                areas.append(.municipality(municipality))
            } else {
                faults.append(FormFault(field: "dangerMunicipality", text: Self.unknownMunicipality))
            }
        }
        if !areas.isEmpty { profile.dangerAreas = areas }
        if let name = values["currentMunicipality"] {
            profile.currentMunicipality = municipality(named: name)
            if profile.currentMunicipality == nil {
                faults.append(FormFault(field: "currentMunicipality", text: Self.unknownMunicipality))
            }
        }
    }

    private static let unknownMunicipality = "Deze gemeente kennen we niet. Kies een naam uit de lijst."

    /// By name, with any capitals and accents, or by code.
    private func municipality(named name: String) -> MunicipalityCode? {
        let options: String.CompareOptions = [.caseInsensitive, .diacriticInsensitive]
        return registry.geography.municipalities.first { municipality in
            municipality.code.rawValue == name || municipality.name.compare(name, options: options) == .orderedSame
        }?.code
    }

    private func number(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = values[name], text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
}
