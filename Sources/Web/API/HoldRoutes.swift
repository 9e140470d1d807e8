import Access
import Domain
import Exchange
import Foundation
import HTTP
import Ledger

/// Places kept for a short time (rule R16; feature F11).
///
/// A hold carries no `ETag`: nothing that is done to one depends on what the caller saw of it, for its state alone
/// says what may still be done, and answers 409 otherwise. Its body also tells the count of the service, and that has
/// its own version. And no copy of an answer is kept that could be asked for again (`no-store`).
enum HoldRoutes {
    static func all(_ services: APIServices) -> [Route] {
        reading + [
            Route(
                method: .post, path: "/v1/services/{id}/holds", id: "openHold", tag: .holds,
                summary: "Houdt plekken vast. Het antwoord komt pas als het op schijf staat.", access: holders,
                parameters: [.serviceID, HoldOrder.parameter], body: .json(HoldOrder.schema),
                answers: [
                    Route.Answer(
                        status: .created, description: "De plekken zijn vastgehouden.",
                        schema: .named(HoldBody.schema), hasLocation: true)
                ], conflict: "Niet genoeg vrij, of het aantal is te oud of onbekend. Of de sleutel is al gebruikt.",
                resource: { call in _ = try call.places() },
                handler: .later { call, answer in try HoldActions.open(call, services.ledger, answer) }),
            action(
                "extensions", id: "extendHold", "Houdt één keer langer vast: 60 minuten, tot vier uur na het begin.",
                holders, .empty, conflict: "Er is al verlengd, of het vasthouden is voorbij.",
                resource: { call in _ = try call.ownHold() },
                handler: .later { call, answer in try HoldActions.extend(call, services.ledger, answer) }),
            action(
                "decisions", id: "decideHold", "De opvang zegt ja of nee. Bij ja blijft de eindtijd staan.",
                .permitted(.decideHolds), .json(HoldDecision.schema),
                conflict: "Er is al geantwoord, of het vasthouden is voorbij.",
                resource: { call in _ = try call.holdOnOwnPlaces() },
                handler: .later { call, answer in try HoldActions.decide(call, services.ledger, answer) }),
            action(
                "closures", id: "closeHold", "De aanmelder vult de plekken in of geeft ze terug.", holders,
                .json(HoldClosure.schema), conflict: "Het vasthouden is voorbij.",
                resource: { call in _ = try call.ownHold() },
                handler: .later { call, answer in try HoldActions.close(call, services.ledger, answer) }),
        ]
    }

    private static let holders: Route.Access = .permitted(.holdPlaces)
    private static let readers: Route.Access = .permitted(.readHolds)
    private static let reference = Parameter.path(
        "reference", "Het kenmerk. Na het einde blijft het zeven dagen bekend.", example: "K7-204")
    private static let answer = Route.Answer(
        status: .ok, description: "De vastgehouden plekken.", schema: .named(HoldBody.schema))

    private static let reading = [
        Route(
            method: .get, path: "/v1/holds", id: "listHolds", tag: .holds,
            summary: "Wat u vasthoudt, of wat bij uw opvang wordt vastgehouden. Het nieuwste staat bovenaan.",
            access: readers,
            parameters: [
                Parameter(
                    name: "state", kind: .code(HoldState.allCases.map(\.rawValue)),
                    description: "Alleen in deze toestand.", isRepeatable: true),
                Parameter(
                    name: "serviceId", kind: .text, description: "Alleen bij deze diensten.", isRepeatable: true),
            ] + Parameter.paging,
            answers: [
                Route.Answer(
                    status: .ok, description: "Een pagina met vastgehouden plekken.",
                    schema: Page<HoldBody>.schema(.named(HoldBody.schema)), hasTable: true)
            ], handler: .now(list)),
        Route(
            method: .get, path: "/v1/holds/{reference}", id: "getHold", tag: .holds,
            summary: "Hoe het staat met wat wordt vastgehouden.", access: readers, parameters: [reference],
            answers: [answer], resource: { call in _ = try call.hold() },
            handler: .now { call in try .json(call.body(of: call.hold())) }),
    ]

    private static func action(
        _ name: String, id: String, _ summary: String, _ access: Route.Access, _ body: Route.RequestBody,
        conflict: String, resource: @escaping @Sendable (Call) throws -> Void, handler: Route.Handler
    ) -> Route {
        Route(
            method: .post, path: "/v1/holds/{reference}/\(name)", id: id, tag: .holds, summary: summary,
            access: access, parameters: [reference], body: body, answers: [answer], conflict: conflict,
            resource: resource, handler: handler)
    }

    @Sendable
    private static func list(_ call: Call) throws -> Reply {
        let states = Set(call.query.texts("state"))
        let services = Set(call.query.texts("serviceId"))
        let found = call.snapshot.state.holds { hold in
            call.maySee(hold) && (states.isEmpty || states.contains(hold.state.rawValue))
                && (services.isEmpty || services.contains(hold.service.rawValue))
        }
        if call.wantsTable { return .table(HoldBody.table(of: found.map(call.body))) }
        return try .json(Page(of: found, for: call.query, call.body))
    }
}
