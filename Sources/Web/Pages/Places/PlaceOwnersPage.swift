import Domain
import Foundation
import HTTP
import Hypertext
import Registry

/// For an administrator, who has no places: whose to look at.
struct PlaceOwnersPage: Sendable {
    let call: PageCall

    func response() -> Response {
        let say = call.say
        let title = say("Plekken van een opvang", "Places of a shelter")
        let links = call.registry.organizations.compactMap { organization -> HTML? in
            let count = call.placeRows(of: organization).count
            guard count > 0 else { return nil }
            let address = "\(PlacePages.path)?\(PlaceDone.organization)=\(organization.id.rawValue)"
            let rows = count == 1 ? say("1 rij", "1 row") : say("\(count) rijen", "\(count) rows")
            return .joined([.link(organization.name, call.href(address), lang: say.ofNames), .text(" (\(rows))")])
        }
        let text = say(
            "U past hier aantallen aan namens een opvang. Dat staat ook in het logboek.",
            "Here you change numbers on behalf of a shelter. The log says so too.")
        return call.page(title, [.heading(1, title), .paragraph(text), .list(links, class: "ok-owners")])
    }
}
