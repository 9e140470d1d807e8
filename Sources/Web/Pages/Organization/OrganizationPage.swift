import Domain
import Foundation
import HTTP
import Hypertext
import Registry

/// One organisation with what it offers, how to reach it, and where that was found (screen S3).
struct OrganizationPage: Sendable {
    let call: PageCall
    private let organization: Organization

    /// - Throws: not found, where no organisation has that id.
    init(_ call: PageCall) throws(Problem) {
        guard let id = call.path["organization"].flatMap(OrganizationID.init(rawValue:)),
            let organization = call.registry.organization(id)
        else { throw .unknown("Deze organisatie") }
        (self.call, self.organization) = (call, organization)
    }

    func response() -> Response {
        call.page(
            organization.name, [head, contact, services, networks, source],
            trail: [Crumb(text: call.say("Organisaties", "Organisations"), path: "/organisaties")], isName: true)
    }

    // MARK: Parts

    private var head: HTML {
        var badges: [HTML] = [.badge(call.label(organization.kind))]
        if organization.status != .active { badges.append(.badge(call.label(organization.status), .stop, sign: "▮")) }
        badges += organization.chainRoles.map { .badge(call.label($0)) }
        return .joined([
            .heading(1, organization.name, lang: call.say.ofNames),
            .element("ul", ["class": "ok-badges"], badges.map { .element("li", [:], $0) }), ended,
            organization.description.map { .element("p", ["class": "ok-intro"], call.asWritten($0)) } ?? .empty,
        ])
    }

    private var ended: HTML {
        guard organization.status == .ended else { return .empty }
        return .alert(
            .warning, [.paragraph(call.say("Deze organisatie is gestopt.", "This organisation has closed down."))])
    }

    private var contact: HTML {
        let phones: HTML =
            organization.phones.isEmpty ? call.notStated : .list(organization.phones.map(phone))
        let website: HTML =
            organization.website.map {
                .element("a", ["class": "nl-link", "href": $0, "rel": "noreferrer"], .text($0))
            }
            ?? call.notStated
        let mail: HTML =
            organization.email.map { .element("a", ["class": "nl-link", "href": "mailto:\($0)"], .text($0)) }
            ?? call.notStated
        return section(
            "Contact",
            [
                .facts([
                    (call.say("Telefoon", "Phone"), phones), (call.say("Website", "Website"), website),
                    (call.say("E-mail", "Email"), mail), (call.say("Plaats", "Location"), place),
                ])
            ])
    }

    private func phone(_ phone: Phone) -> HTML {
        let purpose: HTML = phone.purpose.map { .joined([" – ", call.asWritten($0)]) } ?? .empty
        let hours: HTML = phone.hours.map { .joined([" (", call.asWritten($0), ")"]) } ?? .empty
        return .joined([.phone(phone.number), purpose, hours])
    }

    /// The public office, and the page of its province.
    private var place: HTML {
        let municipality = organization.municipality.flatMap { call.registry.geography.municipality($0)?.name }
        guard let province = organization.province.flatMap(call.registry.geography.province) else {
            return municipality.map { .text($0) } ?? call.notStated
        }
        let link: HTML = .link(province.name, call.href(province))
        return municipality.map { .joined([.text($0 + ", "), link]) } ?? link
    }

    private var services: HTML {
        let title = call.say("Plekken en hulp", "Places and help")
        guard !organization.services.isEmpty else {
            return section(
                title,
                [
                    .paragraph(
                        call.say(
                            "Deze organisatie heeft hier geen plekken of hulp staan.",
                            "This organisation has no places or help listed here."))
                ])
        }
        let items = organization.services.sorted { ($0.status == .ended ? 1 : 0) < ($1.status == .ended ? 1 : 0) }
        return section(
            title,
            [
                .element(
                    "ul", ["class": "ok-items"],
                    items.map {
                        ServiceItemView(call: call, view: call.view(of: $0), checkedOn: organization.checkedOn).html()
                    })
            ])
    }

    /// The networks it is in (feature F30).
    private var networks: HTML {
        let own = call.registry.networks.filter { $0.chair == organization.id || $0.members.contains(organization.id) }
        guard !own.isEmpty else { return .empty }
        return section(
            call.say("Werkt samen in", "Works together in"), own.map { NetworkView(call: call, network: $0).html() })
    }

    private var source: HTML {
        section(
            call.say("Bron en controle", "Source and check"),
            [
                SourceView(
                    call: call, sources: organization.sources, confidence: organization.confidence,
                    checkedOn: organization.checkedOn
                ).html(),
                .element(
                    "p", ["class": "ok-item-meta"],
                    .link(
                        call.say("Deze organisatie als open data (JSON)", "This organisation as open data (JSON)"),
                        "/v1/organizations/\(organization.id.rawValue)")),
            ])
    }

    private func section(_ title: String, _ content: [HTML]) -> HTML {
        .element("section", ["class": "ok-part"], [.heading(2, title)] + content)
    }
}
