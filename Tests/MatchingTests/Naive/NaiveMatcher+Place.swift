import Domain

/// The rules that look at what a place is and where it stands (contract section 4: safety, location, places, rest).
extension NaiveMatcher {
    typealias Rule = (NaivePerson, NaivePlace) -> Finding

    var rules: [Rule] {
        [
            age, gender, household, sonsAge, residence, form, targetGroup, contraIndications, pet, wheelchair,
            room, security, dangerRegion, courtOrder, area, mustNot, safeHome, phase, paused,
        ]
    }

    func room(_ person: NaivePerson, _ place: NaivePlace) -> Finding {
        guard !place.isAmbulatory, let total = place.total else { return Finding() }
        return person.needed(of: place.unit) > total ? .no("capacity_too_small") : Finding()
    }

    func security(_ person: NaivePerson, _ place: NaivePlace) -> Finding {
        if place.isAmbulatory { return Finding() }
        let levels = ["none": 0, "open_visible": 1, "sheltered": 2, "secret": 3]
        let required = ["green": 0, "orange": 1, "red": 3]
        return (levels[place.security] ?? 0) < (required[person.threat] ?? 0) ? .no("security_insufficient") : Finding()
    }

    func dangerRegion(_ person: NaivePerson, _ place: NaivePlace) -> Finding {
        if place.isAmbulatory || person.threat == "green" { return Finding() }
        guard isInDangerArea(place, person.dangerAreas ?? []) else { return Finding() }
        if person.threat == "red" { return .no("danger_region") }
        return ["sheltered", "secret"].contains(place.security) ? .only("danger_region") : .no("danger_region")
    }

    func isInDangerArea(_ place: NaivePlace, _ areas: [String]) -> Bool {
        // "For a `secret` place a danger municipality counts as its whole province."
        let areas = place.security == "secret" ? areas.compactMap(province(of:)) : areas
        if areas.contains(place.province) { return true }
        if place.security == "open_visible" || place.security == "sheltered", let municipality = place.municipality {
            if areas.contains(where: { overlap($0, municipality) }) { return true }
        }
        return place.unsafeForAreas.contains { unsafe in areas.contains { overlap($0, unsafe) } }
    }

    func courtOrder(_ person: NaivePerson, _ place: NaivePlace) -> Finding {
        let isClosed = place.restriction == "closed" || place.kind == "closed_youth_care"
        return isClosed && !person.courtAuthorisation ? .no("closed_needs_court_order") : Finding()
    }

    func area(_ person: NaivePerson, _ place: NaivePlace) -> Finding {
        guard place.reach == "regional" || place.reach == "local" else { return Finding() }
        let area = place.serviceArea ?? [place.province]
        if let municipality = person.municipality {
            return area.contains { overlap($0, municipality) } ? Finding() : .no("out_of_area")
        }
        if let province = person.province {
            // Only a province: where the area lists municipalities in it, it cannot be told.
            return area.contains { overlap($0, province) } ? Finding() : .no("out_of_area")
        }
        return Finding()
    }

    func mustNot(_ person: NaivePerson, _ place: NaivePlace) -> Finding {
        person.mustNot.contains { isMet($0, by: place) } ? .no("wish_must_not") : Finding()
    }

    func safeHome(_ person: NaivePerson, _ place: NaivePlace) -> Finding {
        place.isAmbulatory && person.housing != "safe_own_place" ? .no("no_safe_home") : Finding()
    }

    func phase(_ person: NaivePerson, _ place: NaivePlace) -> Finding {
        let first = ["cosm", "time_out", "emergency_bed", "emergency_bed_disadvantaged"]
        return person.onwardPlaceWanted && first.contains(place.kind ?? "") ? .no("phase") : Finding()
    }

    func paused(_ person: NaivePerson, _ place: NaivePlace) -> Finding {
        place.isPaused || ["paused", "temporarily_closed"].contains(place.status) ? .no("paused") : Finding()
    }

    func isMet(_ wish: String, by place: NaivePlace) -> Bool {
        [place.province, place.kind, place.restriction, place.security, place.id].contains(wish)
    }

    func province(of area: String) -> String? { area.hasPrefix("NL-") ? area : provinceOf[area] }

    /// The same, or one lies in the other.
    func overlap(_ one: String, _ other: String) -> Bool {
        one == other || one == province(of: other) || province(of: one) == other
    }
}
