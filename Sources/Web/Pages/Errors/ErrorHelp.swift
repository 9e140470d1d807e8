import Domain
import Foundation
import HTTP
import Hypertext

/// The way on from a page that is not there or does not work: nobody is left with a blank page (feature F33).
struct ErrorHelp: Sendable {
    let call: PageCall

    private var say: Words { call.say }

    /// Finding the co-ordinator by municipality, which is what most people came for.
    var search: HTML {
        .element(
            "section", ["class": "ok-section"],
            .heading(2, say("Zoek op gemeente", "Search by municipality")),
            .element(
                "form",
                [
                    "method": "get", "action": call.href(CoordinatorPages.path), "class": "ok-find", "role": "search",
                    "novalidate": "", "autocomplete": "off",
                ],
                // What the address asked for has nothing to do with it.
                FieldBuilder(values: .empty, faults: []).text(
                    say("Gemeente", "Municipality"), MunicipalityField.name,
                    hint: say("Bijvoorbeeld Zwolle of Den Haag.", "For example Zwolle or Den Haag.")),
                .button(say("Zoek zorgcoördinator", "Find care co-ordinator"), .primary)))
    }

    /// Whom to call meanwhile.
    var calls: HTML {
        .element(
            "section", ["class": "ok-section"], .heading(2, say("Wie belt u nu?", "Whom do you call now?")),
            .facts([
                (say("Direct gevaar", "Danger right now"), .phone("112")),
                ("CoMensha", .phone("033-448 11 86")),
                ("Veilig Thuis", .joined([.phone("0800-2000"), .text(say(", dag en nacht", ", day and night"))])),
            ]))
    }

    /// What to name when reporting it: it stands in the log as well.
    var number: HTML {
        .paragraph(
            .text(say("Nummer van dit verzoek: ", "Number of this request: ")),
            .element("code", [:], .text(call.request.id.uuidString.lowercased())), class: "ok-small")
    }
}
