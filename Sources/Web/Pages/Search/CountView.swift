import Domain
import Foundation
import Matching

/// The free places of one card. Never "free" on an old count (feature F07): state by word, sign and colour.
struct CountView: Sendable {
    let placement: Placement
    let now: Date

    func html() -> HTML {
        let (state, sign, text) = words
        return .element(
            "p", ["class": "ok-count ok-count--\(state)"],
            .element("span", ["aria-hidden": "true"], .text(sign)), .text(" \(text)"),
            .element("span", ["class": "ok-confirmed"], .text(confirmed)))
    }

    private var words: (state: String, sign: String, text: String) {
        let availability = placement.assessment.availability
        guard !placement.service.isAmbulatory else { return waitingTime(availability) }
        guard let capacity = placement.assessment.place.capacity, let free = capacity.free else {
            return ("unknown", "?", "Onbekend of er plek is. Bel eerst.")
        }
        guard availability.freshness.isReliable else { return ("stale", "◷", "Eerst bellen: het aantal is verouderd.") }
        let total = capacity.total.map { " van \($0)" } ?? ""
        return free > 0 ? ("free", "✓", "Vrij: \(free)\(total)") : ("full", "–", "Vol: 0\(total)")
    }

    private func waitingTime(_ availability: Availability) -> (state: String, sign: String, text: String) {
        guard let days = availability.daysUntilFree else { return ("unknown", "?", "Wachttijd niet opgegeven.") }
        return days == 0 ? ("free", "✓", "Geen wachttijd") : ("full", "–", "Wachttijd ongeveer \(days) dagen")
    }

    private var confirmed: String {
        guard !placement.service.isAmbulatory else {
            return placement.service.waiting?.statedOn.map { " (opgave van \(DutchTime.day($0)))" } ?? ""
        }
        guard let capacity = placement.assessment.place.capacity, capacity.free != nil,
            let moment = capacity.confirmedAt
        else { return "" }
        return " bevestigd: \(DutchTime.moment(moment, now: now))"
    }
}
