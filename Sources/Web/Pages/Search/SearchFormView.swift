import Domain
import Foundation
import Hypertext
import Registry

/// The questions of the search form, groups A to E (screen S6). The first three are enough to search; nothing is
/// chosen beforehand but the moment at night, and the form says so.
struct SearchFormView: Sendable {
    let call: PageCall
    let values: FormValues
    var faults: [FormFault] = []
    /// What stands above the questions, in the form.
    var notice: HTML = .empty
    /// Other words on the button.
    var button: String?

    var say: Words { call.say }

    /// Most families have no more; for the others there is a fold.
    private static let childrenInSight = 3

    func html() -> HTML {
        call.form(
            "/zoeken", class: "ok-search",
            [notice, promise, who, safety, when, wishes, SituationView(form: self).html(), municipalities, submit])
    }

    private var promise: HTML {
        .element(
            "div", ["class": "ok-search-notice"],
            .element(
                "p", ["class": "ok-kept"],
                .element(
                    "strong", [:], .text(say("We bewaren niets van wat u invult.", "We keep nothing you fill in."))),
                .text(say(" Vul geen namen in.", " Do not fill in names."))),
            .element(
                "p", [:],
                .text(
                    say(
                        "A, B en C zijn genoeg om te zoeken. Staat er (niet verplicht) bij, dan hoeft het niet.",
                        "A, B and C are enough to search. What says (optional) can stay open."))))
    }

    private var submit: HTML {
        .element(
            "div", ["class": "ok-sticky"],
            .element(
                "button", ["class": "nl-button nl-button--primary", "type": "submit"],
                .text(button ?? say("Zoek passende plekken", "Find suitable places"))))
    }

    // MARK: A. Who

    private var who: HTML {
        group(
            "a", say("A. Wie", "A. Who"),
            [
                age,
                radios(
                    "gender", say("Gender", "Gender"),
                    [Gender.female, .male, .nonBinary].map(option) + [unknown]),
                radios(
                    "household", optional(say("Wie komt er mee?", "Who comes along?")),
                    Household.allCases.map(option) + [unknown]),
                children, groupSize,
            ])
    }

    private var age: HTML {
        let birthday = ChoiceList(
            kind: .checkbox, name: "turns18Within6Months",
            legend: optional(say("Bijna 18?", "Nearly 18?")), style: .pairs,
            options: [
                ChoiceList.Option(
                    value: "true",
                    label: say("Is 17 en wordt binnen 6 maanden 18", "Is 17 and turns 18 within 6 months"))
            ])
        return .element(
            "div", ["class": "ok-age"],
            text(
                "age", say("Leeftijd", "Age"),
                hint: say(
                    "In jaren. Weet u het niet precies? Schat het. Onder 18: we zoeken jeugdplekken. "
                        + "Bel ook Veilig Thuis, 0800-2000.",
                    "In years. Not sure? Give your best guess. Under 18: we look for youth places. "
                        + "Also call Veilig Thuis, 0800-2000."),
                isNumber: true), birthday.html(values, faults))
    }

    /// Shown by the style sheet where somebody chose a household with children, and always where it cannot tell.
    private var children: HTML {
        let few = Self.childrenInSight
        let rest = few < SearchForm.mostChildren ? Array((few + 1)...SearchForm.mostChildren) : []
        let title = say("Kinderen die meekomen", "Children who come along")
        return .element(
            "fieldset", ["class": "utrecht-form-fieldset ok-follow ok-follow--children"],
            [.element("legend", ["class": "nl-form-field-label"], .text(optional(title)))]
                + (1...few).map(child) + [
                    .details(
                        say("Meer dan \(few) kinderen", "More than \(few) children"),
                        isOpen: isUsed(rest.flatMap { ["childAge\($0)", "childGender\($0)"] }), class: "ok-more",
                        rest.map(child))
                ])
    }

    private func child(_ index: Int) -> HTML {
        .element(
            "div", ["class": "ok-child"],
            text("childAge\(index)", say("Leeftijd kind \(index)", "Age of child \(index)"), isNumber: true),
            select(
                "childGender\(index)", say("Kind \(index) is een", "Child \(index) is a"),
                [
                    ("unknown", unknown.label), ("female", say("dochter", "daughter")), ("male", say("zoon", "son")),
                    ("non_binary", say("non-binair of anders", "non-binary or other")),
                ]))
    }

