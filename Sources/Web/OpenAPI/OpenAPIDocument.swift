import Access
import Domain
import Foundation
import HTTP

/// The description of the API (OpenAPI 3.1), made from the routes.
enum OpenAPIDocument {
    static func bytes(of routes: [Route]) throws -> [UInt8] { try tree(of: routes).jsonBytes() }

    static func tree(of all: [Route]) -> JSONTree {
        // What lies beside the API is no part of it.
        let routes = all.filter { $0.path.hasPrefix("/v1/") }
        var named: [String: Schema.Named] = [Problem.schema.name: Problem.schema]
        Problem.schema.schema.collect(into: &named)
        for route in routes {
            for answer in route.answers { answer.schema?.collect(into: &named) }
            if case .json(let body) = route.body { Schema.named(body).collect(into: &named) }
        }
        return [
            "openapi": "3.1.0", "info": info, "servers": [["url": "/v1"]],
            "tags": .array(Route.Tag.allCases.map { ["name": .string($0.rawValue)] }),
            "paths": paths(of: routes),
            "components": [
                "schemas": .object(named.mapValues(schema)),
                "securitySchemes": ["key": ["type": "http", "scheme": "bearer"]],
                "headers": [
                    "API-Version": [
                        "description": "De versie van deze API.", "required": true, "schema": ["type": "string"],
                    ],
                    "Retry-After": [
                        "description": "Na zoveel hele seconden is er weer plaats.", "required": true,
                        "schema": ["type": "integer", "minimum": 1],
                    ],
                ],
            ],
        ]
    }

    private static let info: JSONTree = [
        "title": "Opvangkaart", "version": .string(Version.api),
        "description": .string(
            """
            De sociale kaart van opvang en hulp voor slachtoffers van mensenhandel: wie vangt wie op, waar is nu \
            plek, en waarom past een plek wel of niet. Namen en codes zijn Engels, naar HSDS; elke code heeft een \
            Nederlandse naam en uitleg in /v1/code-lists. Van een geheime plek verlaat alleen de provincie het \
            systeem. Een profiel wordt nooit bewaard. Afwijkingen van de API Design Rules: het veld ‘errors’ in \
            fouten, en Engelse namen.
            """),
        "contact": [
            "name": "Team Opvangkaart", "email": "api@opvangkaart.example", "url": "https://opvangkaart.example/api",
        ],
    ]

    private static func schema(_ named: Schema.Named) -> JSONTree {
        guard let example = named.example, case .object(var members) = named.schema.tree else {
            return named.schema.tree
        }
        members["examples"] = [example]
        return .object(members)
    }

    private static func paths(of routes: [Route]) -> JSONTree {
        var paths: [String: [String: JSONTree]] = [:]
        for route in routes {
            // The major version stands in the server's address (API Design Rules, `/core/uri-version`).
            paths[String(route.path.dropFirst("/v1".count)), default: [:]][route.method.rawValue.lowercased()] =
                operation(route)
        }
        return .object(paths.mapValues(JSONTree.object))
    }

    private static func operation(_ route: Route) -> JSONTree {
        var members: [String: JSONTree] = [
            "operationId": .string(route.id), "summary": .string(route.summary),
            "tags": [.string(route.tag.rawValue)],
            "parameters": .array(route.parameters.map(parameter)), "responses": responses(of: route),
        ]
        if case .permitted(let permission) = route.access {
            members["security"] = [["key": []]]
            let names = permission.roles.map(\.rawValue).joined(separator: ", ")
            members["description"] = .string("Voor de rollen: \(names).")
        } else {
            members["security"] = [[:], ["key": []]]
        }
        switch route.body {
        case .none: break
        case .empty:
            members["requestBody"] = [
                "required": false, "content": ["application/json": ["schema": ["type": "object", "maxProperties": 0]]],
            ]
        case .json(let named):
            members["requestBody"] = [
                "required": true, "content": ["application/json": ["schema": Schema.named(named).tree]],
            ]
        }
        if case .field = route.version {
            members["parameters"] = .array(route.parameters.map(parameter) + [ifMatch])
        }
        return .object(members)
    }

    private static let ifMatch: JSONTree = [
        "name": "If-Match", "in": "header", "required": true, "schema": ["type": "string"],
        "description": "De ETag van het aantal dat u zag.",
    ]

