import HTTP
import Testing

@Suite("Order of checks, contract section 8")
struct CheckOrderTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let method: HTTP.Method
        let target: String
        var visitor = Visitor.nobody
        var fields: Fields = [:]
        var json: String?
        let expected: Int
        var testDescription: String { name }
    }

    static let count = "/v1/services/\(Village.visible)/capacity"
    static let confirmations = "\(count)/confirmations"
    static let missing = "/v1/services/nergens/capacity"
    static let search = "/v1/placements/_search"
    static let text: Fields = ["Content-Type": "text/plain"]
    static let stale: Fields = ["If-Match": "\"7\""]

    static let paths: [Example] = [
        Example(name: "unknown path before method", method: .delete, target: "/v1/nergens", expected: 404),
        Example(
            name: "unknown path before key", method: .get, target: "/v1/nergens", visitor: .wrongKey, expected: 404),
        Example(name: "root of the API", method: .get, target: "/v1", expected: 404),
        Example(name: "root of the API with a slash", method: .get, target: "/v1/", expected: 404),
        Example(name: "trailing slash", method: .get, target: "/v1/provinces/", expected: 404),
        Example(name: "trailing slash on a resource", method: .get, target: "/v1/provinces/NL-OV/", expected: 404),
        Example(name: "capitals", method: .get, target: "/v1/Provinces", expected: 404),
        Example(name: "encoded slash", method: .get, target: "/v1%2Fprovinces", expected: 404),
        Example(name: "method before key", method: .delete, target: count, expected: 405),
        Example(name: "GET on a search", method: .get, target: search, expected: 405),
        Example(name: "POST on a list", method: .post, target: "/v1/services", json: "{}", expected: 405),
    ]

    static let people: [Example] = [
        Example(name: "key before resource", method: .get, target: missing, expected: 401),
        Example(name: "key before media type", method: .post, target: search, fields: text, expected: 401),
        Example(
            name: "key before query", method: .get, target: "/v1/services?x=1", visitor: .wrongKey, expected: 401),
        Example(name: "role before resource", method: .put, target: missing, visitor: .policy, expected: 403),
        Example(
            name: "role before media type", method: .post, target: search, visitor: .shelter, fields: text,
            expected: 403),
        Example(
            name: "organisation before media type", method: .put, target: count, visitor: .otherShelter, fields: text,
            expected: 403),
        Example(
            name: "organisation before body", method: .put, target: count, visitor: .otherShelter, json: "[",
            expected: 403),
    ]

    static let input: [Example] = [
        Example(name: "resource before query", method: .get, target: "/v1/services/nergens?x=1", expected: 404),
        Example(
            name: "resource before media type", method: .put, target: missing, visitor: .admin, fields: text,
            expected: 404),
        Example(
            name: "help without a bed has no count", method: .get, target: "/v1/services/\(Village.help)/capacity",
            visitor: .admin, expected: 404),
        Example(
            name: "help without a bed takes no count", method: .put, target: "/v1/services/\(Village.help)/capacity",
            visitor: .shelter, json: "[", expected: 404),
        Example(
            name: "help without a bed is not confirmed", method: .post,
            target: "/v1/services/\(Village.help)/capacity/confirmations", visitor: .shelter, expected: 404),
        Example(
            name: "media type before body", method: .put, target: "\(count)?x=1", visitor: .shelter, fields: text,
            json: "[", expected: 415),
        Example(name: "no media type", method: .put, target: count, visitor: .shelter, expected: 415),
        Example(
            name: "form on the API", method: .post, target: search, visitor: .coordinator,
            fields: ["Content-Type": "application/x-www-form-urlencoded"], json: "age=24", expected: 415),
        Example(
            name: "confirmation as text", method: .post, target: confirmations, visitor: .shelter, fields: text,
            json: "ja", expected: 415),
        Example(name: "body before version", method: .put, target: count, visitor: .shelter, json: "{}", expected: 400),
        Example(
            name: "body before stale version", method: .put, target: count, visitor: .shelter, fields: stale,
            json: Body.count(free: 7), expected: 400),
        Example(
            name: "query before version", method: .put, target: "\(count)?x=1", visitor: .shelter, fields: stale,
            json: Body.count(free: 1), expected: 400),
        Example(
            name: "version is needed", method: .put, target: count, visitor: .shelter, json: Body.count(free: 1),
            expected: 428),
        Example(
            name: "stale version", method: .put, target: count, visitor: .shelter, fields: stale,
            json: Body.count(free: 1), expected: 412),
    ]

    @Test(arguments: paths + people + input)
    func status(_ example: Example) throws {
        let response = try TestProgram.reading.get().send(
            example.method, example.target, as: example.visitor, fields: example.fields, json: example.json)

        #expect(response.status.code == example.expected)
    }
}
