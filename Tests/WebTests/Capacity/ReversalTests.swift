import HTTP
import JSONText
import Testing

@Suite("Taking back one's own last report")
struct ReversalTests {
    private let target = "\(CapacityTests.target())/reversals"

    private func put(_ program: TestProgram, _ json: String, as visitor: Visitor = .shelter) throws {
        let response = try program.send(
            .put, CapacityTests.target(), as: visitor, fields: ["If-Match": "*"], json: json)
        #expect(response.status == .ok)
    }

    private func revert(
        _ program: TestProgram, version: Int, as visitor: Visitor = .shelter
    ) throws -> Response {
        try program.send(.post, target, as: visitor, fields: ["If-Match": "\"\(version)\""])
    }

    @Test func whatStoodStandsAgain() throws {
        let program = try TestProgram(Village.registry)
        let before = try program.get(CapacityTests.target(), as: .shelter).json
        program.clock.advance(seconds: 600)
        try put(program, Body.count(total: 9, free: 9, more: #", "paused": true, "expectedFreeOn": "2026-12-01""#))

        let response = try revert(program, version: 1)

        #expect(response.status == .ok)
        #expect(response.fields["ETag"] == "\"2\"")
        #expect(try response.json.plain(without: ["version"]) == before.plain(without: ["version"]))
        #expect(try program.get(CapacityTests.target(), as: .shelter).body == response.body)
    }

    @Test func aConfirmationToo() throws {
        let program = try TestProgram(Village.registry)
        program.clock.advance(seconds: 20 * 3_600)
        _ = try program.send(.post, "\(CapacityTests.target())/confirmations", as: .shelter)

        let body = try revert(program, version: 1).json

        #expect(body["confirmedAt"].string == "2026-11-20T07:00:00Z")
        #expect(body["freshness"].string == "ageing")
    }

    @Test func onlyTheLastAndOnlyOnce() throws {
        let program = try TestProgram(Village.registry)
        try put(program, Body.count(free: 1))
        try put(program, Body.count(free: 0))

        #expect(try revert(program, version: 1).status == .preconditionFailed)
        #expect(try revert(program, version: 2).status == .ok)
        #expect(try program.count().free == 1)
        #expect(try revert(program, version: 3).status == .conflict)
    }

    @Test func notWhatNobodyOrSomebodyElseReported() throws {
        let program = try TestProgram(Village.registry)
        #expect(try revert(program, version: 0).status == .conflict)
        try put(program, Body.count(free: 1), as: .admin)

        #expect(try revert(program, version: 1).status == .conflict)
        #expect(try revert(program, version: 1, as: .admin).status == .ok)
    }

    @Test func notOnceAHoldCameInBetween() throws {
        let program = try TestProgram(Village.registry)
        try put(program, Body.count(free: 2))
        _ = try program.hold()

        #expect(try revert(program, version: 1).status == .preconditionFailed)
        #expect(try revert(program, version: 2).status == .conflict)
        #expect(try program.count() == (1, 1, 2))
    }

    struct Check: Sendable, CustomTestStringConvertible {
        let name: String
        var visitor = Visitor.shelter
        var service = Village.visible
        var query = ""
        var fields: Fields = [:]
        var json: String?
        let expected: Int
        var testDescription: String { name }
    }

    @Test(arguments: [
        Check(name: "role", visitor: .coordinator, service: "nergens", expected: 403),
        Check(name: "other shelter", visitor: .otherShelter, json: "[", expected: 403),
        Check(name: "no such service", service: "nergens", json: "[", expected: 404),
        Check(name: "help without a bed", service: Village.help, json: "[", expected: 404),
        Check(name: "media type", fields: ["Content-Type": "text/plain"], json: "x", expected: 415),
        Check(name: "body", json: #"{"version": 1}"#, expected: 400),
        Check(name: "query", query: "?x=1", expected: 400), Check(name: "no version", expected: 428),
        Check(name: "stale version", fields: ["If-Match": "\"7\""], expected: 412),
        Check(name: "nothing to take back", fields: ["If-Match": "\"0\""], json: "{}", expected: 409),
    ])
    func orderOfChecks(_ check: Check) throws {
        let response = try TestProgram.reading.get().send(
            .post, "\(CapacityTests.target(check.service))/reversals\(check.query)", as: check.visitor,
            fields: check.fields, json: check.json)

        #expect(response.status.code == check.expected)
    }
}
