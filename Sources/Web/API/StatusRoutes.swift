import Foundation
import HTTP

/// Whether the program runs and can answer, and how its interface reads.
enum StatusRoutes {
    static func all(_ services: APIServices) -> [Route] {
        [
            Route(
                method: .get, path: "/v1/health", id: "getHealth", tag: .service,
                summary: "Zegt of de dienst draait.", access: .everyone, answers: [answer],
                handler: .now(status)),
            Route(
                method: .get, path: "/v1/ready", id: "getReady", tag: .service,
                summary: "Zegt of de dienst klaar is om te antwoorden.", access: .everyone, answers: [answer],
                handler: .now(status)),
            Route(
                method: .get, path: "/v1/openapi.json", id: "getOpenAPI", tag: .service,
                summary: "Beschrijft deze API.", access: .everyone,
                answers: [
                    Route.Answer(status: .ok, description: "Het OpenAPI-document.", schema: .map(.anything))
                ],
                handler: .now { _ in
                    Reply(fields: ["Content-Type": "application/json"], body: try services.openAPI())
                }),
        ]
    }

    private struct StatusBody: Encodable {
        let status: String
        let version: String
        let dataVersion: String
    }

    private static let answer = Route.Answer(
        status: .ok, description: "De dienst draait.",
        schema: .named(
            Schema.Named(
                "Status",
                .object([
                    Schema.Property("status", .string(allowed: ["ok"])), Schema.Property("version", .text),
                    Schema.Property("dataVersion", .text, "Verandert met het register en met elk aantal."),
                ]))))

    @Sendable
    private static func status(_ call: Call) throws -> Reply {
        try .json(StatusBody(status: "ok", version: Version.program, dataVersion: call.snapshot.dataVersion))
    }
}
