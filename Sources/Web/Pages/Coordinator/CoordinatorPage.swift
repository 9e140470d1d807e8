import Domain
import HTTP
import Hypertext
import Registry

/// Who co-ordinates care in one municipality, and whom to call when nobody answers (screen S5).
struct CoordinatorPage: Sendable {
    let call: PageCall
    let municipality: Municipality

    private var say: Words { call.say }

    func response() -> Response {
        let contacts = LocalContacts(call: call, municipality: municipality)
        let title = say("Zorgcoördinator voor \(municipality.name)", "Care co-ordinator for \(municipality.name)")
        let region = say(
            "\(municipality.name) valt onder regio \(municipality.safetyRegion).",
            "\(municipality.name) is part of region \(municipality.safetyRegion).")
        return call.page(
            title,
            [
                .heading(1, title), .paragraph(region, class: "ok-lead"), contacts.note, contacts.first,
                contacts.others, ways, ResponsibilityForm(call: call).html(hasChoices: false), another,
            ], trail: [Crumb(text: say("Zorgcoördinator", "Care co-ordinator"), path: CoordinatorPages.path)])
    }

    private var ways: HTML {
        let province = call.registry.geography.province(municipality.province)
        let card: HTML = .link(
            say("Baliekaart van \(municipality.name)", "Counter card of \(municipality.name)"),
            call.href(DeskPages.address(municipality)))
        let map = province.map { province in
            HTML.link(
                say("Wie helpt er in \(province.name)?", "Who helps in \(province.name)?"),
                call.href("/provincies/\(Slug(of: province.name).text)"))
        }
        return .element(
            "section", ["class": "ok-section"], .heading(2, say("Verder", "More")),
            .list([card] + [map].compactMap { $0 }))
    }

    /// The name alone: the list to choose from is on the page already.
    private var another: HTML {
        .paragraph(
            .link(
                say("Zoek in een andere gemeente", "Search in another municipality"), call.href(CoordinatorPages.path)))
    }
}
