import Domain
import Foundation
import Hypertext
import Ledger

/// Where a hold stands and how long it lasts: the part of a page that scripts count down and fetch anew
/// (screen S9). The end is there as text, so that it also holds on a phone that slept.
struct HoldStandView: Sendable {
    let words: HoldWords
    /// Whether it is the shelter that looks.
    var isForShelter = false

    private var hold: Hold { words.hold }
    private var say: Words { words.call.say }
    private var times: TimeWords { TimeWords(words.call) }

    func html() -> HTML {
        .element(
            "div",
            [
                "class": "ok-stand ok-stand--\(hold.state.rawValue)", "data-hold": hold.reference.rawValue,
                "data-ends": hold.state.isActive ? Timestamp.text(hold.expiresAt) : nil,
                "data-state": hold.state.rawValue,
            ], clock, status)
    }

    private var status: HTML {
        .element(
            "p", ["class": "ok-stand__status"],
            .element("span", ["aria-hidden": "true"], .text("\(words.sign) ")),
            .element(
                "span", ["data-hold-status": "", "role": "status"],
                isForShelter ? .text(words.statusForShelter) : words.statusWithLink))
    }

    /// Every text that the script shows stands here; `{n}` is the number of minutes.
    private var clock: HTML {
        guard hold.state.isActive else { return .empty }
        let count: HTML = .element(
            "span",
            [
                "class": "ok-stand__left", "role": "timer", "data-countdown": "",
                "data-text-minutes": say("Nog {n} minuten", "{n} minutes left"),
                "data-text-minute": say("Nog 1 minuut", "1 minute left"),
                "data-text-less": say("Nog minder dan 1 minuut", "Less than 1 minute left"),
                "data-text-over": say(
                    "De tijd is om. De plek is weer vrij voor anderen.",
                    "Time is over. The place is free for others again."),
                "data-text-warning": say(
                    "Nog {n} minuten voor \(hold.reference.rawValue).",
                    "{n} minutes left for \(hold.reference.rawValue)."),
            ], .text(times.left(until: hold.expiresAt)))
        return .element(
            "p", ["class": "ok-stand__clock"], count, " ",
            .element(
                "span", ["class": "ok-stand__until"],
                .text(say("tot \(times.by(hold.expiresAt))", "until \(times.by(hold.expiresAt))"))))
    }
}
