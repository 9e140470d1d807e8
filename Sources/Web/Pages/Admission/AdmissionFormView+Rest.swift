import Domain
import Foundation
import Hypertext
import Registry

/// Address, stay, and what else counts; and what others read.
extension AdmissionFormView {
    // MARK: The rest

    var security: HTML {
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

    var stay: HTML {
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

    var practical: HTML {
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
                languages.isEmpty
                    ? .empty
                    : fields.checkboxes(
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
    var preview: HTML {
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

    func options<Kind: Code>(_ codes: [Kind]) -> [(value: String, label: String)] {
        codes.map { (value: $0.rawValue, label: call.label($0)) }
    }

    /// All of a list, and that nothing is stated.
    func choices<Kind: Code>(_ kind: Kind.Type) -> [(value: String, label: String)] {
        [unstated] + options(Array(kind.allCases))
    }

    func truth(_ question: String, _ name: String) -> HTML {
        fields.radios(question, name, [("yes", say("Ja", "Yes")), ("no", say("Nee", "No")), unstated])
    }

    var unstated: (value: String, label: String) {
        (value: AdmissionForm.unstated, label: say("Niet opgegeven", "Not stated"))
    }
}
