import Domain
import Hypertext

/// Taking nobody for now: until when and why, and open again.
extension PlaceDetailsView {
    /// Where there is a pause already, to say another day or reason without opening in between.
    func pause(_ address: String) -> HTML {
        let isPaused = row.capacity.isPaused
        let text = say(
            "Neemt u even niemand op? Coördinatoren zien dan dat deze plek nu niet kan. Het aantal blijft staan.",
            "Do you take nobody in for a while? Co-ordinators then see that this place is not possible now. "
                + "The number stays as it is.")
        let deed =
            isPaused
            ? say("Wijzig de pauze", "Change the pause") : say("Tijdelijk geen opname", "No new people for now")
        return call.form(
            address, class: "ok-place__pause",
            [
                seen, isPaused ? .empty : .paragraph(text),
                .element("div", ["class": "ok-place__details"], until, reason),
                .button(
                    deed, .secondary, name: PlaceDeed.field, value: PlaceDeed.pause.rawValue,
                    label: "\(deed): \(name)"),
            ])
    }

    func resume(_ address: String) -> HTML {
        guard row.capacity.isPaused else { return .empty }
        return call.form(
            address, class: "ok-place__pause",
            [
                seen,
                .button(
                    say("Opname kan weer", "Open again"), .primary, name: PlaceDeed.field,
                    value: PlaceDeed.resume.rawValue,
                    label: say("Opname kan weer: \(name)", "Open again: \(name)")),
            ])
    }

    /// A last day that has passed is not offered again.
    private var until: HTML {
        let standing = row.capacity.pausedUntil.flatMap { $0 < DutchTime.today(row.now) ? nil : $0.text }
        return field(
            PlaceForm.pausedUntil, say("Tot en met (niet verplicht)", "Up to and including (optional)"),
            hint: say(
                "Na deze dag vragen we of u weer opneemt. De pauze stopt niet vanzelf.",
                "After this day we ask if you take people in again. The pause does not end by itself."),
            value: isRefused ? call.values[PlaceForm.pausedUntil] : standing, type: "date")
    }

    private var reason: HTML {
        let id = PlaceForm.id(PlaceForm.pauseReason, row.id)
        let fault = faults.first { $0.field == id }
        let chosen = isRefused ? call.values[PlaceForm.pauseReason] : row.capacity.pauseReason?.rawValue
        let none = HTML.element("option", ["value": ""], .text(say("Geen reden opgeven", "Give no reason")))
        let reasons = PauseReason.allCases.map { reason in
            HTML.element(
                "option", ["value": reason.rawValue, "selected": reason.rawValue == chosen ? "" : nil],
                .text(call.label(reason)))
        }
        return .element(
            "div", ["class": "utrecht-form-field"],
            .element(
                "label", ["class": "nl-form-field-label", "for": id],
                .text(say("Reden (niet verplicht)", "Reason (optional)"))), message(fault, of: id),
            .element(
                "select",
                [
                    "class": "utrecht-select", "id": id, "name": PlaceForm.pauseReason, "autocomplete": "off",
                    "aria-describedby": fault == nil ? nil : "\(id)-error",
                    "aria-invalid": fault == nil ? nil : "true",
                ], [none] + reasons))
    }

    /// Whether this form was sent and has faults: what was chosen in it stays.
    private var isRefused: Bool { !faults.isEmpty && call.values.has(PlaceDeed.field, PlaceDeed.pause.rawValue) }
}
