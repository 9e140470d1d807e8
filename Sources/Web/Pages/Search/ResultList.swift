import Domain
import Foundation
import HTTP
import Matching
import Registry

/// The answer to a search as headed lists (screen S7, first form).
struct ResultList: Sendable {
    let result: SearchResult
    let profile: Profile
    let call: PageCall

    private var snapshot: Snapshot { call.snapshot }
    private var values: FormValues { call.values }
    private var now: Date { call.now }

    /// How many cards one page shows at first, and at most (contract section 5, `detail=top`).
    static let firstCards = 20
    static let mostCards = 100

    private var limit: Int { Self.limit(values) }

    /// How many cards were asked for.
    static func limit(_ values: FormValues) -> Int {
        let wanted = values["limit"].flatMap(Int.init) ?? firstCards
        return min(mostCards, max(1, wanted))
    }

    private var sentences: Sentences { snapshot.sentences }

    func html() -> [HTML] {
        let sections = result.sections.map(section)
        return result.banners.map(banner) + [advice] + nothing + [counts] + sections
            + [more, excluded, responsibility, contacts]
    }

    private func banner(_ banner: Banner) -> HTML {
        .element(
            "div", ["class": "nl-alert nl-alert--warning", "role": "note"], .element("p", [:], .text(banner.text)),
            banner.phone.map { .element("p", [:], phone($0)) } ?? .empty)
    }

    private var advice: HTML {
        .element("p", [:], "Deze lijst is een advies. U beslist samen met de persoon.")
    }

    private var hasPlace: Bool { result.sections.contains { $0.section != .fallback } }

    private var blockers: BlockerView {
        BlockerView(blockers: result.blockers, profile: profile, sentences: sentences)
    }

    private var nothing: [HTML] {
        guard !hasPlace else { return [] }
        return [
            .element(
                "div", ["class": "nl-alert"],
                .element(
                    "p", [:], "Geen enkele plek past bij deze antwoorden. ",
                    .element("strong", [:], "Dat ligt niet aan de persoon."), " Bel de nummers onderaan."),
                blockers.whereNothingFits())
        ]
    }

    private var counts: HTML {
        let links = result.sections.map { ranked in
            HTML.element(
                "li", [:],
                .element(
                    "a", ["class": "nl-link", "href": "#\(ranked.section.rawValue)"],
                    .text("\(snapshot.registry.codeLists.label(ranked.section)) (\(ranked.total))")))
        }
        let last: HTML = .element(
            "li", [:],
            .element("a", ["class": "nl-link", "href": "#past-niet"], .text("Past niet (\(result.excludedTotal))")))
        return .element(
            "nav", ["aria-label": "Groepen in de uitkomst"], .element("ul", ["class": "ok-jump"], links + [last]))
    }

    private func section(_ ranked: RankedSection) -> HTML {
        .element(
            "section", ["id": ranked.section.rawValue, "class": "ok-section"],
            .element(
                "h2", ["class": "nl-heading"],
                .text("\(snapshot.registry.codeLists.label(ranked.section)) (\(ranked.total))")),
            cards(ranked.placements), rest(ranked))
    }

    private func cards(_ placements: [Placement]) -> HTML {
        placements.isEmpty ? .empty : .element("ol", ["class": "ok-cards"], placements.map(card))
    }

    private func rest(_ ranked: RankedSection) -> HTML {
        let hidden = ranked.total - ranked.placements.count
        guard hidden > 0 else { return .empty }
        let text =
            hidden == 1 ? "1 plek staat nu niet op deze pagina." : "\(hidden) plekken staan nu niet op deze pagina."
        return .element("p", ["class": "ok-rest"], .text(text))
    }

    /// The same search again with more cards; what was filled in goes along in the body, never in an address.
    private var more: HTML {
        let total = result.total
        guard total > limit, limit < Self.mostCards else { return .empty }
        let next = min(Self.mostCards, limit + 2 * Self.firstCards)
        let fields = values.items.filter { $0.name != "limit" }.map { item in
            HTML.void("input", ["type": "hidden", "name": item.name, "value": item.value])
        }
        return .element(
            "form", ["method": "post", "action": call.href("/zoeken"), "class": "ok-more-places"],
            [call.guest.formField] + fields + [
                .void("input", ["type": "hidden", "name": "limit", "value": String(next)]),
                .element("button", ["class": "nl-button"], .text("Toon de eerste \(min(next, total)) plekken")),
            ])
    }

