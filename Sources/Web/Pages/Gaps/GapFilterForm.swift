import Coverage
import Domain
import Foundation
import Hypertext
import Registry

/// What to look at: plain fields that go into the address, for nothing here is about a person.
struct GapFilterForm: Sendable {
    private let call: PageCall
    private let question: GapQuestion
    private let words: GapWords
    private let faults: [FormFault]
    private var say: Words { call.say }
    private typealias Name = GapQuestion.Name
    private typealias Option = (value: String, label: String)

    init(_ call: PageCall, _ question: GapQuestion, _ words: GapWords, faults: [FormFault] = []) {
        (self.call, self.question, self.words, self.faults) = (call, question, words, faults)
    }

    var html: HTML {
        .element(
            "form",
            ["method": "get", "action": call.href(GapPages.path), "class": "ok-group ok-gap-form", "novalidate": ""],
            .heading(2, say("Wat wilt u zien?", "What do you want to see?")),
            .element("div", ["class": "ok-gap-fields"], measure, province, day),
            .details(
                say("Meer keuzes", "More choices"), isOpen: question.isFiltered,
                [.element("div", ["class": "ok-gap-fields"], kind, form, residence, reach)]),
            .element(
                "div", ["class": "ok-actions"],
                .element(
                    "button", ["class": "nl-button nl-button--primary"], .text(say("Toon de gaten", "Show the gaps"))),
                reset))
    }

    private var reset: HTML {
        guard !question.values.items.isEmpty else { return .empty }
        return .link(say("Wis alle keuzes", "Clear all choices"), call.href(GapPages.path))
    }

    private var fields: FieldBuilder { FieldBuilder(values: question.values, faults: faults) }

    private var measure: HTML {
        let options: [Option] = GapMeasure.all.map { ($0 == .total ? "" : $0.code, words.measure($0)) }
        return fields.select(say("Kijk naar", "Look at"), Name.measure, options)
    }

    private var province: HTML {
        let provinces: [Option] = call.registry.geography.provinces.map { (Slug(of: $0.name).text, $0.name) }
        return fields.select(
            say("Provincie", "Province"), Name.province, [("", say("Alle provincies", "All provinces"))] + provinces)
    }

    private var day: HTML {
        let hint =
            call.audience.seesCounts
            ? say("Een dag die voorbij is of nog komt.", "A day that is over or still to come.")
            : say("Een dag die nog komt.", "A day that is still to come.")
        return fields.text(
            say("Op welke dag? (niet verplicht)", "On which day? (optional)"), Name.day, hint: hint, type: "date")
    }

    private var kind: HTML {
        let kinds: [Option] = GapQuestion.kinds.map { ($0.rawValue, call.label($0)) }
        return fields.select(
            say("Soort plek", "Kind of place"), Name.kind, [("", say("Alle soorten", "All kinds"))] + kinds)
    }

    private var form: HTML {
        let forms: [Option] = SupplyFilter.forms.map { ($0.rawValue, call.label($0)) }
        return fields.select(
            say("Vorm van uitbuiting", "Form of exploitation"), Name.form,
            [("", say("Maakt niet uit", "Any form"))] + forms)
    }

    private var residence: HTML {
        let groups: [Option] = ResidenceGroup.allCases.map { ($0.rawValue, words.residence($0)) }
        return fields.select(
            say("Verblijf", "Residence"), Name.residence, [("", say("Maakt niet uit", "Any residence"))] + groups)
    }

    private var reach: HTML {
        let choices: [Option] = SupplyFilter.ReachChoice.allCases.map { choice in
            (choice == .all ? "" : GapQuestion.reachCode(choice), words.reach(choice))
        }
        return fields.select(say("Landelijke plekken", "National places"), Name.reach, choices)
    }
}
