import Access
import Domain
import Foundation
import HTTP
import Ledger
import Registry

/// A request on its way through a route: who asks, what was asked, and what is known at this moment.
struct Call: Sendable {
    let request: Request
    /// From the path, decoded.
    let path: [String: String]
    let query: QueryValues
    /// The key that was sent, to ask again whether it counts.
    let key: KeyHandle?
    /// `nil` for who has not signed in.
    let principal: Principal?
    let snapshot: Snapshot
    let now: Date

    /// What this caller may see of places in general.
    var audience: Audience { Audience(of: principal) }

    /// What this caller may see of one place.
    func audience(for service: Service) -> Audience { Audience(of: principal, at: service) }

    func view(of service: Service) -> ServiceView {
        snapshot.view(of: service, for: audience(for: service), at: now)
    }

    /// The service named in the path.
    func service() throws(Problem) -> Service {
        guard let id = path["id"].flatMap(ServiceID.init(rawValue:)), let service = snapshot.registry.service(id) else {
            throw .unknown("Deze plek")
        }
        return service
    }

    /// The organisation named in the path.
    func organization() throws(Problem) -> Organization {
        guard let id = path["id"].flatMap(OrganizationID.init(rawValue:)),
            let organization = snapshot.registry.organization(id)
        else { throw .unknown("Deze organisatie") }
        return organization
    }

    var actor: Actor? { principal?.actor }

    /// What the caller wishes of the ledger.
    func command(_ wish: Command.Wish) -> Command { Command(wish, by: actor, at: now, request: request.id) }

    /// Whether the answer is to be a table (`Accept: text/csv`).
    var wantsTable: Bool {
        Accept.best(of: MediaTypes.jsonOrTable, for: request.fields["Accept"])?.essence == "text/csv"
    }
}

/// The media types the API speaks.
enum MediaTypes {
    static let json: [MediaType] = ["application/json", "application/problem+json"].compactMap(MediaType.init)
    static let jsonOrTable: [MediaType] = ["application/json", "text/csv"].compactMap(MediaType.init)
    static let plainText: [MediaType] = ["text/plain"].compactMap(MediaType.init)
    static let events: [MediaType] = ["text/event-stream"].compactMap(MediaType.init)
}
