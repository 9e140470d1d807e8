import Foundation
import HTTP
import JSONText
import Testing

@testable import Web

@Suite("Problems, RFC 9457")
struct ProblemTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let status: Int
        let method: HTTP.Method
        let target: String
        var visitor = Visitor.nobody
        var fields: Fields = [:]
        var json: String?
        var testDescription: String { String(status) }
    }

    static let count = "/v1/services/\(Village.visible)/capacity"

    static let all: [Example] = [
        Example(status: 400, method: .get, target: "/v1/services?x=1"),
        Example(status: 401, method: .get, target: count),
        Example(status: 403, method: .put, target: count, visitor: .policy),
        Example(status: 404, method: .get, target: "/v1/nergens"),
        Example(status: 405, method: .delete, target: "/v1/services"),
        Example(status: 406, method: .get, target: "/v1/services", fields: ["Accept": "text/html"]),
        Example(
            status: 412, method: .put, target: count, visitor: .admin, fields: ["If-Match": "\"9\""],
            json: Body.count(free: 1)),
        Example(status: 415, method: .put, target: count, visitor: .admin),
        Example(status: 428, method: .put, target: count, visitor: .admin, json: Body.count(free: 1)),
    ]

    /// What is written by hand is what the encoder writes.
    @Test(arguments: [
        Problem.noKey, .notFound, .tooManyRequests(retryAfter: 3),
        Problem(status: .ok, title: "\"\\/é\u{1}", detail: ""),
    ])
    func writtenByHand(_ problem: Problem) throws {
        struct Encoded: Encodable { let type, title, detail, instance: String, status: Int }
        let id = UUID()
        let expected = try Encoded(
            type: "about:blank", title: problem.title, detail: problem.detail,
            instance: "urn:uuid:\(id.uuidString.lowercased())", status: problem.status.code
        ).jsonBytes()

        #expect(problem.response(for: id).body == expected)
    }

    @Test(arguments: all)
    func document(_ example: Example) throws {
        let response = try TestProgram.reading.get().send(
            example.method, example.target, as: example.visitor, fields: example.fields, json: example.json)
        let problem = try response.json

        #expect(response.status.code == example.status)
        #expect(response.fields["Content-Type"] == "application/problem+json")
        #expect(problem["type"].string?.isEmpty == false)
        #expect(problem["title"].string?.isEmpty == false)
        #expect(problem["status"].integer == example.status)
        #expect(problem["detail"].string?.hasSuffix(".") == true)
        let id = try #require(response.fields["X-Request-Id"])
        #expect(problem["instance"].string == "urn:uuid:\(id)")
        #expect(UUID(uuidString: id) != nil)
        #expect(problem.has("errors") == (example.status == 400))
    }

    @Test(arguments: [
        RefusalReason.version, .hostMissing, .bodyTooLarge, .fieldsTooLarge, .requestLineTooLong, .headTimeout,
        .tooManyConnections, .noAnswer, .methodTooLong, .versionNotSupported, .expectation,
    ])
    func whatTheServerItselfRefuses(_ reason: RefusalReason) throws {
        let id = UUID()
        let response = Application.refusalAnswer(reason.status, reason, id)

        #expect(response.status == reason.status)
        #expect(response.fields["Content-Type"] == "application/problem+json")
        #expect(try response.json["status"].integer == reason.status.code)
        #expect(try response.json["instance"].string == "urn:uuid:\(id.uuidString.lowercased())")
        for (name, value) in HeaderTests.expected { #expect(response.fields[name] == value) }
    }

    @Test func atMostAHundredErrors() throws {
        let unknown = Dictionary(uniqueKeysWithValues: (0..<150).map { ("naam\($0)", "1") })

        let response = try TestProgram.reading.get().send(
            .post, "/v1/placements/_search", as: .coordinator, json: Body.profile(unknown))

        #expect(try response.faults.count == 100)
    }

    @Test func eachErrorHasAPlaceACodeAndASentence() throws {
        let json = Body.profile(["age": "-1", "gender": "7", "onbekend": "1", "dangerAreas": #"["x"]"#])

        let response = try TestProgram.reading.get().send(
            .post, "/v1/placements/_search?x=1", as: .coordinator, json: json)

        #expect(
            try response.faults.sorted() == [
                "/age out_of_range", "/dangerAreas/0 malformed_area", "/gender wrong_type", "/onbekend unknown_key",
                "?x unknown_parameter",
            ])
        for error in try response.json["errors"].elements { #expect(error["detail"].string?.hasSuffix(".") == true) }
    }
}
