import Domain

/// What stands around the list: blockers, banners, responsibility (contract sections 4, 5 and 8; rules R1 and R2).
extension NaiveMatcher {
    struct NaiveBlocker: Equatable {
        let codes: [String]
        let services: Int
        let freePlaces: Int
    }

    func blockers(_ answers: [(answer: Answer, place: NaivePlace)]) -> [NaiveBlocker] {
        let excluded = answers.filter { $0.answer.section == nil && !$0.answer.exclusions.contains("paused") }
        return Dictionary(grouping: excluded) { $0.answer.exclusions.sorted() }
            .filter { (1...2).contains($0.key.count) }
            .map { codes, entries in
                let counted = entries.filter { ["fresh", "ageing"].contains(freshness(of: $0.place)) }
                let free = counted.reduce(0) { $0 + ($1.place.free ?? 0) }
                return NaiveBlocker(codes: codes, services: entries.count, freePlaces: free)
            }
            .sorted { one, other in
                if one.codes.count != other.codes.count { return one.codes.count < other.codes.count }
                if one.services != other.services { return one.services > other.services }
                if one.freePlaces != other.freePlaces { return one.freePlaces > other.freePlaces }
                return one.codes.lexicographicallyPrecedes(other.codes)
            }
    }

    func banners(for person: NaivePerson) -> [String] {
        var banners: [String] = []
        if person.threat == "red" { banners.append("danger") }
        if person.circumstances.contains("acute_psychiatric") || person.circumstances.contains("acute_suicidality") {
            banners.append("mental_health_crisis")
        }
        if person.age < 18 { banners.append("minor") }
        if person.residence == "unaccompanied_minor" { banners.append("unaccompanied_minor") }
        return banners
    }

    struct NaiveResponsibility: Equatable {
        let municipality: String?
        let basis: String
        let law: String?
        let centre: String?
        let riskRegion: String?
    }

    func responsibility(for person: NaivePerson) -> NaiveResponsibility {
        let riskRegion = person.municipality.flatMap { code in
            map.municipalities.first { $0.code.rawValue == code }?.safetyRegion
        }
        if person.residence == "unaccompanied_minor" {
            return NaiveResponsibility(
                municipality: nil, basis: "guardian", law: "Nidos", centre: nil, riskRegion: riskRegion)
        }
        let municipality = person.registered ?? person.found
        let centre = municipality.flatMap { code in
            map.municipalities.first { $0.code.rawValue == code }?.centreMunicipality
        }
        let own = person.age < 18 ? "Jeugdwet" : "Wmo 2015"
        let isForState = person.residence == "reflection_period" && person.age >= 18
        let basis =
            isForState ? "state" : person.registered != nil ? "registered" : person.found != nil ? "found" : "unknown"
        let law = isForState ? "Rijk via CoMensha" : municipality == nil ? nil : own
        return NaiveResponsibility(
            municipality: municipality, basis: basis, law: law, centre: centre, riskRegion: riskRegion)
    }
}
