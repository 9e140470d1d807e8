import HTTP
import Testing

/// A route as the contract's table has it (section 5): who may use it, and a request that it grants.
struct ContractRoute: Sendable, CustomTestStringConvertible {
    let method: HTTP.Method
    let pattern: String
    let target: String
    let allowed: Set<Visitor>
    var body: String?
    var hasTable = false
    var success = 200
    var needs = Needs.nothing
    /// What they get who may use the route, but not for what this request is about.
    var others: [Visitor: Int] = [:]
    /// Statuses that happen beside those every such route has.
    var statuses: Set<String> = []

    /// What must be there before the request.
    enum Needs: Sendable {
        case nothing
        /// The version that stands, in `If-Match`.
        case version
        /// The same, made by a report of the visitor's own.
        case ownReport
        /// A hold of the visitor's own where it may make one; then `K7-204` in the target is it.
        case hold
    }
    /// Whether the answer goes on with events.
    var isStream = false

    var testDescription: String { "\(method) \(pattern)" }

    private static let everyone = Set(Visitor.allCases).subtracting([.wrongKey])
    private static let roles = Set(Visitor.signedIn)

    /// What issue 2 asks of the table.
    static let all: [ContractRoute] =
        [
            open("/v1/health"), open("/v1/ready"), open("/v1/openapi.json"), open("/v1/code-lists", hasTable: true),
            open("/v1/code-lists/{list}", "/v1/code-lists/shelterKind"), open("/v1/provinces", hasTable: true),
            open("/v1/provinces/{code}", "/v1/provinces/NL-OV"), open("/v1/municipalities", hasTable: true),
            open("/v1/municipalities/{code}", "/v1/municipalities/GM0193"), open("/v1/organizations", hasTable: true),
            open("/v1/organizations/{id}", "/v1/organizations/voorbeeld-huis"), open("/v1/services", hasTable: true),
            open("/v1/services/{id}", "/v1/services/\(Village.secret)"),
            ContractRoute(
                method: .get, pattern: "/v1/services/{id}/capacity", target: "/v1/services/\(Village.visible)/capacity",
                allowed: roles),
            ContractRoute(
                method: .put, pattern: "/v1/services/{id}/capacity", target: "/v1/services/\(Village.visible)/capacity",
                allowed: [.shelter, .admin], body: Body.count(free: 1), needs: .version,
                statuses: ["409", "412", "428", "503", "507"]),
            ContractRoute(
                method: .post, pattern: "/v1/services/{id}/capacity/confirmations",
                target: "/v1/services/\(Village.visible)/capacity/confirmations", allowed: [.shelter, .admin],
                statuses: ["503", "507"]),
            ContractRoute(
                method: .post, pattern: "/v1/placements/_search", target: "/v1/placements/_search",
                allowed: [.coordinator, .comensha, .admin], body: Body.readme),
            ContractRoute(
                method: .post, pattern: "/v1/placements/_explain", target: "/v1/placements/_explain",
                allowed: [.coordinator, .comensha, .admin],
                body: Body.question(Body.readme, Village.secret, comparedWith: Village.visible)),
            ContractRoute(
                method: .post, pattern: "/v1/placements/_assign", target: "/v1/placements/_assign",
                allowed: [.coordinator, .comensha, .admin], body: Body.group([Body.readme]), statuses: ["503"]),
        ] + counts + holds

