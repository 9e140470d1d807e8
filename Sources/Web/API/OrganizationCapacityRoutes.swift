import Access
import Domain
import Foundation
import HTTP
import Ledger
import Registry

/// All counts of one organisation together: screen S11, ‘Mijn plekken’.
enum OrganizationCapacityRoutes {
    static func all(_ services: APIServices) -> [Route] {
        let path = "/v1/organizations/{id}/capacities"
        let id = Parameter.path("id", "Het id van de organisatie.", example: "voorbeeld-de-zilverwilg")
        let answer = Route.Answer(
            status: .ok, description: "De aantallen zoals ze nu staan.", schema: .named(CapacitiesBody.schema))
        return [
            Route(
                method: .get, path: path, id: "listCapacities", tag: .capacity,
                summary: "De aantallen van alle plekken van een organisatie.", access: .permitted(.readCounts),
                parameters: [id] + Parameter.paging,
                answers: [
                    Route.Answer(
                        status: .ok, description: "Een pagina met aantallen.",
                        schema: Page<CapacityBody>.schema(.named(CapacityBody.schema)), hasTable: true)
                ], resource: { call in _ = try call.organization() }, handler: .now(list)),
            Route(
                method: .post, path: "\(path)/confirmations", id: "confirmCapacities", tag: .capacity,
                summary: "‘Alles klopt nog’: bevestigt elk bekend aantal van de organisatie, allemaal tegelijk.",
                access: CapacityRoutes.keepers, parameters: [id], body: .empty, answers: [answer],
                resource: { call in _ = try call.ownOrganization() },
                handler: .later { call, answer in try confirm(call, services.ledger, answer) }),
            Route(
                method: .post, path: "\(path)/reports", id: "reportCapacities", tag: .capacity,
                summary: "Slaat nieuwe aantallen op: allemaal, of geen enkel.", access: CapacityRoutes.keepers,
                parameters: [id], body: .json(CapacityReports.schema), answers: [answer], version: .body,
                conflict: "Bij een van de diensten zijn vrij en vastgehouden samen meer dan het totaal.",
                resource: { call in _ = try call.ownOrganization() },
                handler: .later { call, answer in try report(call, services.ledger, answer) }),
        ]
    }

    @Sendable
    private static func list(_ call: Call) throws -> Reply {
        func body(_ place: (service: Service, live: LiveCapacity)) -> CapacityBody {
            CapacityBody(place.live, of: place.service, at: call.now)
        }
        let places = try call.places(of: call.organization())
        if call.wantsTable { return .table(CapacityBody.table(of: places.map(body))) }
        return try .json(Page(of: places, for: call.query, body))
    }

    /// A count that nobody gave cannot be confirmed: those services are named, and nothing is recorded of them.
    private static func confirm(_ call: Call, _ ledger: Ledger, _ answer: @escaping Reply.Sink) throws {
        let places = try call.places(of: call.ownOrganization())
        try call.requireEmptyBody()
        let known = places.filter { $0.live.capacity.free != nil }.map(\.service.id)
        let unknown = places.filter { $0.live.capacity.free == nil }.map(\.service.id)
        call.submit(.confirm(known), to: ledger, answer) { receipt in
            try .json(CapacitiesBody(receipt.capacities, unknown: unknown, call))
        }
    }

    private static func report(_ call: Call, _ ledger: Ledger, _ answer: @escaping Reply.Sink) throws {
        let organization = try call.ownOrganization()
        try call.requireJSON()
        let reports = try CapacityReports.read(call, of: organization)
        try CapacityReports.requireCurrent(reports, in: call)
        call.submit(.report(reports), to: ledger, answer) { receipt in
            try .json(CapacitiesBody(receipt.capacities, unknown: [], call))
        }
    }
}

extension Call {
    /// The organisation in the path, when the caller speaks for it.
    fileprivate func ownOrganization() throws(Problem) -> Organization {
        let organization = try organization()
        try requireKeeper(of: organization.id)
        return organization
    }

    /// Its services with places that have not ended, by id.
    fileprivate func places(of organization: Organization) -> [(service: Service, live: LiveCapacity)] {
        organization.services.filter(snapshot.registry.isCurrent).sorted { $0.id < $1.id }
            .compactMap { service in count(of: service).map { (service, $0) } }
    }
}
