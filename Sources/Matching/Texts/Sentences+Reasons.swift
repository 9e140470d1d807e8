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
            return count == 0
                ? "Geen bezwaren bekend."
                : count == 1 ? "Eén ding om eerst te overleggen." : "\(count) dingen om eerst te overleggen."
        case .wishes:
            let met = service.wishesMet(of: profile).map(words(for:))
            return met.isEmpty ? nil : "Past bij wat iemand wil: \(joined(met))."
        case .continuity: return continuity(of: service, profile: profile)
        case .leastRestrictive: return freedom(of: service)
        case .specialisation: return specialisation(of: service, profile: profile)
        case .region: return placement.keys.region == 0 ? "In de eigen provincie." : nil
        case .overSecurity:
            if service.isAmbulatory { return nil }
            return placement.keys.overSecurity == 0
                ? "De beveiliging past bij de dreiging." : "Zwaarder beveiligd dan nodig is."
        case .wait: return wait(of: placement)
        case .freshness: return freshness(of: placement)
        }
    }

    private func safety(of placement: Placement, profile: Profile) -> String? {
        if placement.keys.safety == 1 {
            return "Ligt in het gevaargebied, maar het adres is afgeschermd. Overleg eerst."
        }
        // A place that does not say where it is may lie in the area after all: that is asked, not promised.
        let isKnown = !placement.assessment.questions.contains(.notStated(.municipality))
        let isOutside = profile.threat != .green && !(profile.dangerAreas ?? []).isEmpty
        if isOutside, isKnown, !placement.service.isAmbulatory { return "Veilig: buiten het gevaargebied." }
        return placement.service.effectiveSecurity == .secret ? "Het adres is geheim." : nil
    }

    private func continuity(of service: Service, profile: Profile) -> String? {
        guard profile.turns18Within6Months else { return nil }
        if !service.spansEighteen {
            return placementStartsAtEighteen(service) ? "Vanaf 18 jaar." : "Deze plek stopt bij 18 jaar."
        }
        guard let maximum = service.admission.maximumAge.years else { return "De hulp loopt door na 18 jaar." }
        return "De hulp loopt door na 18 jaar, tot en met \(maximum) jaar."
    }

    private func placementStartsAtEighteen(_ service: Service) -> Bool {
        (service.admission.minimumAge.years ?? 0) >= 18
    }

    private func freedom(of service: Service) -> String {
        switch service.effectiveRestriction {
        case .ambulatory: "Hulp op de plek waar iemand al woont."
        case .open: "Open: iemand is vrij om te komen en te gaan."
        case .semiOpen: "Besloten: er zijn afspraken over naar buiten gaan."
        case .closed: "Gesloten, met een machtiging van de rechter."
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
            case .specialist?: "Veel ervaring met mensenhandel."
            case .basic?: "Enige ervaring met mensenhandel."
            case ExpertiseLevel.none?: "Weinig ervaring met mensenhandel. De zorgcoördinator denkt mee."
            case nil: nil
            }
        let special = marks.isEmpty ? nil : "Speciaal voor: \(joined(marks))."
        let sentences = [special, expertise].compactMap { $0 }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    /// An unreliable count is never called free (feature F07).
    private func wait(of placement: Placement) -> String? {
        let availability = placement.assessment.availability
        guard availability.freshness.isReliable else { return "Bel eerst: we weten niet zeker of er plek is." }
        switch availability.daysUntilFree {
        case 0?: return placement.service.isAmbulatory ? "Er is geen wachttijd." : "Er is nu plek."
        case 1?: return "Verwacht: morgen plek."
        case let days?: return "Verwacht: over \(days) dagen plek."
        case nil:
            let hasSome = (placement.assessment.place.capacity?.free ?? 0) > 0
            return hasSome
                ? "Nu niet genoeg plek. Er is nog geen datum bekend." : "Nu vol. Er is nog geen datum bekend."
        }
    }

    private func freshness(of placement: Placement) -> String {
        let availability = placement.assessment.availability
        guard let hours = availability.ageInHours, availability.freshness != .unknown else {
            return "Het aantal vrije plekken is niet bekend."
        }
        let age: String
        switch hours {
        case 0: age = "Minder dan een uur geleden bevestigd."
        case 1..<48: age = "\(hours) uur geleden bevestigd."
        default: age = "\(hours / 24) dagen geleden bevestigd."
        }
        return availability.freshness == .stale ? "Verouderd. \(age)" : age
    }

    private func words(for wish: Wish) -> String {
        switch wish {
        case .province(let province): map.province(province)?.name ?? province.rawValue
        case .shelterKind(let kind): inline(kind)
        case .restriction(let restriction): inline(restriction)
        case .securityLevel(let level): inline(level)
        case .service: "deze plek"
        }
    }
}

extension ReasonKey {
    /// The order of the ranking keys.
    static let inOrder: [ReasonKey] = allCases
}
