import Domain
import Foundation
import Hypertext
import Registry

/// Who does what in a province, by part of the chain (screen S2, block C): help without a bed in three pillars, help
/// for who did the harm apart from the rest (features F01, F02 and F17).
struct ProvinceChainView: Sendable {
    let call: PageCall
    let province: Province
    let chain: ProvinceChain
    let isFiltered: Bool

    func html() -> HTML {
        let groups = chain.groups.filter { !$0.isEmpty || isPillars($0) }
        let shown = isFiltered ? groups.filter { !$0.isEmpty } : groups
        return .element(
            "section", ["class": "ok-part"], .heading(2, call.say("Wie doet wat", "Who does what")),
            shown.contains { !$0.isEmpty } ? .empty : nothing, jumps(shown), .joined(shown.map(section)))
    }

    private var nothing: HTML {
        .alert(
            .warning,
            [
                .paragraph(
                    call.say(
                        "Geen aanbod gevonden bij deze keuze. Dit is een gat in \(province.name).",
                        "Nothing was found for this choice. This is a gap in \(province.name).")),
                .paragraph(
                    call.say(
                        "Bel de zorgcoördinator of CoMensha: zij kennen de landelijke plekken.",
                        "Call the care co-ordinator or CoMensha: they know the national places.")),
            ])
    }

    private func jumps(_ groups: [ProvinceChain.Group]) -> HTML {
        guard groups.count > 1 else { return .empty }
        return .element(
            "ul", ["class": "ok-jump"],
            groups.map { group in
                .element(
                    "li", [:],
                    .element("a", ["href": "#\(anchor(group))"], .text("\(title(group)) (\(group.count))")))
            })
    }

    // MARK: One group

    private func isPillars(_ group: ProvinceChain.Group) -> Bool { group.roles == [.ambulatoryHelp] }

    private func title(_ group: ProvinceChain.Group) -> String {
        switch group.roles.first {
        case .prevention: call.say("Preventie en signaleren", "Prevention and spotting signs")
        case .inspectionControl: call.say("Toezicht en opsporing", "Supervision and investigation")
        case let role?: call.label(role)
        case nil: ""
        }
    }

    private func anchor(_ group: ProvinceChain.Group) -> String {
        (group.roles.first?.rawValue ?? "").replacing("_", with: "-")
    }

    private func section(_ group: ProvinceChain.Group) -> HTML {
        let isApart = group.roles == [.perpetratorHelp]
        let content = isPillars(group) ? pillars(group) : [items(group.services), more(group.others, title(group))]
        return .element(
            "section", ["class": isApart ? "ok-group-part ok-group-part--apart" : "ok-group-part"],
            [.heading(3, title(group), id: anchor(group)), isApart ? apart : .empty] + content
                + [organizations(group.organizations)])
    }

    private var apart: HTML {
        .paragraph(
            call.say(
                "Dit aanbod is niet voor slachtoffers. Het staat nooit in een zoekresultaat.",
                "This is not for victims. It is never in a search result."))
    }

    private func pillars(_ group: ProvinceChain.Group) -> [HTML] {
        chain.pillars.map { pillar, services, others in
            let isMissing = services.isEmpty && others.isEmpty
            let missing = HTML.element(
                "p", ["class": "ok-gap"], .badge(call.say("Ontbreekt", "Missing"), .wait, sign: "?"),
                .text(call.say(" Hier is geen hulp gevonden.", " No help was found here.")))
            return .element(
                "div", ["class": "ok-pillar"], .heading(4, call.label(pillar)),
                isMissing ? missing : .joined([items(services), more(others, call.label(pillar))]))
        }
    }

    private func items(_ services: [Service]) -> HTML {
        guard !services.isEmpty else { return .empty }
        return .element(
            "ul", ["class": "ok-items"],
            services.map { service in
                ServiceItemView(
                    call: call, view: call.view(of: service),
                    checkedOn: call.registry.organization(of: service)?.checkedOn
                ).html()
            })
    }

    /// Those that are shown in full elsewhere.
    private func more(_ services: [Service], _ title: String) -> HTML {
        guard !services.isEmpty else { return .empty }
        let count = services.count
        let summary =
            count == 1
            ? call.say("\(title): ook bij 1 andere plek", "\(title): also at 1 other place")
            : call.say("\(title): ook bij \(count) andere plekken", "\(title): also at \(count) other places")
        return .details(
            summary,
            [
                .list(
                    services.map { service in
                        .link(
                            call.words(of: call.view(of: service)).fullName,
                            call.href("/diensten/\(service.id.rawValue)"), lang: call.say.ofNames)
                    })
            ])
    }

    private func organizations(_ organizations: [Organization]) -> HTML {
        guard !organizations.isEmpty else { return .empty }
        return .element(
            "ul", ["class": "ok-rows"],
            organizations.map { organization in
                let phone: HTML = organization.phones.first.map { .joined([" ", .phone($0.number)]) } ?? .empty
                return .element(
                    "li", [:],
                    .link(
                        organization.name, call.href("/organisaties/\(organization.id.rawValue)"),
                        lang: call.say.ofNames), phone,
                    .element("span", ["class": "ok-item-meta"], .text(call.label(organization.kind))))
            })
    }
}
