import Domain
import Foundation
import Hypertext
import Registry

/// A standing form of co-operation: who leads it, how often it meets, who is in it (feature F30).
struct NetworkView: Sendable {
    let call: PageCall
    let network: Network

    func html() -> HTML {
        let kind = HTML.text(call.label(network.kind))
        let rhythm: HTML = network.rhythm.map { .joined([", ", call.asWritten($0)]) } ?? .empty
        return .element(
            "div", ["class": "ok-item"], .element("p", ["class": "ok-item-name"], call.asWritten(network.name)),
            .element("p", [:], kind, rhythm, "."), audience, chair, members)
    }

    private var audience: HTML { network.audience.map { .element("p", [:], call.asWritten($0 + ".")) } ?? .empty }

    private var chair: HTML {
        guard let chair = network.chair else { return .empty }
        return .element("p", [:], .text(call.say("Voorzitter: ", "Chair: ")), name(chair), ".")
    }

    private var members: HTML {
        guard !network.members.isEmpty else { return .empty }
        let title = call.say("\(network.members.count) leden", "\(network.members.count) members")
        return .details("\(title) – \(network.name)", [.list(network.members.map(name))])
    }

    /// A network may name an organisation that is not on the map.
    private func name(_ id: OrganizationID) -> HTML {
        guard let organization = call.registry.organization(id) else { return .text(id.rawValue) }
        return .link(organization.name, call.href("/organisaties/\(id.rawValue)"), lang: call.say.ofNames)
    }
}