    private func card(_ placement: Placement) -> HTML {
        let service = placement.service
        let codes = snapshot.registry.codeLists
        let kind = service.shelterKind.map { codes.label($0) } ?? "Hulp zonder verblijf"
        let province = snapshot.registry.geography.province(service.site.province)?.name ?? ""
        let badges =
            [kind, province, codes.label(service.effectiveSecurity)] + (service.reach == .national ? ["Landelijk"] : [])
        let reasons = sentences.reasons(for: placement, profile: profile).map { reason in
            HTML.element("li", [:], .text(reason.text))
        }
        let notes = sentences.notes(for: service, profile: profile).map(\.text)
        let conditions = placement.assessment.conditions.map { sentences.text(of: $0, at: service) }
        let questions = placement.assessment.questions.map { sentences.text(of: $0, at: service) }
        return .element(
            "li", ["class": "ok-card", "value": String(placement.rank)],
            .element("h3", ["class": "nl-heading"], .text("\(placement.rank). \(service.organizationName)")),
            .element("p", ["class": "ok-service"], .text(service.name)),
            .element(
                "ul", ["class": "ok-badges"], badges.map { .element("li", ["class": "nl-data-badge"], .text($0)) }),
            CountView(placement: placement, now: now).html(),
            .element("h4", ["class": "nl-heading"], "Waarom hier"), .element("ul", ["class": "ok-reasons"], reasons),
            .joined(notes.map { .element("p", ["class": "ok-note"], .text($0)) }),
            list("Eerst overleggen", conditions, isOpen: true), list("Nog navragen", questions, isOpen: false),
            referral(service.referral))
    }

    private func list(_ title: String, _ texts: [String], isOpen: Bool) -> HTML {
        guard !texts.isEmpty else { return .empty }
        return .element(
            "details", ["open": isOpen ? "" : nil], .element("summary", [:], .text("\(title) (\(texts.count))")),
            .element("ul", [:], texts.map { .element("li", [:], .text($0)) }))
    }

    private func referral(_ referral: Referral?) -> HTML {
        let steps = referral?.steps.joined(separator: " ") ?? ""
        let text: HTML = .element(
            "p", ["class": "ok-referral"], .element("strong", [:], "Zo meldt u aan: "),
            .text(steps.isEmpty ? "nog niet opgegeven." : steps))
        guard let number = referral?.phone else { return text }
        return .joined([text, .element("p", ["class": "ok-call"], phone(number))])
    }

    private func phone(_ number: String) -> HTML {
        let digits = number.filter { $0.isNumber || $0 == "+" }
        return .element("a", ["class": "nl-button", "href": "tel:\(digits)"], .text("Bel \(number)"))
    }

    /// How many places each reason keeps shut, most first.
    private var excluded: HTML {
        .element(
            "details", ["id": "past-niet", "class": "ok-section"],
            .element("summary", [:], .text("Past niet (\(result.excludedTotal))")),
            .element("p", [:], "Waarom plekken niet passen. Een plek kan meer redenen hebben."),
            .element(
                "ul", [:],
                result.excludedSummary.map { count in
                    let places = count.services == 1 ? "1 plek" : "\(count.services) plekken"
                    return .element("li", [:], .text("\(label(count.exclusion)): \(places)"))
                }), hasPlace ? blockers.otherwise() : .empty)
    }

    private func label(_ exclusion: Exclusion) -> String {
        if case .contraIndication(let circumstance) = exclusion {
            return snapshot.registry.codeLists.label(circumstance)
        }
        return snapshot.registry.codeLists.label(exclusion.kind)
    }

    private var responsibility: HTML {
        let responsibility = result.responsibility
        let name = responsibility.municipality.flatMap { snapshot.registry.geography.municipality($0)?.name }
        let facts = [name, responsibility.law?.rawValue].compactMap { $0 }.joined(separator: " · ")
        let region = responsibility.riskScreeningRegion.map { "Risicoscreening: regio \($0)." } ?? ""
        return .element(
            "section", ["class": "ok-section"], .element("h2", ["class": "nl-heading"], "Verantwoordelijke gemeente"),
            .element(
                "p", [:], .text([facts, responsibility.text, region].filter { !$0.isEmpty }.joined(separator: " "))))
    }

    private var contacts: HTML {
        let all = result.contacts + Contact.alwaysThere
        return .element(
            "section", ["class": "ok-section"], .element("h2", ["class": "nl-heading"], "Wie belt u?"),
            .element(
                "ul", ["class": "ok-contacts"],
                all.map { contact in
                    .element(
                        "li", [:], .text("\(contact.name) "), phone(contact.phone), .text(" \(contact.hours ?? "")"))
                }))
    }
}
