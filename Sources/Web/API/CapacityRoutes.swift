import Access
import Domain
import Foundation
import HTTP
import Ledger

/// The live counts: read by every role, kept by the shelter itself (feature F07).
enum CapacityRoutes {
    static func all(_ services: APIServices) -> [Route] {
        let path = "/v1/services/{id}/capacity"
        let answer = Route.Answer(
            status: .ok, description: "Het aantal plekken.", schema: .named(CapacityBody.schema), hasEntityTag: true)
        return [
            Route(
                method: .get, path: path, id: "getCapacity", tag: .capacity,
                summary: "Hoeveel plekken er zijn en hoeveel er nu vrij zijn.", access: .permitted(.readCounts),
                parameters: [.serviceID], answers: [answer], resource: { call in _ = try call.places() },
                handler: .now(read)),
            Route(
                method: .put, path: path, id: "putCapacity", tag: .capacity,
                summary: "Slaat een nieuw aantal op. Het antwoord komt pas als het op schijf staat.", access: keepers,
                parameters: [.serviceID], body: .json(CapacityUpdate.schema), answers: [answer], version: .field,
                conflict: "Vrij en vastgehouden zijn samen meer dan het totaal.",
                resource: { call in _ = try call.ownPlaces() },
                handler: .later { call, answer in try write(call, services.ledger, answer) }),
            Route(
                method: .post, path: "\(path)/confirmations", id: "confirmCapacity", tag: .capacity,
                summary: "‘Klopt nog’: alleen het tijdstip van bevestigen verandert.", access: keepers,
                parameters: [.serviceID], body: .empty, answers: [answer],
                resource: { call in _ = try call.ownPlaces() },
                handler: .later { call, answer in try confirm(call, services.ledger, answer) }),
            Route(
                method: .post, path: "\(path)/reversals", id: "revertCapacity", tag: .capacity,
                summary: "Neemt uw eigen laatste opgave of bevestiging terug. Daarna staat er weer wat er eerst stond.",
                access: keepers, parameters: [.serviceID], body: .empty, answers: [answer], version: .field,
                conflict: "De laatste opgave is niet van u, of er is er geen.",
                resource: { call in _ = try call.ownPlaces() },
                handler: .later { call, answer in try revert(call, services.ledger, answer) }),
        ]
    }

    static let keepers: Route.Access = .permitted(.changeCounts)

    @Sendable
    private static func read(_ call: Call) throws -> Reply {
        let (service, live) = try call.places()
        return try reply(live, of: service, call)
    }

    private static func write(_ call: Call, _ ledger: Ledger, _ answer: @escaping Reply.Sink) throws {
        let (service, live) = try call.ownPlaces()
        try call.requireJSON()
        let statement = try CapacityUpdate.read(call)
        let report = CapacityReport(
            service: service.id, statement: statement, ifVersion: try call.expectedVersion(of: live))
        submit(.report([report]), on: service, call, ledger, answer)
    }

    private static func confirm(_ call: Call, _ ledger: Ledger, _ answer: @escaping Reply.Sink) throws {
        let (service, _) = try call.ownPlaces()
        try call.requireEmptyBody()
        submit(.confirm([service.id]), on: service, call, ledger, answer)
    }

    private static func revert(_ call: Call, _ ledger: Ledger, _ answer: @escaping Reply.Sink) throws {
        let (service, live) = try call.ownPlaces()
        try call.requireEmptyBody()
        let version = try call.expectedVersion(of: live)
        submit(.revert(service.id, ifVersion: version), on: service, call, ledger, answer)
    }

    private static func submit(
        _ wish: Command.Wish, on service: Service, _ call: Call, _ ledger: Ledger, _ answer: @escaping Reply.Sink
    ) {
        call.submit(wish, to: ledger, answer) { receipt in
            guard let live = receipt.capacities.first else { throw Problem.internalFault }
            return try reply(live, of: service, call)
        }
    }

    private static func reply(_ live: LiveCapacity, of service: Service, _ call: Call) throws -> Reply {
        try Reply.json(CapacityBody(live, of: service, at: call.now)).tagged(live.version)
    }
}

extension Parameter {
    static let serviceID = path("id", "Het id van de dienst.", example: "voorbeeld-de-zilverwilg-crisisopvang")
}
