import Domain
import Foundation
import Hypertext

/// The fields of a form: label above, error between label and field, state kept (conventions section 6).
struct FieldBuilder: Sendable {
    let values: FormValues
    let faults: [FormFault]
    /// The id of a sentence above the form that says something of every field, such as that none has to be filled in.
    var note: String?

    func radios(_ legend: String, _ name: String, _ options: [(value: String, label: String)], hint: String? = nil)
        -> HTML
    {
        choices(legend, name, options, type: "radio", hint: hint)
    }

    func checkboxes(_ legend: String, _ name: String, _ options: [(value: String, label: String)], hint: String? = nil)
        -> HTML
    {
        choices(legend, name, options, type: "checkbox", hint: hint)
    }

    func text(
        _ label: String, _ name: String, hint: String? = nil, isNumber: Bool = false, list: String? = nil,
        type: String = "text"
    ) -> HTML {
        field(
            label, name, hint,
            .void(
                "input",
                [
                    "class": isNumber ? "utrecht-textbox ok-short" : "utrecht-textbox", "id": name, "name": name,
                    "type": type, "inputmode": isNumber ? "numeric" : nil, "value": values[name],
                    "autocomplete": "off", "list": list, "aria-describedby": describedBy(hint, name),
                    "aria-invalid": invalid(name),
                ]))
    }

    /// A text that may be longer than a line is wide, and is one line all the same.
    func area(_ label: String, _ name: String, hint: String? = nil) -> HTML {
        field(
            label, name, hint,
            .element(
                "textarea",
                [
                    "class": "utrecht-textarea", "id": name, "name": name, "rows": "2", "autocomplete": "off",
                    "aria-describedby": describedBy(hint, name), "aria-invalid": invalid(name),
                ], .text(values[name] ?? "")))
    }

    func select(_ label: String, _ name: String, _ options: [(value: String, label: String)]) -> HTML {
        let chosen = values[name]
        return field(
            label, name, nil,
            .element(
                "select",
                [
                    "class": "utrecht-select", "id": name, "name": name, "autocomplete": "off",
                    "aria-describedby": describedBy(nil, name), "aria-invalid": invalid(name),
                ],
                options.map { option in
                    .element(
                        "option", ["value": option.value, "selected": option.value == chosen ? "" : nil],
                        .text(option.label))
                }))
    }

    private func field(_ label: String, _ name: String, _ hint: String?, _ control: HTML) -> HTML {
        .element(
            "div", ["class": "utrecht-form-field"],
            .element("label", ["class": "nl-form-field-label", "for": name], .text(label)), hintText(hint, name),
            fault(name), control)
    }

    private func choices(
        _ legend: String, _ name: String, _ options: [(value: String, label: String)], type: String, hint: String?
    ) -> HTML {
        // The first choice carries the name of the field as its id, so that the error summary can lead to it.
        let inputs = options.enumerated().map { index, option in
            let id = index == 0 ? name : "\(name)-\(option.value)"
            return HTML.element(
                "div", ["class": "ok-choice"],
                .void(
                    "input",
                    [
                        "type": type, "id": id, "name": name, "value": option.value,
                        "checked": values.has(name, option.value) ? "" : nil, "autocomplete": "off",
                    ]), .element("label", ["for": id], .text(option.label)))
        }
        return .element(
            "fieldset", ["class": "utrecht-form-fieldset", "aria-describedby": describedBy(hint, name)],
            [.element("legend", ["class": "nl-form-field-label"], .text(legend)), hintText(hint, name), fault(name)]
                + [.element("div", ["class": "ok-choices"], inputs)])
    }

    private func hintText(_ hint: String?, _ name: String) -> HTML {
        guard let hint else { return .empty }
        return .element("p", ["class": "nl-form-field-description", "id": "\(name)-hint"], .text(hint))
    }

    private func fault(_ name: String) -> HTML {
        guard let fault = faults.first(where: { $0.field == name }) else { return .empty }
        return .element("p", ["class": "nl-form-field-error-message", "id": "\(name)-error"], .text(fault.text))
    }

    private func isFaulty(_ name: String) -> Bool { faults.contains { $0.field == name } }

    private func invalid(_ name: String) -> String? { isFaulty(name) ? "true" : nil }

    private func describedBy(_ hint: String?, _ name: String) -> String? {
        let ids = [note, hint == nil ? nil : "\(name)-hint", isFaulty(name) ? "\(name)-error" : nil].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }
}
