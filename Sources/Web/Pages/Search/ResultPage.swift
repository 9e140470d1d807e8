import Domain
import Foundation
import Hypertext
import Matching

/// The answer to a search (screen S7): what was asked, what to do first, places by section, who else helps, and what
/// does not fit and why.
struct ResultPage: Sendable {
    let outcome: Outcome
    var compareFault: String?

    private var call: PageCall { outcome.call }
    private var say: Words { outcome.say }

    func html() -> [HTML] {
        let (notice, tools) = (ResultNotice(outcome: outcome), ResultTools(outcome: outcome))
        let fault: HTML =
            compareFault.map { .element("p", ["class": "nl-alert nl-alert--error", "role": "alert"], .text($0)) }
            ?? .empty
        let main: [HTML] =
            [tools.html()] + sections + [LeftOut(outcome: outcome).html(), tools.comparison()]
        return [
            .element(
                "h1", ["class": "nl-heading"], .text(say("Passende plekken", "Suitable places"))),
            summary, fault,
        ] + notice.banners() + [
            notice.state(), jumps,
            .element(
                "div", ["class": "ok-result"],
                .element("div", ["class": "ok-result-list"], main), ResultSide(outcome: outcome).html()),
            PrintedList(outcome: outcome).html(),
        ]
    }

    // MARK: What was asked

    private var summary: HTML {
        let lines = AskedWords(asked: outcome.asked, call: call).lines
        let form = AnswersForm(call: call)
        return .element(
            "div", ["class": "ok-asked"],
            .element(
                "ul", ["class": "ok-asked-list", "aria-label": say("Uw antwoorden", "Your answers")],
                lines.map { .element("li", [:], .text($0)) }),
            form.html([
                .element(
                    "div", ["class": "ok-actions"],
                    form.button(
                        say("Wijzig antwoorden", "Change answers"), to: "/zoeken/wijzigen",
                        class: "nl-button nl-button--secondary"),
                    form.button(say("Ververs", "Refresh"), to: "/zoeken", marked: .refresh))
            ]),
            .element(
                "p", ["class": "ok-asof"],
                .text(say("Stand: ", "As of: ") + DutchTime.exact(call.now, in: call.language) + ". "),
                .text(
                    say(
                        "Deze lijst is een advies. U beslist samen met de persoon.",
                        "This list is advice. You decide together with the person."))))
    }

    // MARK: Sections

    private var jumps: HTML {
        let links = outcome.sections.map { ranked in
            jump(ranked.section.rawValue, call.label(ranked.section), ranked.total)
        }
        let last = [
            jump("past-niet", say("Past niet", "Does not fit"), outcome.result.excludedTotal),
            HTML.element(
                "li", [:], .link(say("Zorgcoördinator en hulp", "Care co-ordinator and help"), "#zorgcoordinator")),
        ]
        return .element(
            "nav", ["aria-label": say("Groepen in de uitkomst", "Sections of the result")],
            .element("ul", ["class": "ok-jump"], links + last))
    }

    private func jump(_ id: String, _ label: String, _ count: Int) -> HTML {
        .element("li", [:], .element("a", ["class": "nl-link", "href": "#\(id)"], .text("\(label) (\(count))")))
    }

    private var sections: [HTML] {
        var previous: Placement?
        return outcome.sections.enumerated().map { index, ranked in
            let most = outcome.cards(in: ranked.section, isFirst: index == 0)
            let cards = ranked.placements.prefix(most).map { placement -> HTML in
                let card = PlaceCard(outcome: outcome, placement: placement, above: previous).html()
                previous = placement
                return card
            }
            previous = ranked.placements.last
            return section(ranked, cards, isOpen: index == 0)
        }
    }

    /// Folded on a phone but for the first; the style sheet opens them where there is room, and in print.
    private func section(_ ranked: RankedSection, _ cards: [HTML], isOpen: Bool) -> HTML {
        .element(
            "details", ["class": "ok-section", "open": isOpen ? "" : nil],
            .element("summary", [:], .heading(2, "\(call.label(ranked.section)) (\(ranked.total))")),
            .element(
                "div", ["id": ranked.section.rawValue, "class": "ok-section-body"],
                .paragraph(SectionNote.text(ranked.section, say), class: "ok-section-note"),
                .element("ol", ["class": "ok-cards"], cards), rest(ranked, shown: cards.count)))
    }

    /// The same search again with more cards.
    private func rest(_ ranked: RankedSection, shown: Int) -> HTML {
        guard ranked.total > shown else { return .empty }
        let first = say("De eerste \(shown) staan hier. ", "The first \(shown) are here. ")
        guard !outcome.showsMore else { return .paragraph(first, class: "ok-rest") }
        let button: HTML = .element(
            "button",
            [
                "class": "nl-button nl-button--secondary", "type": "submit", "form": AnswersForm.id,
                "name": Outcome.more, "value": "alle",
            ],
            .text(
                ranked.total <= Outcome.mostCards
                    ? say("Toon alle \(ranked.total) plekken", "Show all \(ranked.total) places")
                    : say("Toon de eerste \(Outcome.mostCards)", "Show the first \(Outcome.mostCards)")))
        return .paragraph(.text(first), button, class: "ok-rest")
    }
}

/// What a section means for whoever calls.
enum SectionNote {
    static func text(_ section: Section, _ say: Words) -> String {
        switch section {
        case .fitsNow:
            say(
                "Deze plekken passen en hebben plek. Bel om te plaatsen.",
                "These places fit and have room. Call to place.")
        case .inConsultation:
            say(
                "Deze plekken passen na overleg. Vraag na wat erbij staat.",
                "These fit after consultation. Ask what is listed.")
        case .bridging:
            say(
                "Korte plekken om de eerste dagen veilig door te komen.",
                "Short places to get through the first days safely.")
        case .callFirst:
            say(
                "Deze plekken passen. Het aantal is oud of niet bekend.",
                "These places fit. The count is old or not known.")
        case .ompReserve:
            say(
                "OMP is opvang bij meer problemen tegelijk. Zo blijft er plek voor wie nergens anders terechtkan.",
                "OMP is shelter for several problems at once. That leaves room for people with nowhere else to go.")
        case .waiting:
            say("Deze plekken passen, maar zijn nu vol.", "These places fit, but are full now.")
        case .followUp: say("Plekken voor later, niet voor vannacht.", "Places for later, not for tonight.")
        case .fallback:
            say(
                "Maatschappelijke opvang is niet geschikt voor slachtoffers van mensenhandel. "
                    + "Gebruik dit alleen als er vannacht niets anders is.",
                "Homeless shelter is not suitable for victims of human trafficking. "
                    + "Use it only if there is nothing else tonight.")
        }
    }
}