    private static func parameter(_ parameter: Parameter) -> JSONTree {
        var schema: JSONTree =
            switch parameter.kind {
            case .text: Schema.string(pattern: parameter.pattern).tree
            case .language: Schema.string(pattern: "^[a-z]{2,3}$", example: "nl").tree
            case .code(let allowed): Schema.string(allowed: allowed).tree
            case .number(let range, let standard):
                [
                    "type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound),
                    "default": .integer(standard),
                ]
            case .moment: Schema.moment.tree
            case .eventID: Schema.string(pattern: "^[0-9]{1,32}$", example: "1999").tree
            }
        if parameter.isRepeatable { schema = ["type": "array", "items": schema] }
        var members: [String: JSONTree] = [
            "name": .string(parameter.name), "in": .string(parameter.place.rawValue),
            "description": .string(parameter.description), "required": .boolean(parameter.place == .path),
            "schema": schema,
        ]
        if parameter.isRepeatable { members["explode"] = true }
        if let example = parameter.example { members["example"] = .string(example) }
        return .object(members)
    }

    private static func header(_ description: String) -> JSONTree {
        ["description": .string(description), "schema": ["type": "string"]]
    }

    private static func responses(of route: Route) -> JSONTree {
        var responses: [String: JSONTree] = [:]
        for answer in route.answers {
            var members: [String: JSONTree] = ["description": .string(answer.description)]
            var headers: [String: JSONTree] = ["API-Version": ["$ref": "#/components/headers/API-Version"]]
            if answer.hasEntityTag { headers["ETag"] = header("De versie, voor ‘If-Match’.") }
            if answer.hasLocation { headers["Location"] = header("Waar het gemaakte te vinden is.") }
            members["headers"] = .object(headers)
            if let schema = answer.schema {
                let type = answer.isStream ? "text/event-stream" : "application/json"
                var content: [String: JSONTree] = [type: ["schema": schema.tree]]
                if answer.hasTable { content["text/csv"] = ["schema": ["type": "string"]] }
                members["content"] = .object(content)
            }
            responses[String(answer.status.code)] = .object(members)
        }
        for (status, description) in route.problems {
            var headers: [String: JSONTree] = ["API-Version": ["$ref": "#/components/headers/API-Version"]]
            if status == .tooManyRequests { headers["Retry-After"] = ["$ref": "#/components/headers/Retry-After"] }
            responses[String(status.code)] = [
                "description": .string(description), "headers": .object(headers),
                "content": ["application/problem+json": ["schema": Schema.named(Problem.schema).tree]],
            ]
        }
        return .object(responses)
    }
}

extension Route {
    /// The ways in which this route can fail; which ones follows from what it takes and for whom it is.
    var problems: [(status: Status, description: String)] {
        var problems: [(Status, String)] = [
            (.badRequest, "De invoer klopt niet."), (.unauthorized, "De toegangssleutel ontbreekt of geldt niet."),
        ]
        if case .permitted = access { problems.append((.forbidden, "Uw rol mag dit niet.")) }
        if parameters.contains(where: { $0.place == .path }) { problems.append((.notFound, "Dit bestaat niet.")) }
        problems.append((.notAcceptable, "In deze vorm kunnen we niet antwoorden."))
        if case .none = body {
        } else {
            problems.append((.contentTooLarge, "Er is te veel gestuurd."))
            problems.append((.unsupportedMediaType, "Stuur JSON."))
        }
        if let conflict { problems.append((.conflict, conflict)) }
        switch version {
        case .none: break
        case .field:
            problems.append((.preconditionFailed, "Iemand was u voor."))
            problems.append((.preconditionRequired, "If-Match ontbreekt."))
        case .body: problems.append((.preconditionFailed, "Iemand was u voor."))
        }
        if answers.contains(where: \.isStream) {
            problems.append((.serviceUnavailable, "Er luisteren nu te veel verbindingen."))
        }
        if case .aside = handler { problems.append((.serviceUnavailable, "Er wachten nu te veel groepen.")) }
        if case .later = handler, method == .get {
            problems.append((.serviceUnavailable, "Lezen lukt nu niet."))
        } else if case .later = handler {
            problems.append((.insufficientStorage, "De schijf is vol."))
            problems.append((.serviceUnavailable, "Opslaan lukt nu niet."))
        }
        problems.append((.tooManyRequests, tooMany))
        problems.append((.internalServerError, "Er ging iets mis bij ons."))
        return problems
    }

    private var tooMany: String {
        let always = "Er komen te veel verzoeken binnen. Retry-After zegt hoe lang u wacht."
        if answers.contains(where: \.isStream) {
            return always + " Of deze toegangssleutel luistert al met te veel verbindingen."
        }
        if case .aside = handler { return always + " Of we rekenen al aan te veel groepen voor deze toegangssleutel." }
        return always
    }
}
