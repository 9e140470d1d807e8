import Access
import Domain
import Foundation
import HTTP

/// The changes as they happen.
enum ChangeRoutes {
    static func all(_ services: APIServices) -> [Route] {
        [
            Route(
                method: .get, path: "/v1/changes", id: "streamChanges", tag: .live,
                summary: "Vertelt elke wijziging zodra die is opgeslagen, als Server-Sent Events.",
                access: .permitted(.followChanges), parameters: [lastEventHeader, lastEventQuery],
                answers: [
                    Route.Answer(
                        status: .ok, description: "De wijzigingen, tot een van beide kanten stopt.",
                        schema: .named(schema), isStream: true)
                ], handler: .now { call in try listen(call, services) })
        ]
    }

    private static func listen(_ call: Call, _ services: APIServices) throws -> Reply {
        guard let principal = call.principal, let key = call.key else { throw Problem.noKey }
        let id = try lastEvent(of: call.request) ?? call.query.text("lastEventId").flatMap(EventID.init(text:))
        // HEAD asks only what would come.
        guard call.request.method != .head else { return reply(ContentStream(next: { .end })) }
        let listening = Listening(principal, with: key, in: services.keys)
        return reply(try services.changes.stream(for: listening, after: id))
    }

    private static func reply(_ stream: ContentStream) -> Reply {
        Reply(fields: EventStreamFields.all, content: .stream(stream))
    }

    /// What the header says, which goes before the query: a browser that comes back sends it beside the address it
    /// first came with.
    static func lastEvent(of request: Request) throws(Problem) -> EventID? {
        guard let field = request.fields[lastEventName] else { return nil }
        guard let id = EventID(text: field) else {
            let (code, detail) = EventID.malformed
            throw .badInput([Problem.Entry(parameter: lastEventName.spelling, code: code, detail: detail)])
        }
        return id
    }

    private static let lastEventName: FieldName = "Last-Event-ID"

    private static let lastEventHeader = Parameter(
        name: lastEventName.spelling, kind: .eventID,
        description: "Het id van de laatste gebeurtenis die u hebt. Alles daarna volgt, ook van lang geleden.",
        place: .header)
    private static let lastEventQuery = Parameter(
        name: "lastEventId", kind: .eventID,
        description: "Hetzelfde, voor een eerste verbinding van een webpagina. De kopregel gaat voor.")

    private static let schema = Schema.Named(
        "ChangeStream",
        .text(
            """
            Server-Sent Events. ‘event: capacity’ heeft een Capacity als ‘data’ en gaat naar elke rol. ‘event: hold’ \
            heeft een Hold als ‘data’ en gaat naar wie de plek vasthoudt, de opvang zelf, CoMensha en de beheerder. \
            Elke wijziging is één gebeurtenis. Het id loopt op en geldt ook na een herstart. Aan het begin staan \
            ‘retry’ en een id om van verder te gaan. Elke 15 seconden komt er een regel commentaar. Een sleutel die \
            niet meer geldt, krijgt binnen een seconde het einde.
            """,
            example: """
                retry: 2000
                id: 17999

                id: 18001
                event: capacity
                data: {"confirmedAt":"2026-11-20T08:00:00Z","expectedFreeOn":null,"free":2,"freshness":"fresh",\
                "held":0,"pauseReason":null,"paused":false,"pausedUntil":null,\
                "serviceId":"voorbeeld-de-zilverwilg-crisisopvang","total":6,"unit":"bed","version":3}


                """))
}

/// The fields of every stream of changes.
enum EventStreamFields {
    static let all: Fields = [
        .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store",
        // A proxy that collects an answer before it passes it on would keep all events to itself.
        "X-Accel-Buffering": "no",
    ]
}
