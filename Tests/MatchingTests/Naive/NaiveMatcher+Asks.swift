import Domain

/// Points to ask, by trying: a fact is asked for when some value of it would exclude or give a condition.
extension NaiveMatcher {
    func asks(for person: NaivePerson, at place: NaivePlace) -> Set<String> {
        let open = place.contraIndications.filter { code, hardness in
            hardness != "none" && !person.circumstances.contains(code) && !person.ruledOut.contains(code)
        }
        return Set(open.map { "contra_indication:\($0.code)" })
            .union(unstated(by: place, person).map { "not_stated:\($0)" })
            .union(unknown(of: person, place).map { "unknown:\($0)" })
    }

    private func unstated(by place: NaivePlace, _ person: NaivePerson) -> [String] {
        // Any number may be a bound; these lie on both sides of every age.
        let ages = [-1, 121].map { Admission.Limit.years($0) }
        var fields: [String] = []
        if place.genders == nil, statingMatters(gender, person, place, \.genders, someGenders) {
            fields.append("genders")
        }
        if place.minimumAge == .notStated, statingMatters(age, person, place, \.minimumAge, ages) {
            fields.append("minimumAge")
        }
        if place.maximumAge == .notStated, statingMatters(age, person, place, \.maximumAge, ages) {
            fields.append("maximumAge")
        }
        if place.households == nil, statingMatters(household, person, place, \.households, [[]]) {
            fields.append("households")
        }
        if place.sonsMaximumAge == .notStated, statingMatters(sonsAge, person, place, \.sonsMaximumAge, ages) {
            fields.append("sonsMaximumAge")
        }
        if place.residence == nil, statingMatters(residence, person, place, \.residence, [[:]]) {
            fields.append("residence")
        }
        if place.wheelchair == nil, statingMatters(wheelchair, person, place, \.wheelchair, [false]) {
            fields.append("wheelchair")
        }
        if place.pets == nil, statingMatters(pet, person, place, \.pets, ["no", "foster"]) { fields.append("pets") }
        // The one field with a sentence of its own (contract section 8): always asked.
        if place.reach == nil { fields.append("reach") }
        if place.municipality == nil, place.security != "secret",
            statingMatters(dangerRegion, person, place, \.municipality, municipalities(in: place.province))
        {
            fields.append("municipality")
        }
        return fields
    }

    private func unknown(of person: NaivePerson, _ place: NaivePlace) -> [String] {
        let households = ["single", "with_children", "couple", "family", "group"]
        let forms = [
            "sexual", "labour", "criminal", "domestic_servitude", "forced_begging", "financial", "organ_removal",
            "serious_disadvantage",
        ]
        var fields: [String] = []
        if person.residence == nil, knowingMatters(residence, person, place, \.residence, ["unknown"]) {
            fields.append("residence")
        }
        if person.household == nil, knowingMatters(household, person, place, \.household, households) {
            fields.append("household")
        }
        if person.children == nil, ["with_children", "family"].contains(person.household),
            knowingMatters(sonsAge, person, place, \.children, (0...120).map { [($0, "male")] })
        {
            fields.append("children")
        }
        if person.forms.isEmpty, knowingMatters(form, person, place, \.forms, forms.map { [$0] }) {
            fields.append("exploitationForms")
        }
        if person.wheelchair == nil, knowingMatters(wheelchair, person, place, \.wheelchair, [true]) {
            fields.append("wheelchair")
        }
        if person.pet == nil, knowingMatters(pet, person, place, \.pet, [true]) { fields.append("pet") }
        if person.dangerAreas == nil, knowingMatters(dangerRegion, person, place, \.dangerAreas, [[place.province]]) {
            fields.append("dangerAreas")
        }
        if isAreaUnclear(person, place) { fields.append("currentMunicipality") }
        return fields
    }

    /// "No location given, or only a province where a place's area lists municipalities."
    private func isAreaUnclear(_ person: NaivePerson, _ place: NaivePlace) -> Bool {
        guard person.municipality == nil, place.reach == "regional" || place.reach == "local" else { return false }
        guard let province = person.province else { return true }
        let area = place.serviceArea ?? [place.province]
        return !area.contains(province) && area.contains { overlap($0, province) }
    }

    /// Whether some value of the person's field gives more than the rule says now.
    private func knowingMatters<Value>(
        _ rule: Rule, _ person: NaivePerson, _ place: NaivePlace, _ field: WritableKeyPath<NaivePerson, Value>,
        _ values: [Value]
    ) -> Bool {
        let before = rule(person, place)
        return values.contains { value in
            var changed = person
            changed[keyPath: field] = value
            let after = rule(changed, place)
            return after != before && !after.isNothing
        }
    }

    /// Whether some value of the place's field gives more than the rule says now.
    private func statingMatters<Value>(
        _ rule: Rule, _ person: NaivePerson, _ place: NaivePlace, _ field: WritableKeyPath<NaivePlace, Value>,
        _ values: [Value]
    ) -> Bool {
        let before = rule(person, place)
        return values.contains { value in
            var changed = place
            changed[keyPath: field] = value
            let after = rule(person, changed)
            return after != before && !after.isNothing
        }
    }

    private func municipalities(in province: String?) -> [String?] {
        provinceOf.filter { province == nil || $0.value == province }.map(\.key)
    }

    private var someGenders: [[String]?] {
        [["female"], ["male"], ["non_binary"], ["female", "male"], ["female", "non_binary"], ["male", "non_binary"]]
    }
}
