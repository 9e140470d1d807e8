package import Domain
import Foundation

/// One shown reason for the place of a placement in the list.
package struct Reason: Hashable, Sendable {
    package let key: ReasonKey
    package let text: String
}

extension Sentences {
    /// The reasons that say something, in the order of the ranking keys (domain section 5).
    package func reasons(for placement: Placement, profile: Profile) -> [Reason] {
        ReasonKey.inOrder.compactMap { key in
            text(of: key, for: placement, profile: profile).map { Reason(key: key, text: $0) }
        }
    }

    private func text(of key: ReasonKey, for placement: Placement, profile: Profile) -> String? {
        let service = placement.service
        switch key {
        case .safety: return safety(of: placement, profile: profile)
        case .conditions:
            let count = placement.keys.conditions
            switch count {
            case 0: return say("Geen bezwaren bekend.", "No objections known.")
            case 1: return say("Eén ding om eerst te overleggen.", "One thing to talk over first.")
            default: return say("\(count) dingen om eerst te overleggen.", "\(count) things to talk over first.")
            }
        case .wishes:
            let met = service.wishesMet(of: profile).map(words(for:))
            return met.isEmpty ? nil : wishesMet(joined(met))
        case .continuity: return continuity(of: service, profile: profile)
        case .leastRestrictive: return freedom(of: service)
        case .specialisation: return specialisation(of: service, profile: profile)
        case .region:
            return placement.keys.region == 0 ? say("In de eigen provincie.", "In the person’s own province.") : nil
        case .overSecurity:
            if service.isAmbulatory { return nil }
            return placement.keys.overSecurity == 0
                ? say("De beveiliging past bij de dreiging.", "The security suits the threat.")
                : say("Zwaarder beveiligd dan nodig is.", "More security than is needed.")
        case .wait: return wait(of: placement)
        case .freshness: return freshness(of: placement)
        }
    }

    private func wishesMet(_ wishes: String) -> String {
        say("Past bij wat iemand wil: \(wishes).", "Suits what the person wants: \(wishes).")
    }

    private func safety(of placement: Placement, profile: Profile) -> String? {
        if placement.keys.safety == 1 {
            return say(
                "Ligt in het gevaargebied, maar het adres is afgeschermd. Overleg eerst.",
                "Lies in the danger area, but the address is protected. Talk it over first.")
        }
        // A place that does not say where it is may lie in the area after all: that is asked, not promised.
        let isKnown = !placement.assessment.questions.contains(.notStated(.municipality))
        let isOutside = profile.threat != .green && !(profile.dangerAreas ?? []).isEmpty
        if isOutside, isKnown, !placement.service.isAmbulatory {
            return say("Veilig: buiten het gevaargebied.", "Safe: outside the danger area.")
        }
        return placement.service.effectiveSecurity == .secret
            ? say("Het adres is geheim.", "The address is secret.") : nil
    }

    private func continuity(of service: Service, profile: Profile) -> String? {
        guard profile.turns18Within6Months else { return nil }
        if !service.spansEighteen {
            return placementStartsAtEighteen(service)
                ? say("Vanaf 18 jaar.", "From 18 years.")
                : say("Deze plek stopt bij 18 jaar.", "This place ends at 18 years.")
        }
        guard let maximum = service.admission.maximumAge.years else {
            return say("De hulp loopt door na 18 jaar.", "The help goes on after 18 years.")
        }
        return say(
            "De hulp loopt door na 18 jaar, tot en met \(maximum) jaar.",
            "The help goes on after 18 years, up to and including \(maximum) years.")
    }

    private func placementStartsAtEighteen(_ service: Service) -> Bool {
        (service.admission.minimumAge.years ?? 0) >= 18
    }

    private func freedom(of service: Service) -> String {
        switch service.effectiveRestriction {
        case .ambulatory: say("Hulp op de plek waar iemand al woont.", "Help where the person already lives.")
        case .open: say("Open: iemand is vrij om te komen en te gaan.", "Open: people are free to come and go.")
        case .semiOpen:
            say(
                "Besloten: er zijn afspraken over naar buiten gaan.", "Semi-open: there are agreements about going out."
            )
        case .closed: say("Gesloten, met een machtiging van de rechter.", "Closed, with a court authorisation.")
        }
    }

    private func specialisation(of service: Service, profile: Profile) -> String? {
        let marks = service.specialMarks(for: profile).map { mark in
            switch mark {
            case .target(let target): inline(target)
            case .circumstance(let circumstance): inline(circumstance)
            }
        }
        let expertise: String? =
            switch service.expertiseLevel {
            case .specialist?: say("Veel ervaring met mensenhandel.", "Much experience with human trafficking.")
            case .basic?: say("Enige ervaring met mensenhandel.", "Some experience with human trafficking.")
            case ExpertiseLevel.none?:
                say(
                    "Weinig ervaring met mensenhandel. De zorgcoördinator denkt mee.",
                    "Little experience with human trafficking. The care co-ordinator thinks along.")
            case nil: nil
            }
        let special = marks.isEmpty ? nil : say("Speciaal voor: \(joined(marks)).", "Specially for: \(joined(marks)).")
        let sentences = [special, expertise].compactMap { $0 }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    /// An unreliable count is never called free (feature F07).
    private func wait(of placement: Placement) -> String? {
        let availability = placement.assessment.availability
        guard availability.freshness.isReliable else {
            return say("Bel eerst: we weten niet zeker of er plek is.", "Call first: we are not sure there is a place.")
        }
        switch availability.daysUntilFree {
        case 0?:
            return placement.service.isAmbulatory
                ? say("Er is geen wachttijd.", "There is no waiting time.")
                : say("Er is nu plek.", "There is a place now.")
        case 1?: return say("Verwacht: morgen plek.", "Expected: a place tomorrow.")
        case let days?: return say("Verwacht: over \(days) dagen plek.", "Expected: a place in \(days) days.")
        case nil:
            let hasSome = (placement.assessment.place.capacity?.free ?? 0) > 0
            return hasSome
                ? say(
                    "Nu niet genoeg plek. Er is nog geen datum bekend.",
                    "Not enough places now. No date is known yet.")
                : say("Nu vol. Er is nog geen datum bekend.", "Full now. No date is known yet.")
        }
    }

    private func freshness(of placement: Placement) -> String {
        let availability = placement.assessment.availability
        guard let hours = availability.ageInHours, availability.freshness != .unknown else {
            return say("Het aantal vrije plekken is niet bekend.", "The number of free places is not known.")
        }
        let age: String
        switch hours {
        case 0: age = say("Minder dan een uur geleden bevestigd.", "Confirmed less than an hour ago.")
        case 1: age = say("1 uur geleden bevestigd.", "Confirmed 1 hour ago.")
        case 2..<48: age = say("\(hours) uur geleden bevestigd.", "Confirmed \(hours) hours ago.")
        default: age = say("\(hours / 24) dagen geleden bevestigd.", "Confirmed \(hours / 24) days ago.")
        }
        return availability.freshness == .stale ? say("Verouderd. \(age)", "Out of date. \(age)") : age
    }

    private func words(for wish: Wish) -> String {
        switch wish {
        case .province(let province): name(of: .province(province))
        case .shelterKind(let kind): inline(kind)
        case .restriction(let restriction): inline(restriction)
        case .securityLevel(let level): inline(level)
        case .service: say("deze plek", "this place")
        }
    }
}

extension ReasonKey {
    /// The order of the ranking keys.
    static let inOrder: [ReasonKey] = allCases
}
