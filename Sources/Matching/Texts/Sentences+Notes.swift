package import Domain
import Foundation

/// A line to know about a place that has no part in section or order (contract section 8).
package struct PlacementNote: Hashable, Sendable {
    package let code: String
    package let text: String
}

extension Sentences {
    /// What the place asks or offers beside the rules: access decision, report to the police, language, scarcity.
    package func notes(for service: Service, profile: Profile) -> [PlacementNote] {
        var notes: [PlacementNote] = []
        if service.shelterKind?.isUnsuitable ?? false {
            notes.append(PlacementNote(code: "unsuitable", text: unsuitable))
        }
        if service.shelterKind?.isScarce ?? false {
            notes.append(PlacementNote(code: "scarce", text: scarce))
        }
        if service.admission.requiresPoliceReport == true {
            let text = say("Deze plek vraagt om aangifte.", "This place asks for a report to the police.")
            notes.append(PlacementNote(code: "requires_police_report", text: text))
        }
        if let decision = service.admission.accessDecision, decision != .none {
            let text = say("Eerst nodig: \(inline(decision)).", "Needed first: \(inline(decision)).")
            notes.append(PlacementNote(code: "access_decision:\(decision.rawValue)", text: text))
        }
        if !service.languages.isEmpty, !profile.languages.isEmpty,
            Set(service.languages).isDisjoint(with: profile.languages)
        {
            notes.append(PlacementNote(code: "language", text: otherLanguage(service)))
        }
        return notes
    }

    private var unsuitable: String {
        say(
            "Maatschappelijke opvang is niet geschikt voor slachtoffers van mensenhandel. "
                + "Gebruik dit alleen als er niets anders is.",
            "Homeless shelter is not suitable for victims of human trafficking. "
                + "Use it only if there is nothing else.")
    }

    private var scarce: String {
        say(
            "OMP-plek: alleen als het niet anders kan. Zo blijft er plek voor wie nergens anders terechtkan.",
            "OMP place: only if there is no other way. That leaves room for people with nowhere else to go.")
    }

    private func otherLanguage(_ service: Service) -> String {
        let help =
            service.interpreter == true
            ? say("Hier werkt men met een tolk.", "They work with an interpreter here.")
            : say("Vraag na of er een tolk kan komen.", "Ask whether an interpreter can come.")
        return say("Deze taal spreekt men hier niet. ", "This language is not spoken here. ") + help
    }
}
