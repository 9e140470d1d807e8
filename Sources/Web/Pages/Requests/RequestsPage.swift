import Domain
import Foundation
import HTTP
import Hypertext
import Ledger

/// The holds on a shelter's own places: first those that wait for an answer, by their end (screen S12).
struct RequestsPage: Sendable {
    let call: PageCall
    var fault: (hold: HoldReference, what: RequestFault)?

    private var say: Words { call.say }

    func response() -> Response {
        let title = say("Aanvragen", "Requests")
        let holds = call.snapshot.state.holds { call.principal?.isShelter(of: $0, in: call.registry) ?? false }
        let cards = holds.map { hold in
            RequestCard(
                words: HoldWords(call: call, hold: hold), fault: fault?.hold == hold.reference ? fault?.what : nil)
        }
        let intro = say(
            "Coördinatoren houden hier plekken bij u vast. Geef antwoord, dan weten zij waar ze aan toe zijn.",
            "Here co-ordinators hold places at your shelter. Answer them, so that they know where they stand.")
        return call.page(
            title, [alert, .heading(1, title), .paragraph(intro), Self.arrival(say)] + sections(cards),
            isFault: fault != nil, status: status)
    }

    /// Shown by the scripts when somebody asks while the page is open: nothing under the finger is moved.
    static func arrival(_ say: Words) -> HTML {
        .element(
            "p", ["class": "nl-alert nl-alert--warning", "data-new-holds": "", "hidden": ""],
            .text(say("Er is een nieuwe aanvraag. ", "There is a new request. ")),
            .link(say("Toon de aanvragen", "Show the requests"), say.href(RequestPages.path)))
    }

    private var status: Status {
        switch fault?.what {
        case nil: .ok
        case .reason: .badRequest
        case .isOver: .conflict
        }
    }

    private var alert: HTML {
        switch fault {
        case nil: .empty
        case (let hold, .reason)?:
            .errorSummary([FormFault(field: RequestCard.field(hold), text: RequestCard.chooseReason(say))], say)
        case (let hold, .isOver)?:
            .alert(
                .error,
                [
                    .heading(2, say("Dit kan nu niet.", "This is not possible now.")),
                    .paragraph(
                        .link(
                            say("Kijk hoe het staat met \(hold.rawValue)", "See how \(hold.rawValue) stands"),
                            "#\(hold.rawValue)")),
                ], role: "alert", id: "fouten")
        }
    }

    private func sections(_ cards: [RequestCard]) -> [HTML] {
        let waiting = cards.filter { $0.hold.state == .open }.sorted { $0.hold.expiresAt < $1.hold.expiresAt }
        let accepted = cards.filter { $0.hold.state == .accepted }.sorted { $0.hold.expiresAt < $1.hold.expiresAt }
        let over = cards.filter { !$0.hold.state.isActive }
        let nothing: HTML = .element(
            "p", ["class": "nl-paragraph", "data-no-holds": ""],
            .text(say("Er wacht nu geen aanvraag op u.", "No request is waiting for you now.")))
        return [
            waiting.isEmpty ? nothing : section(say("Wacht op uw antwoord", "Waiting for your answer"), waiting),
            accepted.isEmpty ? .empty : section(say("Geaccepteerd", "Accepted"), accepted),
            over.isEmpty ? .empty : section(say("Voorbij, laatste 7 dagen", "Over, last 7 days"), over),
        ]
    }

    private func section(_ title: String, _ cards: [RequestCard]) -> HTML {
        .element(
            "section", ["class": "ok-section"], .heading(2, "\(title) (\(cards.count))"),
            .element("ul", ["class": "ok-holds"], cards.map { $0.html() }))
    }
}
