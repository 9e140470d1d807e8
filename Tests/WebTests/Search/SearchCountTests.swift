import HTTP
import JSONText
import Testing

@Suite("A count and the next search")
struct SearchCountTests {
    private func search(_ program: TestProgram) throws -> JSONNode {
        let response = try program.send(
            .post, "/v1/placements/_search", as: .coordinator, json: Body.profile(["currentProvince": #""NL-NB""#]))
        #expect(response.status == .ok)
        return try response.json
    }

    private func report(_ program: TestProgram, _ json: String) throws {
        let target = CapacityTests.target()
        let tag = try #require(try program.get(target, as: .shelter).fields["ETag"])
        #expect(try program.send(.put, target, as: .shelter, fields: ["If-Match": tag], json: json).status == .ok)
    }

    private func found(_ result: JSONNode) -> (section: String?, free: Int?)? {
        for section in result["sections"].elements {
            for placement in section["placements"].elements where placement["serviceId"].string == Village.visible {
                return (section["section"].string, placement["capacity"]["free"].integer)
            }
        }
        return nil
    }

    @Test func oneBedLess() throws {
        let program = try TestProgram(Village.registry)
        let before = try #require(try found(search(program)))
        #expect(before == ("fits_now", 2))

        try report(program, Body.count(free: 1))
        #expect(try #require(try found(search(program))) == ("fits_now", 1))
        try report(program, Body.count(free: 0))
        #expect(try #require(try found(search(program))) == ("waiting", 0))
        try report(program, Body.count(free: 6))
        #expect(try #require(try found(search(program))) == ("fits_now", 6))
    }

    @Test func anOldCountIsCalledFirst() throws {
        let program = try TestProgram(Village.registry)
        program.clock.advance(seconds: 25 * 3_600)
        #expect(try #require(try found(search(program))).section == "call_first")

        _ = try program.send(.post, "\(CapacityTests.target())/confirmations", as: .shelter)

        #expect(try #require(try found(search(program))).section == "fits_now")
    }

    @Test func aPausedPlaceIsExcluded() throws {
        let program = try TestProgram(Village.registry)

        try report(program, Body.count(free: 2, more: #", "paused": true"#))
        let result = try search(program)

        #expect(found(result) == nil)
        let excluded = try #require(result["excluded"].elements.first { $0["serviceId"].string == Village.visible })
        #expect(excluded["reasons"].elements.map { $0["code"].string } == ["paused"])
        #expect(excluded["reasons"][0]["text"].string?.isEmpty == false)
    }

    @Test func theVersionOfTheDataIsInTheAnswer() throws {
        let program = try TestProgram(Village.registry)
        let before = try search(program)["dataVersion"].string

        try report(program, Body.count(free: 1))
        let after = try search(program)["dataVersion"].string

        #expect(before != after)
        #expect(try program.get("/v1/ready").json["dataVersion"].string == after)
    }
}
