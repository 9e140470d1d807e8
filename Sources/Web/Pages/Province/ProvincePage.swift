import Coverage
import Domain
import Foundation
import HTTP
import Hypertext
import Registry

/// The social map of one province: whom to call first, who does what, and what is missing (screen S2).
struct ProvincePage: Sendable {
    let call: PageCall
    let province: Province
    let filter: ProvinceFilter

    /// - Throws: not found, where no province has that name.
    init(_ call: PageCall) throws(Problem) {
        guard let province = call.path["province"].flatMap({ call.registry.geography.province(slug: $0) }) else {
            throw .unknown("Deze provincie")
        }
        (self.call, self.province) = (call, province)
        filter = ProvinceFilter(call.values)
    }

    func response() -> Response {
        let title = call.say("Sociale kaart van \(province.name)", "Social map of \(province.name)")
        let chain = ProvinceChain(services: services, organizations: filter.isEmpty ? organizations : [])
        return call.page(
            title,
            [
                .heading(1, title), moment,
                ProvinceContacts(call: call, province: province, organizations: organizations).html(), form,
                ProvinceChainView(call: call, province: province, chain: chain, isFiltered: !filter.isEmpty).html(),
                ProvinceGapsView(call: call, province: province).html(), networks, municipalities, downloads,
            ], isWide: true)
    }

    /// What stands in the province and has not ended, as far as it is asked for.
    private var services: [Service] {
        let (map, now) = (call.registry.geography, call.now)
        return call.registry.services.filter { service in
            service.site.province == province.code && call.registry.isCurrent(service)
                && filter.hits(service, on: map, at: now)
        }
    }

    private var organizations: [Organization] {
        call.registry.organizations.filter { $0.province == province.code && $0.status != .ended }
    }

    // MARK: Head and filters

    private var moment: HTML {
        .element(
            "p", ["class": "ok-item-meta"],
            .text(call.say("Stand op", "As of") + " \(DutchTime.exact(call.now, in: call.language))."))
    }

    private var form: HTML {
        let fields = call.fields()
        let all = (value: "", label: call.say("Alles", "All"))
        let groups = TargetGroup.all.map { (value: $0.code, label: $0.name[call.language]) }
        let forms = ExploitationForm.allCases.filter { $0 != .unknown }.map {
            (value: $0.rawValue, label: call.label($0))
        }
        let offers = [
            (value: ProvinceFilter.Offer.shelter.rawValue, label: call.say("Opvang", "Shelter")),
            (value: ProvinceFilter.Offer.help.rawValue, label: call.say("Hulp", "Help")),
        ]
        let reset: HTML =
            filter.isEmpty ? .empty : .link(call.say("Wis de keuze", "Clear the choice"), call.href(province))
        return .element(
            "section", ["class": "ok-part"], .heading(2, call.say("Wat zoekt u?", "What are you looking for?")),
            .element(
                "form", ["method": "get", "action": call.href(province), "class": "ok-filter"],
                fields.select(call.say("Voor wie", "For whom"), "groep", [all] + groups),
                fields.select(call.say("Opvang of hulp", "Shelter or help"), "soort", [all] + offers),
                fields.select(call.say("Vorm van uitbuiting", "Form of exploitation"), "vorm", [all] + forms),
                .button(call.say("Toon", "Show")), reset))
    }

    // MARK: Foot

    /// The networks of the province (feature F30).
    private var networks: HTML {
        let own = call.registry.networks.filter { $0.province == province.code }
        guard !own.isEmpty else { return .empty }
        return .element(
            "section", ["class": "ok-part"],
            [.heading(2, call.say("Samenwerking", "Co-operation"))]
                + own.map { NetworkView(call: call, network: $0).html() })
    }

    private var municipalities: HTML {
        let towns = call.registry.geography.municipalities.filter { $0.province == province.code }
            .sorted { $0.name < $1.name }
        guard !towns.isEmpty else { return .empty }
        return .element(
            "section", ["class": "ok-part"],
            .heading(2, call.say("Baliekaart per gemeente", "Counter card by municipality")),
            .paragraph(
                call.say(
                    "Eén A4 met wie u belt en wat u doet.", "One sheet of paper with whom to call and what to do.")),
            .details(
                call.say("Kies een van \(towns.count) gemeenten", "Choose one of \(towns.count) municipalities"),
                [
                    .element(
                        "ul", ["class": "ok-columns"],
                        towns.map {
                            .element("li", [:], .link($0.name, call.href("/baliekaart/\(Slug(of: $0.name).text)")))
                        })
                ]))
    }

    private var downloads: HTML {
        .element(
            "p", ["class": "ok-links"], .text(call.say("Download: ", "Download: ")),
            .link(call.say("diensten als CSV", "services as CSV"), call.href(province) + "/diensten.csv"), " ",
            .link(call.say("provincie als JSON", "province as JSON"), "/v1/provinces/\(province.code.rawValue)"))
    }
}
