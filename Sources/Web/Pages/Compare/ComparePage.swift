import Domain
import Foundation
import Hypertext
import Matching

/// Two to four places beside each other, to talk over with the person (screen S8). On a phone the style sheet lays the
/// cells below each other, each with the name of its place.
struct ComparePage: Sendable {
    let outcome: Outcome
    /// In the order of the list.
    let places: [Placement]

    private var call: PageCall { outcome.call }
    private var say: Words { outcome.say }

    func html() -> [HTML] {
        let form = AnswersForm(call: call)
        return [
            .heading(1, say("Vergelijk plekken", "Compare places")),
            form.html(
                [
                    .element(
                        "div", ["class": "ok-actions"],
                        form.button(say("Terug naar de lijst", "Back to the list"), to: "/zoeken"),
                        form.button(say("Overzicht voor de persoon", "Overview for the person"), to: "/overzicht"))
                ], keeping: [AnswersForm.chosen]), table, calls,
        ]
    }

    private var table: HTML {
        let heads = places.map { placement in
            HTML.element(
                "th", ["scope": "col", "data-place": placement.service.id.rawValue, "data-name": name(placement)],
                .text("\(placement.rank). "), .dutch(name(placement), on: say))
        }
        let caption = say(
            "Bespreek deze vergelijking met de persoon. Geheime plekken staan hier zonder plaatsnaam.",
            "Talk this comparison over with the person. Secret places stand here without a place name.")
        let subject: HTML = .element("th", ["scope": "col"], .text(say("Onderwerp", "Subject")))
        let rows = CompareRows(outcome: outcome, places: places).rows()
        return .element(
            "table", ["class": "utrecht-table ok-compare-table"],
            .element("caption", [:], .text(caption)),
            .element("thead", [:], .element("tr", [:], [subject] + heads)),
            .element("tbody", [:], rows.map(row)))
    }

    private func row(_ row: CompareRows.Row) -> HTML {
        let mark: HTML =
            row.differs
            ? .joined([" ", .badge(say("anders", "different"), .wait, sign: "≠")]) : .empty
        let all: HTML = .element(
            "span", ["class": "ok-cell-all"], .text(say("Overal gelijk", "The same everywhere")))
        let cells = zip(places, row.cells).map { placement, cell in
            // What is the same everywhere is said once on a phone.
            HTML.element(
                "td", [:], .element("span", ["class": "ok-cell-name", "lang": say.ofNames], .text(name(placement))),
                row.differs ? .empty : all, .element("div", [:], cell.html))
        }
        return .element(
            "tr", ["class": row.differs ? nil : "ok-same"],
            [.element("th", ["scope": "row"], .text(row.title), mark)] + cells)
    }

    private var calls: HTML {
        .panel(
            say("Wie belt u?", "Whom do you call?"),
            [
                .list(
                    places.map { placement in
                        let number = outcome.phone(for: call.view(of: placement.service))
                        return .joined([
                            .strong(name(placement), lang: say.ofNames), .text(" "),
                            number.map { .phone($0) }
                                ?? .text(say("Nummer nog niet opgegeven.", "Number not stated yet.")),
                        ])
                    }, class: "ok-contacts"),
                .paragraph(
                    say(
                        "Deze lijst is een advies. U beslist samen met de persoon.",
                        "This list is advice. You decide together with the person.")),
            ])
    }

    private func name(_ placement: Placement) -> String { Outcome.name(of: placement.service) }
}
