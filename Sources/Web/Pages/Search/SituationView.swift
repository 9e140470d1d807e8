import Domain
import Foundation
import Hypertext

/// The part of the form that is folded: what makes the answer more exact (screen S6, group E).
struct SituationView: Sendable {
    let form: SearchFormView

    private var say: Words { form.say }

    private static let names = [
        "residence", "exploitationForms", "circumstances", "othersRuledOut", "wheelchair", "transgender", "languages",
        "needs", "victimStatusUnclear", "foundByInspectorate", "courtAuthorisation", "onwardPlaceWanted",
        "registeredMunicipality", "foundMunicipality",
    ]

    func html() -> HTML {
        .element(
            "details", ["class": "ok-group ok-situation", "open": form.isUsed(Self.names) ? "" : nil],
            .element(
                "summary", [:], .element("h2", ["class": "nl-heading"], .text(say("E. Situatie", "E. Situation"))),
                .element(
                    "span", ["class": "ok-tap-note"],
                    .text(
                        say(
                            "Niet verplicht. Verblijf, omstandigheden, taal en hulp erbij.",
                            "Optional. Residence, circumstances, language and extra help.")))),
            residence, forms, circumstances, care, languages, procedure, municipalities, needs)
    }

    private var residence: HTML {
        let statuses = ResidenceStatus.allCases.filter { $0 != .unknown }
        return .joined([
            form.select(
                "residence", form.optional(say("Verblijf", "Residence status")),
                [("", form.unknown.label)] + statuses.map { ($0.rawValue, form.call.label($0)) }),
            .element(
                "p", ["class": "nl-form-field-description"],
                .text(
                    say(
                        "Verblijf telt niet mee in de volgorde. Sommige plekken nemen alleen bepaalde groepen op.",
                        "Residence does not count in the order. Some places take in certain groups only."))),
        ])
    }

    private var forms: HTML {
        form.checkboxes(
            "exploitationForms", form.optional(say("Vorm van uitbuiting", "Form of exploitation")),
            ExploitationForm.allCases.map { code in
                code == .unknown
                    ? ChoiceList.Option(value: code.rawValue, label: form.unknown.label) : form.option(code)
            })
    }

    private var circumstances: HTML {
        let lists = CircumstanceGroup.allCases.map { group in
            form.checkboxes(
                "circumstances", form.optional(group.title(say)), group.circumstances.map(form.option),
                idStem: group.idStem)
        }
        return .joined(
            [
                .element("h3", ["class": "nl-heading"], .text(say("Wat speelt er?", "What is going on?"))),
                .element(
                    "p", ["class": "nl-form-field-description"],
                    .text(
                        say(
                            "Laat leeg wat u niet weet. Dan staat het straks bij ‘Nog navragen’.",
                            "Leave open what you do not know. Then it is listed under ‘Still to ask’."))),
            ] + lists + [
                form.checkboxes(
                    "othersRuledOut", form.optional(say("En de rest?", "And the rest?")),
                    [
                        ChoiceList.Option(
                            value: "true",
                            label: say(
                                "De rest is nagevraagd en speelt niet", "The rest was asked about and is not going on"))
                    ])
            ])
    }

    private var care: HTML {
        .joined([
            form.radios(
                "wheelchair", form.optional(say("Gebruikt iemand een rolstoel?", "Does the person use a wheelchair?")),
                form.yesOrNo),
            form.radios(
                "transgender", form.optional(say("Is iemand transgender?", "Is the person transgender?")), form.yesOrNo),
        ])
    }

    private var languages: HTML {
        form.checkboxes(
            "languages", form.optional(say("Welke taal spreekt iemand?", "Which language does the person speak?")),
            SpokenLanguage.all.map { code in
                ChoiceList.Option(
                    value: code, label: SpokenLanguage.name(code, in: form.call.language) ?? code)
            }, style: .tight)
    }

    private var procedure: HTML {
        func one(_ name: String, _ legend: String, _ label: String) -> HTML {
            form.checkboxes(name, form.optional(legend), [ChoiceList.Option(value: "true", label: label)])
        }
        return .element(
            "div", ["class": "ok-pairs"],
            one(
                "victimStatusUnclear", say("Slachtoffer?", "A victim?"),
                say("Dat is nog niet duidelijk", "That is not clear yet")),
            one(
                "foundByInspectorate", say("Arbeidsinspectie", "Labour Inspectorate"),
                say("Die heeft iemand gevonden", "They found the person")),
            one(
                "courtAuthorisation", say("Rechter", "Court"),
                say("Er is een machtiging voor een gesloten plek", "There is an authorisation for a closed place")),
            one(
                "onwardPlaceWanted", say("Vervolg", "Follow-up"),
                say("Het gaat om een plek na een eerdere opvang", "It is about a place after an earlier shelter")))
    }

    private var municipalities: HTML {
        .joined([
            form.text(
                "registeredMunicipality",
                form.optional(say("Waar staat iemand ingeschreven?", "Where is the person registered?")),
                hint: say(
                    "Gemeente in de Basisregistratie Personen (BRP).", "Municipality in the personal records (BRP)."),
                list: "gemeenten"),
            form.text(
                "foundMunicipality",
                form.optional(say("Waar is iemand aangetroffen?", "Where was the person found?")),
                hint: say("Alleen nodig zonder inschrijving.", "Only needed without a registration."),
                list: "gemeenten"),
        ])
    }

    /// Each kind of help once, under the first pillar it belongs to.
    private var needs: HTML {
        let lists = Pillar.allCases.enumerated().map { index, pillar in
            let kinds = HelpKind.allCases.filter { $0.pillars.first == pillar && $0 != .careCoordination }
            return form.checkboxes(
                "needs", form.optional(form.call.label(pillar)), kinds.map(form.option),
                idStem: index == 0 ? nil : "needs-\(pillar.rawValue)")
        }
        return .joined(
            [.element("h3", ["class": "nl-heading"], .text(say("Welke hulp is er nog nodig?", "Which extra help?")))]
                + lists)
    }
}
