package import Domain
import Foundation

extension Sentences {
    /// Why `service` is no answer, as one or two sentences about the place.
    package func text(of exclusion: Exclusion, at place: Place, for profile: Profile) -> String {
        let service = place.service
        switch exclusion {
        case .age: return ageText(service.admission)
        case .gender: return forPeople(genderWords(service.admission))
        case .household: return forPeople(householdWords(service.admission))
        case .sonsAge:
            let age = service.admission.sonsMaximumAge.years ?? 0
            return say(
                "Op deze plek kunnen zonen mee tot en met \(age) jaar.",
                "Sons up to and including \(age) years can come along to this place.")
        case .capacityTooSmall: return roomText(place.capacity)
        case .residence: return residenceText(service.admission, for: profile)
        case .formNotServed: return formText(service.admission)
        case .notTargetGroup: return only(service.admission.onlyFor.map(inline))
        case .contraIndication(let circumstance): return closed(to: circumstance)
        case .pet, .accessibility, .securityInsufficient, .dangerRegion, .closedNeedsCourtOrder, .outOfArea,
            .wishMustNot, .noSafeHome, .phase, .paused:
            return fixed(exclusion)
        }
    }

    /// What is the same at every place.
    private func fixed(_ exclusion: Exclusion) -> String {
        switch exclusion {
        case .pet: say("Op deze plek kan geen huisdier mee.", "A pet cannot come along to this place.")
        case .accessibility:
            say("Deze plek is niet geschikt voor een rolstoel.", "This place is not suitable for a wheelchair.")
        case .securityInsufficient:
            say("Deze plek is niet veilig genoeg bij deze dreiging.", "This place is not safe enough for this threat.")
        case .dangerRegion: say("Deze plek ligt in het gevaargebied.", "This place lies in the danger area.")
        case .closedNeedsCourtOrder:
            say(
                "Dit is een gesloten plek. Dat kan alleen als de rechter het heeft bepaald.",
                "This is a closed place. That is only possible if the court has decided so.")
        case .outOfArea:
            say(
                "Deze plek is alleen voor mensen uit het eigen werkgebied.",
                "This place is only for people from its own service area.")
        case .wishMustNot:
            say(
                "Deze plek past niet bij wat iemand zelf wil.", "This place does not fit what the person wants.")
        case .noSafeHome:
            say(
                "Dit is hulp zonder verblijf. Daarvoor is eerst een veilige plek nodig.",
                "This is help without a bed. A safe place is needed first.")
        case .phase:
            say(
                "Deze plek is voor de eerste tijd, niet voor het vervolg.",
                "This place is for the first period, not for what follows.")
        case .paused, .age, .gender, .household, .sonsAge, .capacityTooSmall, .residence, .formNotServed,
            .notTargetGroup, .contraIndication:
            say("Deze plek neemt nu niemand op.", "This place takes nobody in now.")
        }
    }

    private func forPeople(_ words: [String]) -> String {
        say("Deze plek is voor \(joined(words)).", "This place is for \(joined(words)).")
    }

    private func only(_ words: [String]) -> String {
        say("Deze plek is alleen bij: \(joined(words)).", "This place is only for: \(joined(words)).")
    }

    private func ageText(_ admission: Admission) -> String {
        switch (admission.minimumAge.years, admission.maximumAge.years) {
        case (let minimum?, let maximum?):
            say(
                "Deze plek is voor mensen van \(minimum) tot en met \(maximum) jaar.",
                "This place is for people from \(minimum) up to and including \(maximum) years.")
        case (let minimum?, nil):
            say(
                "Deze plek is voor mensen vanaf \(minimum) jaar.",
                "This place is for people of \(minimum) years and over.")
        case (nil, let maximum?):
            say(
                "Deze plek is voor mensen tot en met \(maximum) jaar.",
                "This place is for people up to and including \(maximum) years.")
        case (nil, nil): say("De leeftijd past niet bij deze plek.", "The age does not fit this place.")
        }
    }

    private func genderWords(_ admission: Admission) -> [String] {
        let isYoung = (admission.maximumAge.years ?? 120) < 18
        return (admission.genders ?? []).compactMap { gender in
            switch gender {
            case .female: isYoung ? say("meisjes", "girls") : say("vrouwen", "women")
            case .male: isYoung ? say("jongens", "boys") : say("mannen", "men")
            case .nonBinary: say("non-binaire mensen", "non-binary people")
            case .unknown: nil
            }
        }
    }

    private func householdWords(_ admission: Admission) -> [String] {
        (admission.households ?? []).map { household in
            switch household {
            case .single: say("mensen alleen", "people alone")
            case .withChildren: say("ouders met kinderen", "parents with children")
            case .couple: say("stellen", "couples")
            case .family: say("gezinnen", "families")
            case .group: say("groepen", "groups")
            }
        }
    }

    private func roomText(_ capacity: Capacity?) -> String {
        let total = capacity?.total ?? 0
        let isOne = total == 1
        let unit =
            capacity?.unit == .unit
            ? say(isOne ? "kamer" : "kamers", isOne ? "room" : "rooms")
            : say(isOne ? "bed" : "bedden", isOne ? "bed" : "beds")
        return say(
            "Deze plek heeft \(total) \(unit). Dat is te weinig.",
            "This place has \(total) \(unit). That is not enough.")
    }

    private func residenceText(_ admission: Admission, for profile: Profile) -> String {
        let sentence = say(
            "Deze plek kan nu geen opvang bieden bij deze verblijfsstatus.",
            "This place cannot offer shelter now with this residence status.")
        switch profile.residence.flatMap({ admission.residenceReasons[$0] }) {
        case .law: return sentence + say(" Dat staat in de wet.", " The law says so.")
        case .funding: return sentence + say(" Dat komt door de betaling.", " That is because of the funding.")
        case .houseRule: return sentence + say(" Dat is een regel van de plek.", " That is a rule of the place.")
        case nil: return sentence
        }
    }

    private func formText(_ admission: Admission) -> String {
        let forms = admission.exploitationForms
        guard forms.isEmpty else { return only(forms.map(inline)) }
        return say(
            "Deze plek is niet bij ernstige benadeling op het werk.",
            "This place is not for serious disadvantage at work.")
    }
}
