import Domain
import Foundation
import Hypertext
import Matching

/// What stands above the list: acute warnings, and what to do where nothing fits, all is full, or counts are missing.
struct ResultNotice: Sendable {
    let outcome: Outcome

    private var say: Words { outcome.say }
    private var call: PageCall { outcome.call }

    func banners() -> [HTML] {
        outcome.result.banners.map { banner in
            .element(
                "div", ["class": "nl-alert nl-alert--warning ok-acute", "role": "note"],
                .element("p", [:], .text(banner.text(in: call.language))),
                banner.phone.map { .phone($0, say("Bel \($0)", "Call \($0)")) } ?? .empty)
        }
    }

    func state() -> HTML {
        if !outcome.hasPlace { return nothing }
        if outcome.hasNoCounts { return noCounts }
        return outcome.hasOpenPlace ? .empty : allFull
    }

    private var blockers: BlockerView {
        BlockerView(
            blockers: outcome.result.blockers, profile: outcome.profile, sentences: outcome.sentences, say: say)
    }

    private var nothing: HTML {
        .element(
            "div", ["class": "nl-alert nl-alert--warning ok-nothing"],
            .element(
                "p", [:], .text(say("Geen enkele plek past bij deze antwoorden. ", "No place fits these answers. ")),
                .element("strong", [:], .text(say("Dat ligt niet aan de persoon.", "That is not the person’s fault."))),
                .text(
                    say(" Er is een gat in de opvang.", " There is a gap in shelter."))),
            .element("p", [:], .text(say("Dit kunt u nu doen:", "This is what you can do now:"))),
            .element(
                "ol", ["class": "ok-steps"],
                contacts + [.element("li", [:], blockers.whereNothingFits())]))
    }

    /// CoMensha first, for it places in the whole country; then who co-ordinates here.
    private var contacts: [HTML] {
        let all = outcome.result.contacts
        let ordered = all.filter { $0.role == .nationalBackup } + all.filter { $0.role == .coordinator }
        return ordered.map { contact in
            .element(
                "li", [:], .text(say("Bel ", "Call ")), .dutch(contact.name, on: say), ": ",
                .phone(contact.phone, contact.phone), .text("."))
        }
    }

    private var allFull: HTML {
        let expected: [HTML] =
            outcome.nextExpected.map { next in
                [
                    .text(
                        say(
                            " Eerste plek verwacht op \(DutchTime.weekday(next.day, in: call.language)): ",
                            " First place expected on \(DutchTime.weekday(next.day, in: call.language)): ")),
                    .dutch(Outcome.name(of: next.service), on: say), ".",
                ]
            } ?? []
        let bridging = outcome.total(of: .bridging)
        let help =
            bridging > 0
            ? say(
                "\(bridging == 1 ? "1 korte plek staat" : "\(bridging) korte plekken staan") hieronder.",
                "\(bridging == 1 ? "1 short place is" : "\(bridging) short places are") listed below.")
            : say(
                "Bel de zorgcoördinator. Spreek af wie contact houdt tot er plek is.",
                "Call the care co-ordinator. Agree who keeps in touch until there is a place.")
        return .element(
            "div", ["class": "nl-alert nl-alert--warning ok-all-full"],
            .element(
                "p", [:],
                [.element("strong", [:], .text(say("Alles wat past is nu vol.", "All that fits is full now.")))]
                    + expected),
            .element(
                "p", [:], .element("strong", [:], .text(say("Overbrugging: ", "Bridging: "))), .text(help)))
    }

    private var noCounts: HTML {
        .element(
            "p", ["class": "nl-alert nl-alert--warning ok-no-counts"],
            .text(
                say(
                    "We kunnen nu niet zien welke plekken vrij zijn. "
                        + "De plekken hieronder passen wel; bel om te vragen of er plek is.",
                    "We cannot see now which places are free. "
                        + "The places below do fit; call to ask if there is room.")))
    }
}
