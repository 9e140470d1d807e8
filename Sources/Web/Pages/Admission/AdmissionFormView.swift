import Domain
import Foundation
import HTTP
import Registry

/// The form of screen S13 as people see it. What others will read stands at its end, for what is filled in.
struct AdmissionFormView: Sendable {
    let call: PageCall
    let form: AdmissionForm
    let token: RulesToken
    var faults: [FormFault] = []
    /// Above the form: that something was saved, or what a colleague did.
    var messages: [HTML] = []
    /// Of the answer; where something was filled in wrong it is 400.
    var status: Status?

    private var say: Words { call.say }
    private var fields: FieldBuilder { FieldBuilder(values: form.values, faults: faults, note: Self.note) }
    private var words: RulesWords { RulesWords(codes: call.registry.codeLists, say: say) }

    static let screen = "S13"

    /// The sentence that says that nothing has to be filled in.
    private static let note = "niet-verplicht"

    func response() -> Response {
        let title = say("Opnameregels van \(form.service.name)", "Admission rules of \(form.service.name)")
        return call.page(
            title,
            [.heading(1, title), .paragraph(.dutch(form.organization.name, on: say))] + messages
                + [
                    faults.isEmpty ? .empty : .errorSummary(faults, say),
                    AdmissionReview(call: call, service: form.service).html(), jumps, main,
                ],
            trail: AdmissionPages.trail(say), isFault: !faults.isEmpty || status != nil,
            status: status ?? (faults.isEmpty ? .ok : .badRequest))
    }

    /// The parts of the form, in their order.
    enum Part: String, CaseIterable {
        case who = "wie"
        case residence = "verblijf"
        case contraIndications = "niet-of-overleg"
        case security = "adres"
        case stay = "duur"
        case practical = "verder"
        case preview = "zo-lezen"

        func title(_ say: Words) -> String {
            switch self {
            case .who: say("Wie kan er terecht?", "Who can come?")
            case .residence: say("Bij welk verblijf?", "With which residence status?")
            case .contraIndications:
                say("Wat kan hier niet, of in overleg?", "What is not possible here, or by consultation?")
            case .security: say("Hoe geheim is het adres?", "How secret is the address?")
            case .stay: say("Hoe lang, en daarna?", "How long, and afterwards?")
            case .practical: say("Wat nog meer telt", "What else counts")
            case .preview: say("Zo lezen anderen dit", "This is how others read it")
            }
        }
    }

    /// Ways to the parts: somebody often comes for one of them.
    private var jumps: HTML {
        let parts = Part.allCases.filter { $0 != .security || !form.securityLevels.isEmpty }
        return .element(
            "nav", ["aria-label": say("Op deze pagina", "On this page")],
            .list(parts.map { .link($0.title(say), "#\($0.rawValue)") }, class: "ok-jump"))
    }

    private var main: HTML {
        call.form(
            AdmissionPages.path(of: form.service), class: "utrecht-form ok-rules",
            token.fields + [
                .element(
                    "p", ["id": Self.note], .text(say("Elk antwoord is niet verplicht.", "Every answer is optional."))),
                .paragraph(
                    say(
                        "Wat u leeg laat, lezen anderen als ‘nog niet opgegeven’.",
                        "Others read what you leave empty as ‘not yet stated’.")),
                who, residence, contraIndications, security, stay, practical, preview,
                .button(say("Opslaan en controleren", "Save and check"), .primary, name: "doe", value: "controleren"),
            ])
    }

    // MARK: Who

