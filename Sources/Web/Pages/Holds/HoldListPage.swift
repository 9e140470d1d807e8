import Access
import Domain
import Foundation
import HTTP
import Hypertext
import Ledger

/// What somebody holds, by the end of it, and what was held in the last days (screen S9, my holds).
struct HoldListPage: Sendable {
    let call: PageCall

    private var say: Words { call.say }

    func response() -> Response {
        let title = say("Vastgehouden plekken", "Places on hold")
        let all = call.snapshot.state.holds { call.principal?.maySee($0, in: call.registry) ?? false }
        let words = all.map { HoldWords(call: call, hold: $0) }
        let own = words.filter(\.isHolder)
        let others = words.filter { !$0.isHolder }
        let maySee = call.principal?.scope(of: .readHolds) == .everything
        return call.page(
            title,
            [.heading(1, title)] + mine(own)
                + (maySee ? [section(say("Door anderen vastgehouden", "Held by others"), active(others))] : []))
    }

    private func active(_ words: [HoldWords]) -> [HoldWords] {
        words.filter(\.hold.state.isActive).sorted { $0.hold.expiresAt < $1.hold.expiresAt }
    }

    private func mine(_ own: [HoldWords]) -> [HTML] {
        guard call.principal?.may(.holdPlaces) == true else { return [] }
        let (now, over) = (active(own), own.filter { !$0.hold.state.isActive })
        let nothing: HTML = .joined([
            .paragraph(say("U houdt nu geen plek vast.", "You hold no place now.")),
            .paragraph(.buttonLink(say("Zoek een plek", "Find a place"), call.href("/zoeken"), .primary)),
        ])
        return [
            now.isEmpty ? nothing : section(say("Nu vastgehouden", "On hold now"), now),
            over.isEmpty ? .empty : section(say("Voorbij, laatste 7 dagen", "Over, last 7 days"), over),
        ]
    }

    private func section(_ title: String, _ words: [HoldWords]) -> HTML {
        let list: HTML =
            words.isEmpty
            ? .paragraph(say("Er is nu niets.", "There is nothing now."))
            : .element("ul", ["class": "ok-holds"], words.map(item))
        return .element("section", ["class": "ok-section"], .heading(2, "\(title) (\(words.count))"), list)
    }

    private func item(_ words: HoldWords) -> HTML {
        let reference = words.hold.reference.rawValue
        let link: HTML = .link(
            say("\(reference): \(words.places)", "\(reference): \(words.places)"),
            call.href(HoldPages.path(of: words.hold.reference)))
        let holder: HTML =
            words.isHolder
            ? .empty
            : .paragraph(
                say("Aanmelder: ", "Requested by: ") + Requester(words.hold.holder, in: call.registry).name(say),
                class: "ok-place__note")
        return .element(
            "li", ["class": "ok-card ok-holdcard"], .element("h3", ["class": "nl-heading"], link),
            .element("p", ["class": "ok-service"], .dutch(words.place, on: say)), HoldStandView(words: words).html(),
            holder)
    }
}
