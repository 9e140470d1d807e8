import Domain
import Foundation
import Hypertext

/// How many places to keep: one press where there are few, a number where there are many (screen S9).
struct HoldCountField: Sendable {
    let call: PageCall
    /// What can be given out.
    let free: Int
    /// Filled in at first.
    let needed: Int
    let unit: CapacityUnit
    let fault: HoldFault?

    private var say: Words { call.say }

    /// More than so many are filled in as a number.
    private static let mostChoices = 6

    private var isUnit: Bool { unit == .unit }

    private var legend: String {
        isUnit
            ? say("Hoeveel kamers of appartementen?", "How many rooms or apartments?")
            : say("Hoeveel plekken?", "How many places?")
    }

    private var hint: String {
        isUnit
            ? say("Eén kamer of appartement is voor één huishouden.", "One room or apartment is for one household.")
            : say("Eén plek is voor één persoon. Tel kinderen mee.", "One place is for one person. Count children too.")
    }

    func html() -> HTML {
        guard free > 1 else { return .hidden(HoldForm.places, "1") }
        guard free <= Self.mostChoices else {
            let values =
                call.values[HoldForm.places] == nil ? FormValues([HoldForm.places: String(needed)]) : call.values
            let faults: [FormFault] =
                if case .places? = fault { [FormFault(field: HoldForm.places, text: HoldFault.places.text(say))] } else
                { [] }
            return FieldBuilder(values: values, faults: faults).text(
                legend, HoldForm.places, hint: hint, isNumber: true)
        }
        let isFaulty = if case .places? = fault { true } else { false }
        let error: HTML =
            isFaulty
            ? .element(
                "p", ["class": "nl-form-field-error-message", "id": "places-error"],
                .text(HoldFault.places.text(say))) : .empty
        return .element(
            "fieldset",
            [
                "class": "utrecht-form-fieldset",
                "aria-describedby": isFaulty ? "places-hint places-error" : "places-hint",
            ],
            .element("legend", ["class": "nl-form-field-label"], .text(legend)),
            .element("p", ["class": "nl-form-field-description", "id": "places-hint"], .text(hint)), error,
            .element("div", ["class": "ok-pick"], (1...free).map(option)))
    }

    private func option(_ number: Int) -> HTML {
        // The first one carries the name of the field, so that the error summary can lead to it.
        let id = number == 1 ? HoldForm.places : "\(HoldForm.places)-\(number)"
        let chosen = min(free, max(1, call.values[HoldForm.places].flatMap { Int($0) } ?? needed))
        return .element(
            "div", ["class": "ok-pick__one"],
            .void(
                "input",
                [
                    "type": "radio", "id": id, "name": HoldForm.places, "value": String(number),
                    "checked": number == chosen ? "" : nil, "autocomplete": "off",
                ]), .element("label", ["for": id], .text(String(number))))
    }
}