    private var who: HTML {
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
    private func limit(_ question: String, _ name: String) -> HTML {
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

    private var residence: HTML {
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

    // MARK: Contra-indications

    private var contraIndications: HTML {
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

    private func row(_ circumstance: Circumstance) -> HTML {
        let entry = call.registry.codeLists.entry(circumstance)
        let usual = entry?.usualCondition?.dutch
        let (name, condition) = (AdmissionForm.hardness(circumstance), AdmissionForm.condition(circumstance))
        let hardnesses: [Hardness] = [.none, .conditional, .absolute]
        let question = fields.text(
            say(
                "Onder welke voorwaarde? (\(call.label(circumstance)))",
                "On what condition? (\(call.label(circumstance)))"),
            condition,
            hint: usual.map {
                say(
                    "Laat u dit leeg, dan lezen anderen: ‘\($0)’",
                    "If you leave this empty, others read: ‘\(entry?.usualCondition?.english ?? $0)’")
            },
            list: usual == nil ? nil : "\(condition)-list")
        let suggestions: HTML =
            usual.map { .element("datalist", ["id": "\(condition)-list"], .void("option", ["value": $0])) } ?? .empty
        return .element(
            "div", ["class": "ok-rule"],
            fields.radios(
                call.label(circumstance), name, hardnesses.map { ($0.rawValue, words.name(of: $0)) },
                hint: entry?.definition[say.language]),
            .element("div", ["class": "ok-rule-condition"], question, suggestions))
    }

    // MARK: The rest

    private var security: HTML {
        let levels = form.securityLevels
        guard !levels.isEmpty else { return .empty }
        return .panel(
            Part.security.title(say), id: Part.security.rawValue,
            [
                fields.radios(
                    say("Het adres van deze plek is", "The address of this place is"), "security", options(levels),
                    hint: say(
                        "Hier staat nooit een adres. U kunt een plek hier alleen geheimer maken.",
                        "An address is never kept here. You can only make a place more secret here."))
            ])
    }

    private var stay: HTML {
        .panel(
            Part.stay.title(say), id: Part.stay.rawValue,
            [
                fields.text(say("Kortste verblijf, in dagen", "Shortest stay, in days"), "minimumDays", isNumber: true),
                fields.text(say("Gewoon verblijf, in dagen", "Usual stay, in days"), "usualDays", isNumber: true),
                fields.text(say("Langste verblijf, in dagen", "Longest stay, in days"), "maximumDays", isNumber: true),
                truth(say("Kan het verblijf langer worden?", "Can the stay be extended?"), "extensible"),
                fields.radios(
                    say("Is er nazorg?", "Is there aftercare?"), "aftercare", choices(Answer.self)),
            ])
    }

    private var practical: HTML {
        let chosen = form.values.all("language")
        let known = Set(call.registry.services.flatMap(\.languages)).union(chosen.filter(LanguageCode.isWellFormed))
        let languages = known.map { ($0, LanguageName.name($0, in: say.language)) }
            .sorted { ($0.1.lowercased(), $0.0) < ($1.1.lowercased(), $1.0) }
        return .panel(
            Part.practical.title(say), id: Part.practical.rawValue,
            [
                fields.radios(say("Huisdier", "Pet"), "pets", choices(PetPolicy.self)),
                truth(
                    say("Is de plek geschikt voor een rolstoel?", "Is the place suitable for a wheelchair?"),
                    "wheelchair"),
                fields.checkboxes(
                    say("Talen die u spreekt", "Languages you speak"), "language",
                    languages.map { (value: $0.0, label: $0.1) }),
                fields.text(
                    say("Andere talen (niet verplicht)", "Other languages (optional)"), "otherLanguages",
                    hint: say(
                        "Codes met een komma ertussen, bijvoorbeeld: ti, vi.",
                        "Codes with a comma between them, for example: ti, vi.")),
                truth(say("Kan er een tolk bij zijn?", "Can there be an interpreter?"), "interpreter"),
                truth(say("Vraagt deze plek om aangifte?", "Does this place ask for a police report?"), "policeReport"),
                fields.radios(
                    say("Welk besluit is eerst nodig?", "Which decision is needed first?"), "decision",
                    choices(AccessDecision.self)),
            ])
    }

    /// What others read, for what stands in the form. A script asks for it again while somebody fills in.
    private var preview: HTML {
        let rules = form.read().rules ?? form.service.rules
        return .panel(
            Part.preview.title(say), id: Part.preview.rawValue,
            [
                .element(
                    "div", ["data-preview": call.href(AdmissionPages.path(of: form.service) + "/voorbeeld")],
                    AdmissionPreview(call: call, service: form.service, rules: rules).html())
            ])
    }

    // MARK: Choices

    private func options<Kind: Code>(_ codes: [Kind]) -> [(value: String, label: String)] {
        codes.map { (value: $0.rawValue, label: call.label($0)) }
    }

    /// All of a list, and that nothing is stated.
    private func choices<Kind: Code>(_ kind: Kind.Type) -> [(value: String, label: String)] {
        [unstated] + options(Array(kind.allCases))
    }

    private func truth(_ question: String, _ name: String) -> HTML {
        fields.radios(question, name, [("yes", say("Ja", "Yes")), ("no", say("Nee", "No")), unstated])
    }

    private var unstated: (value: String, label: String) {
        (value: AdmissionForm.unstated, label: say("Niet opgegeven", "Not stated"))
    }
}

/// Rules as others read them.
struct AdmissionPreview: Sendable {
    let call: PageCall
    let service: Service
    let rules: AdmissionRules

    func html() -> HTML {
        let sentence = AdmissionSentence(
            admission: rules.admission, contraIndications: rules.contraIndications, kind: service.shelterKind,
            languages: rules.languages, interpreter: rules.interpreter, codes: call.registry.codeLists,
            language: call.language)
        let missing = sentence.notStated
        let note: HTML =
            missing.isEmpty
            ? .empty
            : .paragraph(
                call.say("Nog niet opgegeven: ", "Not yet stated: ") + sentence.listing(missing) + ".",
                class: "nl-form-field-description")
        return .joined([.list(sentence.sentences.map { .text($0) }), note])
    }
}
