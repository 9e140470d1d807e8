import Domain
import Foundation
import Hypertext

/// How many rows were confirmed today, and the one press that confirms them all (screen S11).
struct PlaceSummaryView: Sendable {
    let call: PageCall
    let rows: [PlaceRow]
    /// Whether that press came just now.
    let isAllDone: Bool

    private var say: Words { call.say }

    func html() -> HTML {
        .element(
            "div", ["class": "ok-summary", "data-summary": ""],
            .element("p", ["class": "ok-summary__state"], sign, .text(state)), message, all)
    }

    private var confirmed: Int { rows.count(where: \.isConfirmedToday) }

    private var isComplete: Bool { confirmed == rows.count }

    private var sign: HTML {
        .element("span", ["aria-hidden": "true"], .text(isComplete ? "✓ " : "◷ "))
    }

    private var state: String {
        switch (rows.count, isComplete) {
        case (1, true): say("Uw rij is vandaag bevestigd.", "Your row was confirmed today.")
        case (1, false): say("Uw rij is vandaag nog niet bevestigd.", "Your row was not confirmed today yet.")
        case (let count, true):
            say("Alle \(count) rijen zijn vandaag bevestigd.", "All \(count) rows were confirmed today.")
        case (let count, false):
            say(
                "\(confirmed) van \(count) rijen zijn vandaag bevestigd.",
                "\(confirmed) of \(count) rows were confirmed today.")
        }
    }

    private var all: HTML {
        let counted = rows.filter(\.isCounted)
        guard counted.count > 1 else { return .empty }
        return call.form(
            PlacePages.path, class: "ok-summary__form",
            [
                .hidden(PlaceForAll.field, PlaceForAll.text(of: counted)),
                .button(say("Alles klopt nog", "Everything is still right"), isComplete ? .secondary : .primary),
            ])
    }

    // MARK: What the press has done

    /// For how long the page tells of it; seconds.
    private static let recent: TimeInterval = 3_600

    private var message: HTML {
        .element("div", ["class": "ok-place__message ok-place__message--done", "role": "status"], sentences)
    }

    /// Told from what stands: the rows that were confirmed last, at one moment.
    private var sentences: [HTML] {
        guard isAllDone, let latest = rows.compactMap(\.capacity.confirmedAt).max(),
            call.now.timeIntervalSince(latest) < Self.recent
        else { return [] }
        let right = rows.filter { $0.isCounted && $0.capacity.confirmedAt == latest }
        let time = TimeWords(call).clock(latest)
        let count =
            right.count == 1
            ? say("Opgeslagen om \(time): 1 rij bevestigd.", "Saved at \(time): 1 row confirmed.")
            : say(
                "Opgeslagen om \(time): \(right.count) rijen bevestigd.",
                "Saved at \(time): \(right.count) rows confirmed.")
        return [.paragraph(count)] + left(but: Set(right.map(\.id)))
    }

    private func left(but right: Set<ServiceID>) -> [HTML] {
        let names = rows.filter { !right.contains($0.id) }.map(\.service.name)
        guard !names.isEmpty else { return [] }
        let list = names.joined(separator: ", ")
        return [
            .paragraph(
                say(
                    "Niet bevestigd: \(list). Kijk of het aantal daar klopt.",
                    "Not confirmed: \(list). Check whether the number there is right."))
        ]
    }
}
