import Domain
import Foundation

/// The live count of one place on its own page, for who may see it. Never "free" on an old count (feature F07).
struct ServiceCount: Sendable {
    let call: PageCall
    let view: ServiceView

    func html() -> HTML {
        let (badge, confirmed) = state
        return .element(
            "div", ["class": "ok-item", "data-count": view.id.rawValue],
            .element("p", ["class": "ok-item-name"], badge), .element("p", ["class": "ok-item-meta"], .text(confirmed)))
    }

    private var state: (HTML, String) {
        let say = call.say
        guard let capacity = view.capacity, let free = capacity.free, let moment = capacity.confirmedAt else {
            return (
                .badge(say("Onbekend", "Unknown"), .wait, sign: "?"),
                say("Bel eerst: we weten niet of er plek is.", "Call first: we do not know if there is room.")
            )
        }
        let time = DutchTime.moment(moment, now: call.now, in: call.language)
        let confirmed = say("Bevestigd: \(time).", "Confirmed: \(time).")
        if capacity.isPaused {
            return (.badge(say("Tijdelijk geen opname", "No admissions for now"), .stop, sign: "▮"), confirmed)
        }
        guard view.freshness?.isReliable == true else {
            return (
                .badge(say("Eerst bellen", "Call first"), .wait, sign: "◷"),
                say("Verouderd. \(confirmed)", "Out of date. \(confirmed)")
            )
        }
        let total = capacity.total.map { say(" van \($0)", " of \($0)") } ?? ""
        return free > 0
            ? (.badge(say("Vrij: \(free)\(total)", "Free: \(free)\(total)"), .good, sign: "✓"), confirmed)
            : (.badge(say("Vol: 0\(total)", "Full: 0\(total)"), .neutral, sign: "–"), confirmed)
    }
}
