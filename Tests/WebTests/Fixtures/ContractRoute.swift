import HTTP
import Testing

/// A route as the contract's table has it (section 5): who may use it, and a request that it answers with 200.
struct ContractRoute: Sendable, CustomTestStringConvertible {
    let method: HTTP.Method
    let pattern: String
    let target: String
    let allowed: Set<Visitor>
    var body: String?
    var hasTable = false

    var testDescription: String { "\(method) \(pattern)" }

    private static let everyone = Set(Visitor.allCases).subtracting([.wrongKey])
    private static let roles = Set(Visitor.signedIn)

    /// What issue 2 asks of the table.
    static let all: [ContractRoute] = [
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
            allowed: [.shelter, .admin], body: Body.count(free: 1)),
        ContractRoute(
            method: .post, pattern: "/v1/services/{id}/capacity/confirmations",
            target: "/v1/services/\(Village.visible)/capacity/confirmations", allowed: [.shelter, .admin]),
        ContractRoute(
            method: .post, pattern: "/v1/placements/_search", target: "/v1/placements/_search",
            allowed: [.coordinator, .comensha, .admin], body: Body.readme),
    ]

    /// The routes that only read and name nothing that must be sent.
    static let reading = all.filter { $0.method == .get }
    static let lists = all.filter(\.hasTable)

    private static func open(_ pattern: String, _ target: String? = nil, hasTable: Bool = false) -> ContractRoute {
        ContractRoute(
            method: .get, pattern: pattern, target: target ?? pattern, allowed: everyone, hasTable: hasTable)
    }

    /// The status the contract asks for when `visitor` sends a request that is right in all other ways.
    func expected(for visitor: Visitor) -> Int {
        if allowed.contains(visitor) { return 200 }
        return visitor.role == nil ? 401 : 403
    }

    /// Sends the request that is answered with 200 to who may ask.
    func send(to program: TestProgram, as visitor: Visitor, fields: Fields = [:]) throws -> Response {
        var fields = fields
        if method == .put {
            let now = try program.get(target, as: .admin)
            fields.set("If-Match", now.fields["ETag"] ?? "")
        }
        return try program.send(method, target, as: visitor, fields: fields, json: body)
    }
}
