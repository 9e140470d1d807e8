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
            notes.append(
                PlacementNote(
                    code: "unsuitable",
                    text: "Maatschappelijke opvang is niet geschikt voor slachtoffers van mensenhandel. "
                        + "Gebruik dit alleen als er niets anders is."))
        }
        if service.shelterKind?.isScarce ?? false {
            notes.append(
                PlacementNote(
                    code: "scarce",
                    text:
                        "OMP-plek: alleen als het niet anders kan. Zo blijft er plek voor wie nergens anders terechtkan."
                ))
        }
        if service.admission.requiresPoliceReport == true {
            notes.append(PlacementNote(code: "requires_police_report", text: "Deze plek vraagt om aangifte."))
        }
        if let decision = service.admission.accessDecision, decision != .none {
            notes.append(
                PlacementNote(code: "access_decision:\(decision.rawValue)", text: "Eerst nodig: \(inline(decision))."))
        }
        if !service.languages.isEmpty, !profile.languages.isEmpty,
            Set(service.languages).isDisjoint(with: profile.languages)
        {
            let text =
                service.interpreter == true ? "Hier werkt men met een tolk." : "Vraag na of er een tolk kan komen."
            notes.append(PlacementNote(code: "language", text: "Deze taal spreekt men hier niet. \(text)"))
        }
        return notes
    }
}