    private var groupSize: HTML {
        .element(
            "div", ["class": "ok-follow ok-follow--group"],
            text(
                "persons", say("Met hoeveel mensen is de groep?", "How many people has the group?"),
                hint: say("Alleen bij een groep. Tel iedereen mee.", "Only for a group. Count everyone."),
                isNumber: true))
    }

    // MARK: B. Safe

    private var safety: HTML {
        group(
            "b", say("B. Veilig", "B. Safe"),
            [
                rows(
                    "threat", say("Hoe groot is de dreiging?", "How great is the threat?"),
                    [
                        ChoiceList.Option(
                            value: "green", label: say("Groen", "Green"),
                            note: say("Met kleine afspraken is het veilig.", "Small agreements make it safe.")),
                        ChoiceList.Option(
                            value: "orange", label: say("Oranje", "Orange"),
                            note: say("Er is hulp nodig om veilig te zijn.", "Help is needed to be safe.")),
                        ChoiceList.Option(
                            value: "red", label: say("Rood", "Red"),
                            note: say(
                                "Iemand moet weg en mag niet gevonden worden.",
                                "Someone has to leave and must not be found.")),
                        ChoiceList.Option(
                            value: SearchForm.unknown, label: unknown.label,
                            note: say("We rekenen dan met oranje.", "Then we count it as orange.")),
                    ]),
                danger,
                text(
                    "dangerMunicipality",
                    optional(say("Of alleen in deze gemeente", "Or only in this municipality")), list: "gemeenten"),
                text(
                    "currentMunicipality", optional(say("In welke gemeente is iemand nu?", "Where is the person now?")),
                    hint: say(
                        "Voor de zorgcoördinator en plekken in de regio. Weet u het niet? Laat het leeg.",
                        "The municipality, for the care co-ordinator and places nearby. Not known? Leave it open."),
                    list: "gemeenten"),
                radios(
                    "housing",
                    optional(say("Heeft iemand nu een veilige plek?", "Does the person have a safe place now?")),
                    HousingSituation.allCases.filter { $0 != .unknown }.map(option) + [unknown], style: .pairs),
            ])
    }

    private var danger: HTML {
        let provinces = call.registry.geography.provinces.map { province in
            ChoiceList.Option(value: province.code.rawValue, label: call.label(province.code))
        }
        let others = [
            ChoiceList.Option(value: SearchForm.abroad, label: say("Ook buitenland", "Also abroad")),
            ChoiceList.Option(
                value: SearchForm.nowhere, label: say("Nergens in Nederland", "Nowhere in the Netherlands")),
            unknown,
        ]
        return ChoiceList(
            kind: .checkbox, name: "dangerAreas",
            legend: optional(say("Waar loopt iemand gevaar?", "Where is the person in danger?")),
            hint: say(
                "Denk ook aan familie en aan plekken waar iemand moest werken.",
                "Think of family too, and of places where the person had to work."),
            options: provinces + others
        ).html(values, faults)
    }

    // MARK: C. When

    private var when: HTML {
        let isNight = DutchTime.isNight(call.now)
        return group(
            "c", say("C. Wanneer", "C. When"),
            [
                rows(
                    "urgency", say("Wanneer is er een plek nodig?", "When is a place needed?"),
                    [
                        ChoiceList.Option(value: "now", label: say("Vandaag of vannacht", "Today or tonight")),
                        ChoiceList.Option(value: "days", label: say("Binnen een week", "Within a week")),
                        ChoiceList.Option(value: "planned", label: say("Later (vervolgplek)", "Later (follow-up)")),
                        ChoiceList.Option(
                            value: SearchForm.unknown, label: unknown.label,
                            note: say("We rekenen dan met vandaag.", "Then we count it as today.")),
                    ],
                    hint: isNight
                        ? say(
                            "Het is tussen 17.00 en 08.00 uur. Daarom staat ‘vandaag of vannacht’ al aan.",
                            "It is between 17:00 and 08:00. That is why ‘today or tonight’ is already on.") : nil)
            ])
    }

    // MARK: D. Wishes

    private var wishes: HTML {
        group(
            "d", say("D. Wat wil iemand zelf?", "D. What does the person want?"),
            [
                .element(
                    "p", ["class": "nl-form-field-description"],
                    .text(say("Dit telt meteen na veiligheid.", "This counts right after safety."))),
                WishView(form: self).html(),
                radios(
                    "pet", optional(say("Moet er een huisdier mee?", "Does a pet have to come along?")), yesOrNo),
            ])
    }

    private var municipalities: HTML {
        .element(
            "datalist", ["id": "gemeenten"],
            call.registry.geography.municipalities.map { .void("option", ["value": $0.name]) })
    }
}
