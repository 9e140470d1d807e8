import Domain
import Foundation
import Registry

/// The questions of the search form, groups A to C (screen S6). Nothing is chosen beforehand.
struct SearchFormView: Sendable {
    let call: PageCall
    let fields: FieldBuilder
    /// What stands above the questions, in the form.
    var notice: HTML = .empty
    var button = "Zoek passende plekken"

    func html() -> HTML {
        call.form(
            "/zoeken", class: "utrecht-form",
            [
                notice,
                .element(
                    "p", ["class": "nl-alert"],
                    .text("We bewaren niets van wat u invult. Vul geen namen in.")),
                .element(
                    "p", [:], "Vul alle velden in. Staat er (niet verplicht) bij, dan hoeft het niet."), who, safety,
                when,
                municipalityList,
                .element(
                    "button", ["class": "nl-button nl-button--primary", "type": "submit"], .text(button)),
            ])
    }

    private var who: HTML {
        group(
            "A. Wie",
            [
                fields.text("Leeftijd", "age", hint: "In jaren. Weet u het niet? Schat het.", isNumber: true),
                fields.radios("Gender", "gender", options(Gender.self)),
                fields.radios("Met wie? (niet verplicht)", "household", options(Household.self)),
                .element(
                    "details", ["class": "ok-more", "open": hasChildren ? "" : nil],
                    [.element("summary", [:], "Kinderen die meekomen")] + children),
                fields.text("Met hoeveel mensen is de groep? (alleen bij een groep)", "persons", isNumber: true),
                fields.checkboxes(
                    "Vorm van uitbuiting (niet verplicht)", "exploitationForms", options(ExploitationForm.self)),
            ])
    }

    private var safety: HTML {
        group(
            "B. Veilig",
            [
                fields.radios(
                    "Hoe groot is de dreiging?", "threat",
                    [
                        ("green", "Groen: met kleine afspraken is het veilig."),
                        ("orange", "Oranje: er is hulp nodig om veilig te zijn."),
                        ("red", "Rood: iemand moet weg en mag niet gevonden worden."),
                        ("unknown", "Weet ik niet (we rekenen dan met oranje)."),
                    ]),
                fields.checkboxes(
                    "Waar loopt iemand gevaar? (niet verplicht)", "dangerAreas",
                    call.registry.geography.provinces.map { ($0.code.rawValue, $0.name) },
                    hint: "Denk ook aan familie en aan plekken waar iemand moest werken."),
                fields.text(
                    "Gemeente waar iemand gevaar loopt (niet verplicht)", "dangerMunicipality", list: "gemeenten"),
                fields.text(
                    "In welke gemeente is iemand nu? (niet verplicht)", "currentMunicipality", list: "gemeenten"),
                fields.radios(
                    "Waar slaapt iemand nu? (niet verplicht)", "housing", options(HousingSituation.self)),
            ])
    }

    private var when: HTML {
        group(
            "C. Wanneer",
            [
                fields.radios(
                    "Wanneer is er een plek nodig?", "urgency",
                    [("now", "Vandaag of vannacht"), ("days", "Binnen een week"), ("planned", "Later (vervolgplek)")],
                    hint: "Tussen 17.00 en 08.00 uur vullen we ‘vandaag of vannacht’ vast in.")
            ])
    }

    private var hasChildren: Bool {
        fields.values["childAge1"] != nil || fields.faults.contains { $0.field.hasPrefix("child") }
    }

    private var children: [HTML] {
        (1...SearchForm.mostChildren).map { index in
            .element(
                "div", ["class": "ok-child"],
                fields.text("Leeftijd van kind \(index) (niet verplicht)", "childAge\(index)", isNumber: true),
                fields.select(
                    "Kind \(index) is een", "childGender\(index)",
                    [("unknown", "Niet gevraagd"), ("female", "Dochter"), ("male", "Zoon"), ("non_binary", "Anders")]))
        }
    }

    private var municipalityList: HTML {
        .element(
            "datalist", ["id": "gemeenten"],
            call.registry.geography.municipalities.map { .void("option", ["value": $0.name]) })
    }

    private func group(_ title: String, _ content: [HTML]) -> HTML {
        .element(
            "section", ["class": "ok-group"], [.element("h2", ["class": "nl-heading"], .text(title))] + content)
    }

    private func options<Kind: Code>(_ kind: Kind.Type) -> [(value: String, label: String)] {
        kind.allCases.map { ($0.rawValue, call.registry.codeLists.label($0)) }
    }
}
