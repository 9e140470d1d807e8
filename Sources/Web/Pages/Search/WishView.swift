import Domain
import Foundation
import Hypertext
import Registry

/// What somebody wants, and what not: only what a place can be held against (screen S6, group D).
struct WishView: Sendable {
    let form: SearchFormView

    private var say: Words { form.say }

    func html() -> HTML {
        .joined([
            list(
                "prefers", say("Graag", "Wanted"),
                [
                    ("open", say("Open: vrij om te gaan", "Open: free to go")),
                    ("open_visible", say("Zichtbaar adres", "Visible address")),
                    ("secret", say("Geheim adres", "Secret address")),
                    ("time_out", say("Eerst tot rust komen (time-out)", "First come to rest (time-out)")),
                    ("foster_care", say("Wonen in een gezin", "Living with a family")),
                ],
                provinces: say("Graag in deze provincie", "Wanted in this province"),
                hint: say(
                    "Bijvoorbeeld dicht bij school of kinderen, of juist ver weg.",
                    "For example close to school or children, or far away.")),
            list(
                "mustNot", say("Echt niet", "Certainly not"),
                [
                    ("semi_open", say("Geen besloten plek", "No semi-open place")),
                    ("closed", say("Geen gesloten plek", "No closed place")),
                    ("secret", say("Geen geheim adres", "No secret address")),
                    ("foster_care", say("Geen gezin", "No family")),
                    ("homeless_shelter", say("Geen maatschappelijke opvang", "No homeless shelter")),
                ],
                provinces: say("Echt niet in deze provincie", "Certainly not in this province"),
                hint: say("Deze plekken vallen af.", "These places drop out.")),
        ])
    }

    private func list(
        _ name: String, _ legend: String, _ kinds: [(String, String)], provinces: String, hint: String
    ) -> HTML {
        let codes = form.call.registry.geography.provinces.map(\.code)
        let isOpen = codes.contains { form.values.has(name, $0.rawValue) }
        return .joined([
            form.checkboxes(
                name, form.optional(legend), kinds.map { ChoiceList.Option(value: $0.0, label: $0.1) }),
            .element(
                "details", ["class": "ok-more", "open": isOpen ? "" : nil],
                .element("summary", [:], .text(provinces)),
                form.checkboxes(
                    name, form.optional(provinces), codes.map(form.option), hint: hint, idStem: "\(name)-provincie",
                    style: .tight)),
        ])
    }
}
