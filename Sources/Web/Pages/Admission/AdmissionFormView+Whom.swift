import Domain
import Foundation
import Hypertext

/// Who can come, and with which residence status.
extension AdmissionFormView {
    // MARK: Who

    var who: HTML {
        .panel(
            Part.who.title(say), id: Part.who.rawValue,
            [
                fields.checkboxes(
                    say("Gender", "Gender"), "gender", options([Gender.female, .male, .nonBinary])),
                truth(say("Zijn trans mensen welkom?", "Are trans people welcome?"), "trans"),
                limit(say("Wat is de laagste leeftijd?", "What is the lowest age?"), "minimumAge"),
                limit(say("Wat is de hoogste leeftijd?", "What is the highest age?"), "maximumAge"),
                fields.checkboxes(
                    say("Wie kan er samen komen?", "Who can come together?"), "household",
                    options(Household.allCases)),
                limit(
                    say("Tot welke leeftijd kunnen zonen mee?", "Up to what age can sons come along?"), "sonsMaximumAge"
                ),
                fields.checkboxes(
                    say("Alleen bij deze vormen van uitbuiting", "Only for these forms of exploitation"), "form",
                    options(ExploitationForm.allCases),
                    hint: say(
                        "Kiest u niets, dan geldt het voor alle vormen.", "If you choose nothing, all forms count.")),
                .details(
                    say("Alleen voor mensen met …", "Only for people with …"),
                    isOpen: !form.values.all("onlyFor").isEmpty,
                    [
                        fields.checkboxes(
                            say("Deze plek is er alleen voor mensen met", "This place is only for people with"),
                            "onlyFor", options(Circumstance.allCases),
                            hint: say(
                                "Kiest u niets, dan is de plek er ook voor anderen.",
                                "If you choose nothing, the place is for others too."))
                    ]),
            ])
    }

    /// A bound in years; no bound is something else than nothing said.
    func limit(_ question: String, _ name: String) -> HTML {
        let none = AdmissionForm.noLimit(name)
        return .element(
            "fieldset", ["class": "utrecht-form-fieldset", "aria-describedby": Self.note],
            .element("legend", ["class": "nl-form-field-label"], .text(question)),
            .element(
                "div", ["class": "ok-pair"],
                fields.text(say("Leeftijd in jaren", "Age in years"), name, isNumber: true),
                .element(
                    "div", ["class": "ok-choice"],
                    .void(
                        "input",
                        [
                            "type": "checkbox", "id": none, "name": none, "value": "yes",
                            "checked": form.values.has(none, "yes") ? "" : nil, "autocomplete": "off",
                        ]), .element("label", ["for": none], .text(say("Er is geen grens", "There is no limit"))))))
    }

    // MARK: Residence

    var residence: HTML {
        let rows = ResidenceStatus.stated.map { status in
            HTML.element(
                "div", ["class": "ok-pair"],
                fields.select(
                    call.label(status), AdmissionForm.residence(status), choices(ResidenceAnswer.self)),
                fields.select(
                    say("Reden: \(call.label(status))", "Reason: \(call.label(status))"), AdmissionForm.reason(status),
                    choices(ResidenceReason.self)))
        }
        return .panel(
            Part.residence.title(say), id: Part.residence.rawValue,
            [
                .paragraph(
                    say(
                        "Verblijf telt nergens mee in de volgorde. Alleen uw eigen regel kan iemand uitsluiten.",
                        "Residence status never counts in the order. Only your own rule can exclude somebody."))
            ] + rows)
    }
}
