import Domain
import Foundation
import Hypertext
import Ledger

/// One hold on a shelter's places: who asks, until when, and two answers (screen S12).
struct RequestCard: Sendable {
    let words: HoldWords
    let fault: RequestFault?

    var hold: Hold { words.hold }
    private var call: PageCall { words.call }
    private var say: Words { call.say }
    private var requester: Requester { Requester(hold.holder, in: call.registry) }
    private var address: String { "\(RequestPages.path)/\(hold.reference.rawValue)" }

    /// The id of the first reason of a card.
    static func field(_ hold: HoldReference) -> String { "\(RequestForm.reason)-\(hold.rawValue)" }

    static func chooseReason(_ say: Words) -> String {
        say("Kies waarom het nu niet kan.", "Choose why it is not possible now.")
    }

    func html() -> HTML {
        .element(
            "li", ["class": "ok-card ok-request", "id": hold.reference.rawValue, "tabindex": "-1"], heading, who,
            HoldStandView(words: words, isForShelter: true).html(), refused, .joined(next))
    }

    private var heading: HTML {
        let name = words.view?.name ?? hold.service.rawValue
        return .element(
            "h3", ["class": "nl-heading"],
            .text(say("\(words.places) in ", "\(words.places) in ")), .dutch(name, on: say))
    }

    private var who: HTML {
        .paragraph(
            say(
                "Door \(requester.name(say)). Kenmerk \(hold.reference.rawValue).",
                "By \(requester.name(say)). Reference \(hold.reference.rawValue)."), class: "ok-service")
    }

    private var refused: HTML {
        guard case .isOver? = fault else { return .empty }
        return .alert(
            .error,
            [
                .paragraph(say("Uw antwoord is niet opgeslagen.", "Your answer was not saved.")),
                .paragraph(words.statusForShelter),
            ],
            role: "status")
    }

    private var next: [HTML] {
        switch hold.state {
        case .open: [phone, accept, decline]
        case .accepted: [left, phone, sheet]
        case .placed: [sheet]
        case .declined, .withdrawn, .expired: []
        }
    }

    private var phone: HTML {
        guard let number = requester.phone else {
            return .paragraph(
                say(
                    "Er is geen telefoonnummer van deze aanmelder bekend.",
                    "No phone number of this requester is known."),
                class: "ok-place__note")
        }
        let kind: HTML.ButtonKind = hold.state == .accepted ? .primary : .secondary
        return .element(
            "p", ["class": "ok-call"],
            .phoneButton(number, say("Bel de aanmelder: \(number)", "Call who asks: \(number)"), kind))
    }

    /// What is left to give out, after a yes.
    private var left: HTML {
        guard let capacity = call.snapshot.state.capacity(of: hold.service)?.capacity, let free = capacity.free,
            let total = capacity.total
        else { return .empty }
        return .paragraph(
            say("Nu nog vrij: \(free) van \(total).", "Still free now: \(free) of \(total)."), class: "ok-place__note")
    }

    private var sheet: HTML {
        .paragraph(
            .link(
                say("Overdrachtsblad van \(hold.reference.rawValue)", "Handover sheet of \(hold.reference.rawValue)"),
                call.href(HandoverPages.path(of: hold.reference))))
    }

    // MARK: The two answers

    private var accept: HTML {
        call.form(
            address, class: "ok-request__accept",
            [
                .button(
                    say("Accepteren", "Accept"), .primary, name: RequestForm.answer, value: RequestForm.yesWord,
                    label: say("Accepteren: \(hold.reference.rawValue)", "Accept: \(hold.reference.rawValue)"))
            ])
    }

    private var isFaulty: Bool { if case .reason? = fault { true } else { false } }

    private var decline: HTML {
        let field = Self.field(hold.reference)
        let hint = say(
            "Kies de reden. Zo zien we samen waar het knelt.", "Choose the reason. That shows us where the problem is.")
        let error: HTML =
            isFaulty
            ? .element(
                "p", ["class": "nl-form-field-error-message", "id": "\(field)-error"], .text(Self.chooseReason(say)))
            : .empty
        let reasons: HTML = .element(
            "fieldset",
            [
                "class": "utrecht-form-fieldset",
                "aria-describedby": isFaulty ? "\(field)-hint \(field)-error" : "\(field)-hint",
            ],
            .element(
                "legend", ["class": "nl-form-field-label"],
                .text(say("Waarom kan het nu niet?", "Why is it not possible now?"))),
            .element("p", ["class": "nl-form-field-description", "id": "\(field)-hint"], .text(hint)), error,
            .element(
                "div", ["class": "ok-choices"],
                RequestForm.reasons.enumerated().map { choice($0.element, isFirst: $0.offset == 0) }))
        let send: HTML = .button(
            say("Niet mogelijk, laat het weten", "Not possible, tell them"), .primary, name: RequestForm.answer,
            value: RequestForm.noWord)
        return .details(
            say("Niet mogelijk", "Not possible"), isOpen: isFaulty, class: "ok-confirm",
            [call.form(address, [reasons, send])])
    }

    private func choice(_ reason: DeclineReason, isFirst: Bool) -> HTML {
        let field = Self.field(hold.reference)
        let id = isFirst ? field : "\(field)-\(reason.rawValue)"
        return .element(
            "div", ["class": "ok-choice"],
            .void(
                "input",
                [
                    "type": "radio", "id": id, "name": RequestForm.reason, "value": reason.rawValue,
                    "autocomplete": "off",
                ]),
            .element("label", ["for": id], .text(call.label(reason))))
    }
}
