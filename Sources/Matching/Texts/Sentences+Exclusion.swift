package import Domain
import Foundation

extension Sentences {
    /// Why `service` is no answer, as one or two sentences about the place.
    package func text(of exclusion: Exclusion, at place: Place, for profile: Profile) -> String {
        let service = place.service
        switch exclusion {
        case .age: return ageText(service.admission)
        case .gender: return "Deze plek is voor \(genderWords(service.admission))."
        case .household: return "Deze plek is voor \(householdWords(service.admission))."
        case .sonsAge:
            return "Op deze plek kunnen zonen mee tot en met \(service.admission.sonsMaximumAge.years ?? 0) jaar."
        case .capacityTooSmall: return roomText(place.capacity)
        case .residence: return residenceText(service.admission, for: profile)
        case .formNotServed: return formText(service.admission)
        case .notTargetGroup: return "Deze plek is alleen bij: \(joined(service.admission.onlyFor.map(inline)))."
        case .contraIndication(let circumstance):
            return closed(to: circumstance)
        case .pet: return "Op deze plek kan geen huisdier mee."
        case .accessibility: return "Deze plek is niet geschikt voor een rolstoel."
        case .securityInsufficient: return "Deze plek is niet veilig genoeg bij deze dreiging."
        case .dangerRegion: return "Deze plek ligt in het gevaargebied."
        case .closedNeedsCourtOrder: return "Dit is een gesloten plek. Dat kan alleen als de rechter het heeft bepaald."
        case .outOfArea: return "Deze plek is alleen voor mensen uit het eigen werkgebied."
        case .wishMustNot: return "Deze plek past niet bij wat iemand zelf wil."
        case .noSafeHome: return "Dit is hulp zonder verblijf. Daarvoor is eerst een veilige plek nodig."
        case .phase: return "Deze plek is voor de eerste tijd, niet voor het vervolg."
        case .paused: return "Deze plek neemt nu niemand op."
        }
    }

    private func ageText(_ admission: Admission) -> String {
        switch (admission.minimumAge.years, admission.maximumAge.years) {
        case (let minimum?, let maximum?): "Deze plek is voor mensen van \(minimum) tot en met \(maximum) jaar."
        case (let minimum?, nil): "Deze plek is voor mensen vanaf \(minimum) jaar."
        case (nil, let maximum?): "Deze plek is voor mensen tot en met \(maximum) jaar."
        case (nil, nil): "De leeftijd past niet bij deze plek."
        }
    }

    private func genderWords(_ admission: Admission) -> String {
        let isYoung = (admission.maximumAge.years ?? 120) < 18
        let words = (admission.genders ?? []).compactMap { gender -> String? in
            switch gender {
            case .female: isYoung ? "meisjes" : "vrouwen"
            case .male: isYoung ? "jongens" : "mannen"
            case .nonBinary: "non-binaire mensen"
            case .unknown: nil
            }
        }
        return joined(words)
    }

    private func householdWords(_ admission: Admission) -> String {
        let words = (admission.households ?? []).map { household in
            switch household {
            case .single: "mensen alleen"
            case .withChildren: "ouders met kinderen"
            case .couple: "stellen"
            case .family: "gezinnen"
            case .group: "groepen"
            }
        }
        return joined(words)
    }

    private func roomText(_ capacity: Capacity?) -> String {
        let total = capacity?.total ?? 0
        let unit = capacity?.unit == .unit ? (total == 1 ? "kamer" : "kamers") : (total == 1 ? "bed" : "bedden")
        return "Deze plek heeft \(total) \(unit). Dat is te weinig."
    }

    private func residenceText(_ admission: Admission, for profile: Profile) -> String {
        let sentence = "Deze plek kan nu geen opvang bieden bij deze verblijfsstatus."
        switch profile.residence.flatMap({ admission.residenceReasons[$0] }) {
        case .law: return sentence + " Dat staat in de wet."
        case .funding: return sentence + " Dat komt door de betaling."
        case .houseRule: return sentence + " Dat is een regel van de plek."
        case nil: return sentence
        }
    }

    private func formText(_ admission: Admission) -> String {
        let forms = admission.exploitationForms
        guard !forms.isEmpty else { return "Deze plek is niet bij ernstige benadeling op het werk." }
        return "Deze plek is alleen bij: \(joined(forms.map(inline)))."
    }
}
