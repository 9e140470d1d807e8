import Domain
import Foundation
import Hypertext

/// The fields that all groups of the form are made of.
extension SearchFormView {
    var unknown: ChoiceList.Option {
        ChoiceList.Option(value: SearchForm.unknown, label: say("Weet ik niet", "I do not know"))
    }

    var yesOrNo: [ChoiceList.Option] {
        [
            ChoiceList.Option(value: "yes", label: say("Ja", "Yes")),
            ChoiceList.Option(value: "no", label: say("Nee", "No")), unknown,
        ]
    }

    func option<Kind: Code>(_ code: Kind) -> ChoiceList.Option {
        ChoiceList.Option(value: code.rawValue, label: call.label(code))
    }

    func optional(_ label: String) -> String { label + say(" (niet verplicht)", " (optional)") }

    func group(_ id: String, _ title: String, _ content: [HTML]) -> HTML {
        .element(
            "section", ["class": "ok-group", "aria-labelledby": "groep-\(id)"],
            [.element("h2", ["class": "nl-heading", "id": "groep-\(id)"], .text(title))] + content)
    }

    /// Short choices beside each other.
    func radios(
        _ name: String, _ legend: String, _ options: [ChoiceList.Option], hint: String? = nil,
        style: ChoiceList.Style = .tight
    ) -> HTML {
        ChoiceList(kind: .radio, name: name, legend: legend, hint: hint, style: style, options: options)
            .html(values, faults)
    }

    /// Choices that say more, below each other.
    func rows(_ name: String, _ legend: String, _ options: [ChoiceList.Option], hint: String? = nil) -> HTML {
        ChoiceList(kind: .radio, name: name, legend: legend, hint: hint, style: .rows, options: options)
            .html(values, faults)
    }

    func checkboxes(
        _ name: String, _ legend: String, _ options: [ChoiceList.Option], hint: String? = nil, idStem: String? = nil,
        style: ChoiceList.Style = .pairs
    ) -> HTML {
        ChoiceList(
            kind: .checkbox, name: name, legend: legend, hint: hint, style: style, idStem: idStem, options: options
        ).html(values, faults)
    }

    func text(
        _ name: String, _ label: String, hint: String? = nil, isNumber: Bool = false, list: String? = nil
    ) -> HTML {
        FieldBuilder(values: values, faults: faults).text(label, name, hint: hint, isNumber: isNumber, list: list)
    }

    func select(_ name: String, _ label: String, _ options: [(value: String, label: String)]) -> HTML {
        FieldBuilder(values: values, faults: faults).select(label, name, options)
    }

    /// Whether a field of a part that can be folded was filled in or is wrong, so that the part stands open.
    func isUsed(_ names: [String]) -> Bool {
        names.contains { name in
            values.all(name).contains { $0 != SearchForm.unknown } || faults.contains { $0.field == name }
        }
    }
}
