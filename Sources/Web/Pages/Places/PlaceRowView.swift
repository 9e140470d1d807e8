import Access
import Domain
import Foundation
import Hypertext
import Ledger

/// One row on the page of a shelter's own places: two lines, and one press to say that it still is right (screen S11).
///
/// The number is a field between its two buttons. Those belong to a form of their own, so that Enter in the field
/// presses "Klopt nog" and nothing else; a number that was typed goes along with it.
struct PlaceRowView: Sendable {
    let call: PageCall
    let row: PlaceRow
    let notice: PlaceNotice?

    private var say: Words { call.say }
    private var times: TimeWords { TimeWords(call) }
    private var id: String { row.id.rawValue }
    private var name: String { row.service.name }
    private var address: String { "\(PlacePages.path)/\(id)" }

    func html() -> HTML {
        .element(
            "li",
            [
                "class": "ok-place ok-place--\(state)", "id": row.anchor, "data-row": id, "data-name": name,
                "data-version": String(row.live.version), "tabindex": "-1",
            ],
            .element(
                "div", ["class": "ok-place__head"],
                .element("h2", ["class": "nl-heading"], .dutch(name, on: say)), when), reminder,
            PlaceMessageView(call: call, row: row, notice: notice).html(), .joined(controls))
    }

    private var state: String {
        if row.capacity.isPaused { return "paused" }
        return row.freshness.rawValue
    }

    private var when: HTML {
        guard let confirmedAt = row.capacity.confirmedAt, row.capacity.free != nil else { return .empty }
        return .paragraph(times.confirmed(confirmedAt), class: "ok-place__when")
    }

    // MARK: What others see

    private var reminder: HTML {
        let lines = [paused, aged, held].compactMap { $0 }
        return .joined(lines)
    }

    private var paused: HTML? {
        if row.service.status != .active {
            return line(
                .stop, "▮",
                say(
                    "Deze plek staat in de sociale kaart als gesloten. Bel uw beheerder als dat niet klopt.",
                    "The social map says that this place is closed. Call your administrator if that is wrong."))
        }
        guard let pause = PauseWords(row.capacity, call) else { return nil }
        let effect = say(
            "Coördinatoren kunnen deze plek nu niet vasthouden.", "Co-ordinators cannot hold this place at the moment.")
        return line(.stop, "▮", "\(pause.question ?? "\(pause.headline).") \(effect)")
    }

    private var aged: HTML? {
        switch (row.freshness, row.staleFrom) {
        case (.fresh, _), (.ageing, nil), (.stale, nil): nil
        case (.ageing, let until?):
            line(
                .wait, "◷",
                say(
                    "Bevestig voor \(times.by(until)), dan blijft deze plek bovenaan.",
                    "Confirm before \(times.by(until)), then this place stays at the top."))
        case (.stale, let since?):
            line(
                .stop, "◷",
                say(
                    "Verouderd sinds \(times.at(since)) – coördinatoren zien nu ‘eerst bellen’.",
                    "Out of date since \(times.at(since)) – co-ordinators now see ‘call first’."))
        case (.unknown, _):
            line(
                .wait, "?",
                say(
                    "Nog geen aantal – coördinatoren zien nu ‘eerst bellen’.",
                    "No number yet – co-ordinators now see ‘call first’."))
        }
    }

    private var held: HTML? {
        let held = row.capacity.held
        guard held > 0 else { return nil }
        let text =
            held == 1
            ? say("1 plek wordt vastgehouden. ", "1 place is on hold. ")
            : say("\(held) plekken worden vastgehouden. ", "\(held) places are on hold. ")
        return .element(
            "p", ["class": "ok-place__note"], .element("span", ["aria-hidden": "true"], "◷ "), .text(text), requests)
    }

    private var requests: HTML {
        guard call.principal?.may(.decideHolds) == true else { return .empty }
        return .link(say("Toon de aanvragen", "Show the requests"), call.href("/aanvragen"))
    }

    private func line(_ kind: HTML.BadgeKind, _ sign: String, _ text: String) -> HTML {
        .element(
            "p", ["class": "ok-place__note ok-place__note--\(kind.rawValue)"],
            .element("span", ["aria-hidden": "true"], .text("\(sign) ")), .text(text))
    }

    // MARK: What can be done

    private var controls: [HTML] {
        if case .conflict? = notice { return [] }
        guard row.isCounted else { return [first] }
        return [steps, main, more]
    }

    private var seen: HTML { .hidden(SeenCount.field, row.seen.text) }

    private var stepForm: String { "stap-\(id)" }

    /// The form of the two buttons beside the number.
    private var steps: HTML { call.form(address, class: "ok-place__steps", id: stepForm, [seen]) }

    private var main: HTML {
        let stepper: HTML = .element(
            "div", ["class": "ok-stepper"],
            step(.less, "−", say("Eén plek minder vrij bij \(name)", "One place fewer free at \(name)")),
            .element("div", ["class": "ok-stepper__number"], field, ofTotal),
            step(.more, "+", say("Eén plek meer vrij bij \(name)", "One place more free at \(name)")))
        let confirm: HTML = .button(
            say("Klopt nog", "Still right"), row.isConfirmedToday ? .secondary : .primary, name: PlaceDeed.field,
            value: PlaceDeed.confirm.rawValue,
            label: say("Klopt nog: \(name)", "Still right: \(name)"))
        return call.form(address, class: "ok-place__form", [seen, stepper, confirm])
    }

    private var total: Int { row.capacity.total ?? 0 }

    private var ofTotal: HTML {
        .element(
            "span", ["class": "ok-stepper__of"],
            .text(say("van \(total) vrij", "of \(total) free")))
    }

    private var field: HTML {
        let input = PlaceForm.id(PlaceForm.free, row.id)
        return .joined([
            .element(
                "label", ["class": "ok-unseen", "for": input],
                .text(say("Aantal vrij bij \(name), van \(total)", "Number free at \(name), of \(total)"))),
            .void(
                "input",
                [
                    "class": "utrecht-textbox ok-stepper__input", "id": input, "name": PlaceForm.free, "type": "text",
                    "inputmode": "numeric", "value": row.capacity.free.map(String.init) ?? "", "autocomplete": "off",
                    "aria-describedby": isFaulty ? "\(input)-error" : nil, "aria-invalid": isFaulty ? "true" : nil,
                ]),
        ])
    }

    private var isFaulty: Bool {
        guard case .faults(let faults)? = notice else { return false }
        return faults.contains { $0.field == PlaceForm.id(PlaceForm.free, row.id) }
    }

    private func step(_ deed: PlaceDeed, _ sign: String, _ text: String) -> HTML {
        .element(
            "button",
            [
                "class": "nl-button ok-stepper__button", "type": "submit", "form": stepForm, "name": PlaceDeed.field,
                "value": deed.rawValue,
            ], .element("span", ["aria-hidden": "true"], .text(sign)),
            .element("span", ["class": "ok-unseen"], .text(text)))
    }

    // MARK: What is asked seldom

    private var details: PlaceDetailsView { PlaceDetailsView(call: call, row: row, notice: notice) }

    private var more: HTML { details.html(address) }

    /// Nobody stated a count yet.
    private var first: HTML { details.first(address) }
}
