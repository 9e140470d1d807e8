import Domain
import Foundation
import Hypertext
import Registry

/// What is not possible at the place, or by consultation.
extension AdmissionFormView {
    // MARK: Contra-indications

    var contraIndications: HTML {
        let title = Part.contraIndications.title(say)
        guard form.hasContraIndications else {
            return .panel(
                title, id: Part.contraIndications.rawValue,
                [
                    .paragraph(
                        say(
                            "OMP-plekken hebben geen contra-indicaties. OMP is opvang voor mensen met meer problemen tegelijk.",
                            "OMP places have no contra-indications. OMP is shelter for people with several problems."))
                ])
        }
        return .panel(
            title, id: Part.contraIndications.rawValue,
            [
                .paragraph(
                    say(
                        "Kies per regel. Kiest u niets, dan lezen anderen dat er geen bezwaar is opgegeven.",
                        "Choose for each row. If you choose nothing, others read that no objection was stated.")),
                .paragraph(
                    say(
                        "Anderen lezen uw voorwaarden. Schrijf geen namen en niets over iemand die er woont.",
                        "Others read your conditions. Write no names and nothing about somebody who lives there.")),
            ] + Circumstance.allCases.map(row))
    }

    func row(_ circumstance: Circumstance) -> HTML {
        let entry = call.registry.codeLists.entry(circumstance)
        let usual = entry?.usualCondition?.dutch
        let (name, condition) = (AdmissionForm.hardness(circumstance), AdmissionForm.condition(circumstance))
        let hardnesses: [Hardness] = [.none, .conditional, .absolute]
        let question = fields.area(
            say("Voorwaarde: \(call.label(circumstance))", "Condition: \(call.label(circumstance))"), condition,
            hint: usual.map {
                say(
                    "Laat u dit leeg, dan lezen anderen: ‘\($0)’",
                    "If you leave this empty, others read: ‘\(entry?.usualCondition?.english ?? $0)’")
            })
        return .element(
            "div", ["class": "ok-rule"],
            fields.radios(
                call.label(circumstance), name, hardnesses.map { ($0.rawValue, words.name(of: $0)) },
                hint: entry?.definition[say.language]),
            .element("div", ["class": "ok-rule-condition"], question))
    }
}
