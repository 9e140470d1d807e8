import Domain
import Foundation
import Hypertext

/// Radio buttons or checkboxes as rows to tap, in a fieldset: legend, hint, error, choices (conventions section 6).
struct ChoiceList: Sendable {
    struct Option: Sendable {
        let value: String
        let label: String
        /// A second line in softer type.
        var note: String?
    }

    enum Kind: String, Sendable {
        case radio, checkbox
    }

    enum Style: String, Sendable {
        /// One below the other, as wide as the form.
        case rows
        /// Short labels, as many beside each other as fit.
        case tight
        /// Longer labels: one beside the other where there is room, one below the other on a phone.
        case pairs
    }

    let kind: Kind
    let name: String
    let legend: String
    var hint: String?
    var style = Style.tight
    /// Where one field has two lists, the second needs ids of its own.
    var idStem: String?
    let options: [Option]

    func html(_ values: FormValues, _ faults: [FormFault]) -> HTML {
        let stem = idStem ?? name
        let fault = idStem == nil ? faults.first { $0.field == name } : nil
        let ids = [hint == nil ? nil : "\(stem)-hint", fault == nil ? nil : "\(stem)-error"].compactMap { $0 }
        let head: [HTML] = [
            .element("legend", ["class": "nl-form-field-label"], .text(legend)),
            hint.map { .element("p", ["class": "nl-form-field-description", "id": "\(stem)-hint"], .text($0)) }
                ?? .empty,
            fault.map {
                .element("p", ["class": "nl-form-field-error-message", "id": "\(stem)-error"], .text($0.text))
            }
                ?? .empty,
        ]
        let chosen = Set(values.all(name))
        let rows = options.enumerated().map { index, option in
            // The error summary leads to the first choice.
            choice(option, id: index == 0 ? stem : "\(stem)-\(option.value)", isChosen: chosen.contains(option.value))
        }
        return .element(
            "fieldset",
            [
                "class": "utrecht-form-fieldset", "aria-describedby": ids.isEmpty ? nil : ids.joined(separator: " "),
            ], head + [.element("div", ["class": "ok-taps ok-taps--\(style.rawValue)"], rows)])
    }

    private func choice(_ option: Option, id: String, isChosen: Bool) -> HTML {
        let label: HTML =
            option.note.map { note in
                .joined([
                    .element("span", [:], .text(option.label)), .element("span", ["class": "ok-tap-note"], .text(note)),
                ])
            } ?? .text(option.label)
        return .element(
            "div", ["class": "ok-tap"],
            .void(
                "input",
                [
                    "type": kind.rawValue, "id": id, "name": name, "value": option.value,
                    "checked": isChosen ? "" : nil, "autocomplete": "off",
                ]),
            .element("label", ["for": id], label))
    }
}
