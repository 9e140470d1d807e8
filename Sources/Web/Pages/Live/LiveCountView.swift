import Domain
import Foundation

/// The free places of one service in the words of the screens: never "free" on an old count (feature F07), and state by
/// word, sign and colour.
struct LiveCountView: Sendable {
    let view: ServiceView
    let now: Date
    let say: Words

    /// What the page says of the count, as its scripts know it.
    enum State: String, Sendable { case free, full, closed, stale, unknown }

    var state: State {
        guard let capacity = view.capacity, let free = capacity.free else { return .unknown }
        if capacity.isPaused { return .closed }
        guard view.freshness?.isReliable == true else { return .stale }
        return free > 0 ? .free : .full
    }

    /// - Parameter isJustTaken: whether somebody saw a free place here a moment ago.
    func html(isJustTaken: Bool = false) -> HTML {
        .element(
            "div", ["class": "ok-count ok-count--\(state.rawValue)", "data-count": view.id.rawValue],
            .element(
                "p", ["class": "ok-count-state"], .element("span", ["aria-hidden": "true"], .text(sign)), " ",
                .element("strong", [:], .text(isJustTaken ? say("Net bezet", "Just taken") : words))),
            moment.map { .element("p", ["class": "ok-confirmed"], .text($0)) } ?? .empty)
    }

    private var sign: String {
        switch state {
        case .free: "✓"
        case .full: "–"
        case .closed: "▮"
        case .stale: "◷"
        case .unknown: "?"
        }
    }

    private var words: String {
        let free = view.capacity?.free ?? 0
        let total = view.capacity?.total
        return switch state {
        case .free:
            total.map { say("Vrij: \(free) van \($0)", "Free: \(free) of \($0)") }
                ?? say("Vrij: \(free)", "Free: \(free)")
        case .full: total.map { say("Vol: 0 van \($0)", "Full: 0 of \($0)") } ?? say("Vol", "Full")
        case .closed: say("Nu geen opname", "Nobody taken in now")
        case .stale: say("Eerst bellen: het aantal is verouderd", "Call first: the number is out of date")
        case .unknown: say("Onbekend. Bel eerst", "Unknown. Call first")
        }
    }

    private var moment: String? {
        guard state != .unknown, let confirmedAt = view.capacity?.confirmedAt else { return nil }
        let time = DutchTime.moment(confirmedAt, now: now, in: say.language)
        return say("bevestigd: \(time)", "confirmed: \(time)")
    }
}
