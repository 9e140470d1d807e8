import Access
import Domain
import Foundation
import HTTP
import JSONText
import Ledger

/// The live counts: read by every role, kept by the shelter itself (feature F07).
enum CapacityRoutes {
    static func all(_ services: APIServices) -> [Route] {
        let id = Parameter.path("id", "Het id van de dienst.", example: "voorbeeld-de-zilverwilg-crisisopvang")
        let answer = Route.Answer(
            status: .ok, description: "Het aantal plekken.", schema: .named(CapacityBody.schema), hasEntityTag: true)
        let keepers: Route.Access = .roles([.shelter, .admin])
        return [
            Route(
                method: .get, path: "/v1/services/{id}/capacity", id: "getCapacity", tag: .capacity,
                summary: "Hoeveel plekken er zijn en hoeveel er nu vrij zijn.", access: .roles(AccessRole.allCases),
                parameters: [id], answers: [answer], resource: exists, handler: .now(read)),
            Route(
                method: .put, path: "/v1/services/{id}/capacity", id: "putCapacity", tag: .capacity,
                summary: "Slaat een nieuw aantal op. Het antwoord komt pas als het op schijf staat.", access: keepers,
                parameters: [id], body: .json(CapacityUpdate.schema), answers: [answer],
                handler: .later { call, answer in try write(call, services.ledger, answer) }),
            Route(
                method: .post, path: "/v1/services/{id}/capacity/confirmations", id: "confirmCapacity",
                tag: .capacity, summary: "‘Klopt nog’: alleen het tijdstip van bevestigen verandert.", access: keepers,
                parameters: [id], body: .empty, answers: [answer],
                handler: .later { call, answer in try confirm(call, services.ledger, answer) }),
        ]
    }

    @Sendable
    private static func exists(_ call: Call) throws {
        _ = try counted(call.service(), in: call)
    }

    @Sendable
    private static func read(_ call: Call) throws -> Reply {
        let service = try call.service()
        return try reply(counted(service, in: call), of: service, call)
    }

    private static func write(_ call: Call, _ ledger: Ledger, _ answer: @escaping Reply.Sink) throws {
        let service = try ownService(call)
        let live = try counted(service, in: call)
        try call.requireJSON()
        let statement = try CapacityUpdate.read(call)
        let report = CapacityReport(
            service: service.id, statement: statement, ifVersion: try expectedVersion(call, of: live))
        submit(.report([report]), on: service, call, ledger, answer)
    }

    private static func confirm(_ call: Call, _ ledger: Ledger, _ answer: @escaping Reply.Sink) throws {
        let service = try ownService(call)
        _ = try counted(service, in: call)
        try call.requireEmptyBody()
        submit(.confirm([service.id]), on: service, call, ledger, answer)
    }

    private static func submit(
        _ wish: Command.Wish, on service: Service, _ call: Call, _ ledger: Ledger, _ answer: @escaping Reply.Sink
    ) {
        ledger.submit(call.command(wish)) { result in
            switch result {
            case .success(let receipt):
                answer(
                    Result {
                        guard let live = receipt.capacities.first else { throw Problem.internalFault }
                        return try reply(live, of: service, call)
                    }.mapError { $0 as? Problem ?? .internalFault })
            case .failure(let error): answer(.failure(Problem(error)))
            }
        }
    }

    /// The service in the path, when the caller may keep its count.
    private static func ownService(_ call: Call) throws(Problem) -> Service {
        let service = try call.service()
        guard call.principal?.role == .admin || call.principal?.organization == service.organization else {
            throw .otherOrganization
        }
        return service
    }

    /// Help without a bed has no count (contract section 8).
    private static func counted(_ service: Service, in call: Call) throws(Problem) -> LiveCapacity {
        guard !service.isAmbulatory, let live = call.snapshot.state.capacity(of: service.id) else {
            throw .unknown("Een aantal plekken bij deze hulp")
        }
        return live
    }

    /// The version that `If-Match` names (RFC 9110 §13.1.1).
    private static func expectedVersion(_ call: Call, of live: LiveCapacity) throws(Problem) -> Int {
        guard let field = call.request.fields["If-Match"] else { throw .versionRequired }
        let current = EntityTag(opaque: String(live.version))
        guard let condition = EntityTagCondition(field), condition.matchesStrongly(current) else {
            throw .staleVersion
        }
        return live.version
    }

    private static func reply(_ live: LiveCapacity, of service: Service, _ call: Call) throws -> Reply {
        try Reply.json(CapacityBody(live, of: service, at: call.now)).tagged(live.version)
    }
}
