import Domain
import Foundation
import Hypertext
import Matching

/// The answer on paper: one or two sheets in black and white, with codes as words and nothing nearer than the province
/// (screen S7, print). Unseen on a screen; in print it stands for the cards.
struct PrintedList: Sendable {
    let outcome: Outcome

    /// How many places fit on the sheets.
    static let most = 10

    private var call: PageCall { outcome.call }
    private var say: Words { outcome.say }

    func html() -> HTML {
        let placements = outcome.result.placements.prefix(Self.most)
        guard !placements.isEmpty else { return .empty }
        let moment = DutchTime.exact(call.now, in: call.language)
        return .element(
            "section", ["class": "ok-print"],
            .paragraph(
                say(
                    "Geldig op dit moment: \(moment). Bel altijd eerst. Gegevens: \(call.snapshot.dataVersion).",
                    "Valid at this moment: \(moment). Always call first. Data: \(call.snapshot.dataVersion).")),
            .element(
                "table", ["class": "utrecht-table ok-print-table"],
                .element("caption", [:], .text(say("Passende plekken op volgorde", "Suitable places in order"))),
                .element(
                    "thead", [:],
                    .element("tr", [:], heads.map { .element("th", ["scope": "col"], .text($0)) })),
                .element("tbody", [:], placements.map(row))))
    }

    private var heads: [String] {
        [
            say("Plek", "Place"), say("Vrij", "Free"), say("Nog navragen", "Still to ask"), say("Bel", "Call"),
        ]
    }

    private func row(_ placement: Placement) -> HTML {
        let view = call.view(of: placement.service)
        let kind = view.shelterKind.map { call.label($0) } ?? say("Hulp zonder verblijf", "Help without a bed")
        let asks = PlaceAsks(outcome: outcome, placement: placement).texts(atMost: 2).joined(separator: " ")
        return .element(
            "tr", [:],
            .element(
                "th", ["scope": "row"], .text("\(placement.rank). "),
                .dutch(Outcome.name(of: placement.service), on: say),
                .void("br", [:]),
                .element(
                    "span", [:],
                    .text("\(call.label(placement.section)) · \(kind) · \(call.label(view.province))"))),
            .element("td", [:], .text(CountView(view: view, call).line)),
            .element("td", [:], .text(asks)), .element("td", [:], .text(outcome.phone(for: view) ?? "–")))
    }
}
