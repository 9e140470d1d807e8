import HTTP
import JSONText
import Testing

@Suite("‘Klopt nog’")
struct ConfirmationTests {
    private func confirm(
        _ program: TestProgram, _ service: String = Village.visible, json: String? = nil
    ) throws -> Response {
        try program.send(.post, "\(CapacityTests.target(service))/confirmations", as: .shelter, json: json)
    }

    @Test func onlyTheMomentChanges() throws {
        let program = try TestProgram(Village.registry)
        let target = CapacityTests.target()
        let more = #", "expectedFreeOn": "2026-12-01", "paused": true"#
        _ = try program.send(
            .put, target, as: .shelter, fields: ["If-Match": "\"0\""], json: Body.count(free: 2, more: more))
        let before = try program.get(target, as: .shelter).json
        program.clock.advance(seconds: 30 * 3_600)
        #expect(try program.get(target, as: .shelter).json["freshness"].string == "stale")

        let after = try confirm(program).json

        #expect(after["confirmedAt"].string == "2026-11-21T14:00:00Z")
        #expect(after["freshness"].string == "fresh")
        let changed: Set = ["confirmedAt", "freshness", "version"]
        #expect(after.plain(without: changed) == before.plain(without: changed))
        #expect(try program.get(target, as: .shelter).json.plain == after.plain)
    }

    @Test func anUnknownCountStaysUnknown() throws {
        let program = try TestProgram(Village.registry)

        let body = try confirm(program, Village.uncounted).json

        #expect(body["free"].type == .null)
        #expect(body["total"].type == .null)
        #expect(body["freshness"].string == "unknown")
    }

    @Test(
        arguments: [
            (nil, 200), ("", 200), ("{}", 200), (#"{"free": 1}"#, 400), ("[]", 400), ("null", 400), ("{", 400),
        ] as [(String?, Int)])
    func body(_ json: String?, _ expected: Int) throws {
        let program = try TestProgram(Village.registry)

        #expect(try confirm(program, json: json).status.code == expected)
    }

    @Test func itNeedsNoVersionButTellsTheNewOne() throws {
        let program = try TestProgram(Village.registry)

        let response = try confirm(program)

        #expect(response.fields["ETag"] == "\"\(try response.json["version"].integer ?? -1)\"")
    }
}