    private static let counts: [ContractRoute] = [
        ContractRoute(
            method: .post, pattern: "/v1/services/{id}/capacity/reversals",
            target: "/v1/services/\(Village.visible)/capacity/reversals", allowed: [.shelter, .admin],
            needs: .ownReport, statuses: ["409", "412", "428", "503", "507"]),
        ContractRoute(
            method: .get, pattern: "/v1/services/{id}/capacity/history",
            target: "/v1/services/\(Village.visible)/capacity/history", allowed: roles, hasTable: true,
            statuses: ["503"]),
        ContractRoute(
            method: .get, pattern: "/v1/organizations/{id}/capacities",
            target: "/v1/organizations/voorbeeld-huis/capacities", allowed: roles, hasTable: true),
        ContractRoute(
            method: .post, pattern: "/v1/organizations/{id}/capacities/confirmations",
            target: "/v1/organizations/voorbeeld-huis/capacities/confirmations", allowed: [.shelter, .admin],
            statuses: ["503", "507"]),
        ContractRoute(
            method: .post, pattern: "/v1/organizations/{id}/capacities/reports",
            target: "/v1/organizations/voorbeeld-huis/capacities/reports", allowed: [.shelter, .admin],
            body: Body.reports([Body.report(Village.visible, version: 0, free: 1)]),
            statuses: ["409", "412", "503", "507"]),
        ContractRoute(
            method: .get, pattern: "/v1/changes", target: "/v1/changes", allowed: roles, statuses: ["503"],
            isStream: true),
        // Its table is a stream too, and has tests of its own.
        ContractRoute(
            method: .get, pattern: "/v1/audit-events", target: "/v1/audit-events", allowed: [.admin],
            statuses: ["503"]),
    ]

    private static let holds: [ContractRoute] = [
        ContractRoute(
            method: .post, pattern: "/v1/services/{id}/holds", target: "/v1/services/\(Village.visible)/holds",
            allowed: [.coordinator, .comensha], body: Body.hold(), success: 201, statuses: ["409", "503", "507"]),
        ContractRoute(
            method: .get, pattern: "/v1/holds", target: "/v1/holds", allowed: roles.subtracting([.policy]),
            hasTable: true),
        ContractRoute(
            method: .get, pattern: "/v1/holds/{reference}", target: "/v1/holds/K7-204",
            allowed: [.coordinator, .comensha, .shelter, .admin], needs: .hold, others: [.otherShelter: 404]),
        action("extensions", allowed: [.coordinator, .comensha], body: nil),
        action("closures", allowed: [.coordinator, .comensha], body: Body.closure("withdrawn")),
        action(
            "decisions", allowed: [.shelter], body: Body.decision("accepted"), others: [.otherShelter: 404]),
    ]

    private static func action(
        _ name: String, allowed: Set<Visitor>, body: String?, others: [Visitor: Int] = [:]
    ) -> ContractRoute {
        ContractRoute(
            method: .post, pattern: "/v1/holds/{reference}/\(name)", target: "/v1/holds/K7-204/\(name)",
            allowed: allowed, body: body, needs: .hold, others: others, statuses: ["409", "503", "507"])
    }

    /// The routes that only read and name nothing that must be sent.
    static let reading = all.filter { $0.method == .get }
    /// The lists that everybody may read.
    static let lists = all.filter { $0.hasTable && $0.allowed.contains(.nobody) }

    private static func open(_ pattern: String, _ target: String? = nil, hasTable: Bool = false) -> ContractRoute {
        ContractRoute(
            method: .get, pattern: pattern, target: target ?? pattern, allowed: everyone, hasTable: hasTable)
    }

    /// The status the contract asks for when `visitor` sends a request that is right in all other ways.
    func expected(for visitor: Visitor) -> Int {
        if let status = others[visitor] { return status }
        if allowed.contains(visitor) { return success }
        return visitor.role == nil ? 401 : 403
    }

    /// Sends the request that is granted to who may ask.
    func send(to program: TestProgram, as visitor: Visitor, fields: Fields = [:]) throws -> Response {
        var (fields, target) = (fields, target)
        switch needs {
        case .nothing: break
        case .version: fields.set("If-Match", try program.tag())
        case .ownReport:
            _ = try program.send(.post, "\(CapacityTests.target())/confirmations", as: visitor)
            fields.set("If-Match", try program.tag())
        case .hold:
            let reference = try program.hold(as: visitor == .comensha ? .comensha : .coordinator)
            target = target.replacing("K7-204", with: reference)
        }
        return try program.send(method, target, as: visitor, fields: fields, json: body)
    }
}
