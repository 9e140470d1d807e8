import Domain
import Foundation
import Matching
import Registry

/// The answer to a search as headed lists (screen S7, first form).
struct ResultList: Sendable {
    let result: SearchResult
    let profile: Profile
    let snapshot: Snapshot
    let now: Date

    private var sentences: Sentences { Sentences(codes: snapshot.registry.codeLists, map: snapshot.registry.geography) }

    func html() -> [HTML] {
        let sections = result.sections.map { section($0.section, $0.placements) }
        return result.banners.map(banner) + [advice] + nothing + [counts] + sections + [
            excluded, responsibility, contacts,
        ]
    }

    private func banner(_ banner: Banner) -> HTML {
        .element(
            "div", ["class": "nl-alert nl-alert--warning", "role": "note"], .element("p", [:], .text(banner.text)),
            banner.phone.map { .element("p", [:], phone($0)) } ?? .empty)
    }

    private var advice: HTML {
        .element("p", [:], "Deze lijst is een advies. U beslist samen met de persoon.")
    }

    private var nothing: [HTML] {
        let hasPlace = result.sections.contains { $0.section != .fallback }
        guard !hasPlace else { return [] }
        return [
            .element(
                "div", ["class": "nl-alert"],
                .element(
                    "p", [:], "Geen enkele plek past bij deze antwoorden. ",
                    .element("strong", [:], "Dat ligt niet aan de persoon."), " Bel de nummers onderaan."))
        ]
    }

    private var counts: HTML {
        let links = result.sections.map { section, placements in
            HTML.element(
                "li", [:],
                .element(
                    "a", ["class": "nl-link", "href": "#\(section.rawValue)"],
                    .text("\(snapshot.registry.codeLists.label(section)) (\(placements.count))")))
        }
        let last: HTML = .element(
            "li", [:],
            .element("a", ["class": "nl-link", "href": "#past-niet"], .text("Past niet (\(result.excluded.count))")))
        return .element(
            "nav", ["aria-label": "Groepen in de uitkomst"], .element("ul", ["class": "ok-jump"], links + [last]))
    }

    private func section(_ section: Section, _ placements: [Placement]) -> HTML {
        .element(
            "section", ["id": section.rawValue, "class": "ok-section"],
            .element(
                "h2", ["class": "nl-heading"],
                .text("\(snapshot.registry.codeLists.label(section)) (\(placements.count))")),
            .element("ol", ["class": "ok-cards"], placements.map(card)))
    }

    private func card(_ placement: Placement) -> HTML {
        let service = placement.service
        let codes = snapshot.registry.codeLists
        let kind = service.shelterKind.map { codes.label($0) } ?? "Hulp zonder verblijf"
        let province = snapshot.registry.geography.province(service.site.province)?.name ?? ""
        let badges =
            [kind, province, codes.label(service.effectiveSecurity)] + (service.reach == .national ? ["Landelijk"] : [])
        let reasons = sentences.reasons(for: placement, profile: profile).map(\.text).joined(separator: " ")
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
            .element("p", [:], .element("strong", [:], "Waarom hier: "), .text(reasons)),
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

    private var excluded: HTML {
        .element(
            "details", ["id": "past-niet", "class": "ok-section"],
            .element("summary", [:], .text("Past niet (\(result.excluded.count))")),
            .element(
                "ul", [:],
                result.excluded.map { assessment in
                    let service = assessment.place.service
                    let texts = assessment.exclusions.map { sentences.text(of: $0, at: assessment.place, for: profile) }
                    return .element(
                        "li", [:], .element("strong", [:], .text("\(service.organizationName), \(service.name): ")),
                        .text(texts.joined(separator: " ")))
                }))
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
