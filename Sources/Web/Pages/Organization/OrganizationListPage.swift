import Domain
import Foundation
import HTTP
import Hypertext
import Registry

/// All organisations, to be narrowed down by name, province and kind (screen S3). The filters stand in the address:
/// they tell nothing of anybody.
struct OrganizationListPage: Sendable {
    let call: PageCall
    static let pageSize = 40

    func response() -> Response {
        let found = organizations
        let shown = Array(found.dropFirst((number - 1) * Self.pageSize).prefix(Self.pageSize))
        let title = call.say("Organisaties", "Organisations")
        return call.page(
            number > 1 ? "\(title), \(call.say("bladzijde", "page")) \(number)" : title,
            [
                .heading(1, title),
                .paragraph(
                    call.say(
                        "Alle organisaties op de sociale kaart, ook landelijke.",
                        "All organisations on the social map, national ones too.")), form, count(found.count),
                list(shown), paging(found.count),
            ])
    }

    // MARK: What is asked

    private var number: Int { min(1_000, max(1, call.values["bladzijde"].flatMap(Int.init) ?? 1)) }

    private var province: Province? {
        call.values["provincie"].flatMap { call.registry.geography.province(slug: $0) }
    }

    private var kind: OrganizationKind? { call.values["soort"].flatMap(OrganizationKind.init(rawValue:)) }

    private var name: String? { call.values["naam"] }

    private var organizations: [Organization] {
        let search = TextSearch(name)
        return call.registry.organizations.filter { organization in
            let stands = province.map { organization.provinces.contains($0.code) } ?? true
            let isKind = kind.map { $0 == organization.kind } ?? true
            return stands && isKind && search.hits([organization.name, organization.description])
        }.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
    }

    private var form: HTML {
        let fields = call.fields()
        let all = call.say("Alle", "All")
        let provinces = call.registry.geography.provinces.map { (value: Slug(of: $0.name).text, label: $0.name) }
        let kinds = Set(call.registry.organizations.map(\.kind))
        let named = OrganizationKind.allCases.filter(kinds.contains).map { (value: $0.rawValue, label: call.label($0)) }
        return .element(
            "form", ["method": "get", "action": call.href("/organisaties"), "class": "ok-filter"],
            fields.text(call.say("Naam", "Name"), "naam"),
            fields.select(call.say("Provincie", "Province"), "provincie", [(value: "", label: all)] + provinces),
            fields.select(
                call.say("Soort organisatie", "Kind of organisation"), "soort", [(value: "", label: all)] + named),
            .button(call.say("Toon organisaties", "Show organisations")))
    }

    // MARK: What is found

    private func count(_ count: Int) -> HTML {
        let text =
            count == 1
            ? call.say("1 organisatie gevonden.", "1 organisation found.")
            : call.say("\(count) organisaties gevonden.", "\(count) organisations found.")
        let none = call.say(
            "Maak uw keuze ruimer, of bel CoMensha 033-448 11 86.", "Widen your choice, or call CoMensha 033-448 11 86."
        )
        return .element("p", ["role": "status", "class": "ok-found"], .text(count == 0 ? "\(text) \(none)" : text))
    }

    private func list(_ organizations: [Organization]) -> HTML {
        guard !organizations.isEmpty else { return .empty }
        return .element("ul", ["class": "ok-rows"], organizations.map(row))
    }

    private func row(_ organization: Organization) -> HTML {
        let place = organization.province.flatMap { call.registry.geography.province($0)?.name }
        let count = organization.services.count { $0.status != .ended }
        let services: String? =
            count == 0
            ? nil
            : count == 1
                ? call.say("1 plek of dienst", "1 place or service")
                : call.say("\(count) plekken of diensten", "\(count) places or services")
        let ended = organization.status == .active ? nil : call.label(organization.status)
        let facts = [call.label(organization.kind), place, services, ended].compactMap { $0 }
        return .element(
            "li", [:],
            .link(
                organization.name, call.href("/organisaties/\(organization.id.rawValue)"), lang: call.say.ofNames),
            .element("span", ["class": "ok-item-meta"], .text(facts.joined(separator: " · "))))
    }

    private func paging(_ count: Int) -> HTML {
        let last = max(1, (count + Self.pageSize - 1) / Self.pageSize)
        guard last > 1 else { return .empty }
        let previous: HTML =
            number > 1 ? .link(call.say("Vorige bladzijde", "Previous page"), address(number - 1)) : .empty
        let next: HTML =
            number < last ? .link(call.say("Volgende bladzijde", "Next page"), address(number + 1)) : .empty
        return .element(
            "nav", ["aria-label": call.say("Bladzijden", "Pages"), "class": "ok-paging"], previous,
            .element(
                "span", [:],
                .text(call.say("Bladzijde \(number) van \(last)", "Page \(number) of \(last)"))), next)
    }

    private func address(_ page: Int) -> String {
        let items: [(name: String, value: String?)] = [
            ("naam", name), ("provincie", province.map { Slug(of: $0.name).text }), ("soort", kind?.rawValue),
            ("bladzijde", String(page)),
        ]
        let query = items.compactMap { item in item.value.map { "\(item.name)=\(PercentCoding.query($0))" } }
        return call.href("/organisaties") + "?" + query.joined(separator: "&")
    }
}
