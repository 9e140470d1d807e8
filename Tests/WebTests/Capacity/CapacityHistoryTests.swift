import HTTP
import JSONText
import Testing

@Suite("The history of a count")
struct CapacityHistoryTests {
    private let target = "\(CapacityTests.target())/history"

    private func put(_ program: TestProgram, free: Int) throws {
        _ = try program.send(
            .put, CapacityTests.target(), as: .shelter, fields: ["If-Match": "*"], json: Body.count(free: free))
    }

    @Test func anEntry() throws {
        let program = try TestProgram(Village.registry)
        _ = try program.hold()
        program.clock.advance(seconds: 60.5)
        try put(program, free: 4)

        let page = try program.get(target, as: .coordinator).json

        #expect(page["totalItems"].integer == 1)
        #expect(
            page["contents"][0].plain
                == #"{"actor":{"organizationId":"voorbeeld-huis","role":"shelter"},"kind":"capacity_reported","new":{"confirmedAt":"2026-11-20T08:01:00Z","expectedFreeOn":null,"free":4,"held":1,"pauseReason":null,"paused":false,"pausedUntil":null,"total":6},"old":{"confirmedAt":"2026-11-20T07:00:00Z","expectedFreeOn":null,"free":1,"held":1,"pauseReason":null,"paused":false,"pausedUntil":null,"total":6},"recordedAt":"2026-11-20T08:01:00.500Z","sequence":2,"version":2}"#
        )
    }

    @Test func aPauseStandsInIt() throws {
        let program = try TestProgram(Village.registry)
        let pause = #", "paused": true, "pausedUntil": "2026-12-01", "pauseReason": "safety""#
        _ = try program.send(
            .put, CapacityTests.target(), as: .shelter, fields: ["If-Match": "*"],
            json: Body.count(free: 1, more: pause))

        let entry = try program.get(target, as: .coordinator).json["contents"][0]
        let table = try program.get(target, as: .shelter, fields: ["Accept": "text/csv"]).text

        #expect(entry["new"]["pausedUntil"].string == "2026-12-01" && entry["new"]["pauseReason"].string == "safety")
        #expect(entry["old"]["pausedUntil"].type == .null && entry["old"]["pauseReason"].type == .null)
        #expect(table.contains(",true,2026-12-01,safety,"))
    }

    @Test func everyKindNewestFirst() throws {
        let program = try TestProgram(Village.registry)
        try put(program, free: 1)
        _ = try program.send(.post, "\(CapacityTests.target())/confirmations", as: .admin)
        _ = try program.send(
            .post, "\(CapacityTests.target())/reversals", as: .admin, fields: ["If-Match": "\"2\""])
        _ = try program.send(
            .post, "/v1/organizations/voorbeeld-huis/capacities/confirmations", as: .shelter)

        let entries = try program.get(target, as: .policy).json["contents"].elements

        #expect(
            entries.map { $0["kind"].string } == [
                "capacity_confirmed", "capacity_reverted", "capacity_confirmed", "capacity_reported",
            ])
        #expect(entries.map { $0["version"].integer } == [4, 3, 2, 1])
        #expect(entries.map { $0["actor"]["role"].string } == ["shelter", "admin", "admin", "shelter"])
        for (newer, older) in zip(entries, entries.dropFirst()) {
            #expect(newer["old"].plain == older["new"].plain)
        }
    }

    @Test(arguments: Visitor.signedIn)
    func whoMayKnowWhichKeyItWas(_ visitor: Visitor) throws {
        let program = try TestProgram(Village.registry)
        try put(program, free: 1)
        let mayKnow = visitor == .admin || visitor == .shelter

        for type in ["application/json", "text/csv"] {
            let response = try program.get(target, as: visitor, fields: ["Accept": type])
            #expect(response.status == .ok)
            #expect(response.text.contains("toets-shelter") == mayKnow)
        }
    }

    @Test(arguments: [1, 3, 7, 100])
    func pages(_ size: Int) throws {
        let program = try TestProgram(Village.registry)
        for index in 0..<14 { try put(program, free: index % 7) }
        let total = 14

        var seen: [Int?] = []
        for number in 1...((total + size - 1) / size + 1) {
            let page = try program.get("\(target)?pageSize=\(size)&page=\(number)", as: .admin).json
            #expect(page["totalItems"].integer == total)
            #expect(page["totalPages"].integer == (total + size - 1) / size)
            #expect(page["size"].integer == page["contents"].elements.count)
            seen += page["contents"].elements.map { $0["sequence"].integer }
        }

        #expect(seen == (1...total).reversed().map(Optional.some))
    }

    @Test func theWholeHistoryAsATable() throws {
        let program = try TestProgram(Village.registry)
        for index in 0..<30 { try put(program, free: index % 7) }

        let response = try program.get("\(target)?pageSize=1", as: .shelter, fields: ["Accept": "text/csv"])

        let lines = response.text.split(separator: "\r\n")
        #expect(lines.count == 31)
        #expect(
            lines[0]
                == "recordedAt,kind,role,organizationId,keyId,oldTotal,oldFree,oldHeld,oldPaused,oldPausedUntil,"
                + "oldPauseReason,oldExpectedFreeOn,oldConfirmedAt,newTotal,newFree,newHeld,newPaused,newPausedUntil,"
                + "newPauseReason,newExpectedFreeOn,newConfirmedAt,version,sequence")
        #expect(
            lines[30]
                == "2026-11-20T08:00:00.000Z,capacity_reported,shelter,voorbeeld-huis,toets-shelter,6,2,0,false,,,,"
                + "2026-11-20T07:00:00Z,6,0,0,false,,,,2026-11-20T08:00:00Z,1,1")
    }

    @Test(arguments: [
        (Village.visible, Visitor.nobody, "", 401), (Village.help, .admin, "", 404), ("nergens", .admin, "?x=1", 404),
        (Village.visible, .admin, "?x=1", 400), (Village.uncounted, .policy, "", 200),
    ])
    func checks(_ service: String, _ visitor: Visitor, _ query: String, _ expected: Int) throws {
        let response = try TestProgram.reading.get().get(
            "\(CapacityTests.target(service))/history\(query)", as: visitor)

        #expect(response.status.code == expected)
    }
}
