import Domain
import Foundation
import Hypertext
import Ledger

/// What a shelter states seldom: all places, the day on which one comes free, and that it takes nobody for now.
struct PlaceDetailsView: Sendable {
    let call: PageCall
    let row: PlaceRow
    let notice: PlaceNotice?

    var say: Words { call.say }
    var name: String { row.service.name }
    var seen: HTML { .hidden(SeenCount.field, row.seen.text) }

    /// Behind a summary, under the number.
    func html(_ address: String) -> HTML {
        let expected = row.expectedFreeOn.map { day in
            HTML.paragraph(
                say("Verwacht vrij: \(TimeWords(call).day(day))", "Expected free: \(TimeWords(call).day(day))"),
                class: "ok-place__note")
        }
        return .joined([
            resume(address), expected ?? .empty,
            .details(
                say("Totaal, datum of pauze", "Total, date or pause"), isOpen: !faults.isEmpty, class: "ok-place__more",
                [call.form(address, class: "ok-place__details", [seen, total, day, save]), pause(address)]),
        ])
    }

    /// Where there is no number yet: both, to begin with.
    func first(_ address: String) -> HTML {
        let free = field(
            PlaceForm.free, say("Aantal vrij", "Number free"), value: row.capacity.free.map(String.init))
        return call.form(address, class: "ok-place__details", [seen, free, total, save])
    }

    private var save: HTML {
        .button(
            say("Sla op", "Save"), row.isCounted ? .secondary : .primary, name: PlaceDeed.field,
            value: PlaceDeed.set.rawValue, label: say("Sla op: \(name)", "Save: \(name)"))
    }

    // MARK: Fields

    private var total: HTML {
        field(
            PlaceForm.total, say("Totaal aantal plekken", "Places in all"), value: row.capacity.total.map(String.init))
    }

    private var day: HTML {
        field(
            PlaceForm.expected, say("Verwacht vrij op (niet verplicht)", "Expected free on (optional)"),
            value: row.expectedFreeOn?.text, type: "date")
    }

    /// - Parameter hint: what to know of it before it is filled in.
    func field(
        _ field: String, _ label: String, hint: String? = nil, value: String?, type: String = "text"
    ) -> HTML {
        let id = PlaceForm.id(field, row.id)
        let fault = faults.first { $0.field == id }
        let description: HTML =
            hint.map {
                .element("p", ["class": "nl-form-field-description", "id": "\(id)-hint"], .text($0))
            } ?? .empty
        let ids = [hint.map { _ in "\(id)-hint" }, fault.map { _ in "\(id)-error" }].compactMap { $0 }
        return .element(
            "div", ["class": "utrecht-form-field"],
            .element("label", ["class": "nl-form-field-label", "for": id], .text(label)), description,
            message(fault, of: id),
            .void(
                "input",
                [
                    "class": type == "date" ? "utrecht-textbox" : "utrecht-textbox ok-short", "id": id, "name": field,
                    "type": type, "aria-required": type == "date" ? nil : "true",
                    "inputmode": type == "date" ? nil : "numeric",
                    "value": fault == nil ? value ?? "" : call.values[field] ?? "", "autocomplete": "off",
                    "aria-describedby": ids.isEmpty ? nil : ids.joined(separator: " "),
                    "aria-invalid": fault == nil ? nil : "true",
                ]))
    }

    func message(_ fault: FormFault?, of id: String) -> HTML {
        fault.map {
            .element("p", ["class": "nl-form-field-error-message", "id": "\(id)-error"], .text($0.text))
        } ?? .empty
    }

    var faults: [FormFault] { if case .faults(let faults)? = notice { faults } else { [] } }
}
