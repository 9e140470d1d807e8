import Domain

/// The rules that look at who somebody is (contract section 4: gender, unknown, age, forms).
extension NaiveMatcher {
    func age(_ person: NaivePerson, _ place: NaivePlace) -> Finding {
        if let minimum = place.minimumAge.years, person.age < minimum { return .no("age") }
        if let maximum = place.maximumAge.years, person.age > maximum { return .no("age") }
        return Finding()
    }

    func gender(_ person: NaivePerson, _ place: NaivePlace) -> Finding {
        guard let genders = place.genders else { return Finding() }
        var finding = Finding()
        let isForBoth = genders.contains("female") && genders.contains("male")
        let isForNeither = !genders.contains("female") && !genders.contains("male")
        let isSingleSex = !isForBoth && !isForNeither
        var needsCheck = isSingleSex && person.transgender
        switch person.gender {
        case "unknown":
            if !["female", "male", "non_binary"].allSatisfy(genders.contains) { finding.add(.only("unknown:gender")) }
        case "non_binary":
            if !genders.contains("non_binary") { needsCheck = true }
        default:
            if !genders.contains(person.gender) { finding.add(.no("gender")) }
        }
        if needsCheck, place.welcomesTransgender != true { finding.add(.only("gender_check")) }
        return finding
    }

    func household(_ person: NaivePerson, _ place: NaivePlace) -> Finding {
        guard let household = person.household, let households = place.households else { return Finding() }
        return households.contains(household) ? Finding() : .no("household")
    }

    func sonsAge(_ person: NaivePerson, _ place: NaivePlace) -> Finding {
        guard let limit = place.sonsMaximumAge.years else { return Finding() }
        let sons = (person.children ?? []).filter { $0.gender == "male" }
        return sons.contains { $0.age > limit } ? .no("sons_age") : Finding()
    }

    func residence(_ person: NaivePerson, _ place: NaivePlace) -> Finding {
        guard let status = person.residence, let stated = place.residence else { return Finding() }
        let statuses = [
            "dutch", "eu_eea", "third_country_permit", "reflection_period", "b8_permit", "continued_stay",
            "asylum_seeker", "undocumented", "unaccompanied_minor",
        ]
        if status == "unknown" {
            return statuses.allSatisfy { stated[$0] == "yes" } ? Finding() : .only("unknown:residence")
        }
        switch stated[status] {
        case "yes": return Finding()
        case "conditional": return .only("residence")
        default: return .no("residence")
        }
    }

    func form(_ person: NaivePerson, _ place: NaivePlace) -> Finding {
        if person.forms.isEmpty { return Finding() }
        if person.forms == ["serious_disadvantage"] {
            let takesAnyway = place.isAmbulatory || place.kind == "homeless_shelter"
            return takesAnyway || place.forms.contains("serious_disadvantage") ? Finding() : .no("form_not_served")
        }
        let isServed = person.forms.contains { form in
            place.forms.isEmpty ? form != "serious_disadvantage" : place.forms.contains(form)
        }
        return isServed ? Finding() : .no("form_not_served")
    }

    func targetGroup(_ person: NaivePerson, _ place: NaivePlace) -> Finding {
        if place.onlyFor.isEmpty || place.onlyFor.contains(where: person.circumstances.contains) { return Finding() }
        return .no("not_target_group")
    }

    func contraIndications(_ person: NaivePerson, _ place: NaivePlace) -> Finding {
        var finding = Finding()
        for (code, hardness) in place.contraIndications where person.circumstances.contains(code) {
            if hardness == "absolute" { finding.add(.no("contra_indication:\(code)")) }
            if hardness == "conditional" { finding.add(.only("contra_indication:\(code)")) }
        }
        return finding
    }

    func pet(_ person: NaivePerson, _ place: NaivePlace) -> Finding {
        guard person.pet == true else { return Finding() }
        if place.pets == "no" { return .no("pet") }
        return place.pets == "foster" ? .only("pet") : Finding()
    }

    func wheelchair(_ person: NaivePerson, _ place: NaivePlace) -> Finding {
        person.wheelchair == true && place.wheelchair == false ? .no("accessibility") : Finding()
    }
}
