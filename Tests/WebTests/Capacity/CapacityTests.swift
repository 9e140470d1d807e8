import Domain
import Foundation
import HTTP
import JSONText
import Ledger
import TestTools
import Testing

@Suite("Live counts, contract sections 5 and 8")
struct CapacityTests {
    static func target(_ service: String = Village.visible) -> String { "/v1/services/\(service)/capacity" }

    private func put(
        _ program: TestProgram, _ json: String, version: Int, on service: String = Village.visible,
        as visitor: Visitor = .shelter
    ) throws -> Response {
        try program.send(
            .put, Self.target(service), as: visitor, fields: ["If-Match": "\"\(version)\""], json: json)
    }

    @Test func theRegistrysCountIsVersionZero() throws {
        let response = try TestProgram.reading.get().get(Self.target(), as: .policy)

        #expect(response.fields["ETag"] == "\"0\"")
        #expect(
            try response.json.plain(without: [])
                == #"{"confirmedAt":"2026-11-20T07:00:00Z","expectedFreeOn":null,"free":2,"freshness":"fresh","held":0,"pauseReason":null,"paused":false,"pausedUntil":null,"serviceId":"voorbeeld-huis-open","total":6,"unit":"bed","version":0}"#
        )
    }

    @Test func aPlaceWithoutACount() throws {
        let program = try TestProgram(Village.registry)
        let before = try program.get(Self.target(Village.uncounted), as: .coordinator)
        #expect(before.status == .ok)
        let body = try before.json
        #expect([body["total"], body["free"], body["confirmedAt"]].allSatisfy { $0.type == .null })
        #expect(body["freshness"].string == "unknown")

        let after = try program.send(
            .put, Self.target(Village.uncounted), as: .shelter, fields: ["If-Match": before.fields["ETag"] ?? ""],
            json: Body.count(total: 4, free: 4))

        #expect(after.status == .ok)
        #expect(try after.json["free"].integer == 4)
    }

    @Test func aNewCount() throws {
        let program = try TestProgram(Village.registry)
        let json = Body.count(total: 8, free: 3, more: #", "expectedFreeOn": "2026-11-20", "paused": true"#)

        let response = try put(program, json, version: 0)
        let read = try program.get(Self.target(), as: .coordinator)

        #expect(response.status == .ok)
        let body = try response.json
        #expect(body["total"].integer == 8)
        #expect(body["free"].integer == 3)
        #expect(body["paused"].boolean == true)
        #expect(body["expectedFreeOn"].string == "2026-11-20")
        #expect(body["confirmedAt"].string == "2026-11-20T08:00:00Z")
        #expect(body["version"].integer == 1)
        #expect(response.fields["ETag"] == "\"1\"")
        #expect(read.body == response.body)
    }

    @Test func whatIsLeftOutIsNotKept() throws {
        let program = try TestProgram(Village.registry)
        _ = try put(
            program, Body.count(free: 1, more: #", "expectedFreeOn": "2026-12-01", "paused": true"#), version: 0)

        let body = try put(program, Body.count(free: 1), version: 1).json

        #expect(body["paused"].boolean == false)
        #expect(body["expectedFreeOn"].type == .null)
    }

    @Test func aPauseWithItsEndAndReason() throws {
        let program = try TestProgram(Village.registry)
        let pause = #", "paused": true, "pausedUntil": "2026-11-20", "pauseReason": "illness""#

        let put = try self.put(program, Body.count(free: 1, more: pause), version: 0).json
        let confirmed = try program.send(.post, Self.target() + "/confirmations", as: .shelter)
        let read = try program.get(Self.target(), as: .coordinator).json

        #expect(confirmed.status == .ok)
        for body in [put, read] {
            #expect(body["paused"].boolean == true)
            #expect(body["pausedUntil"].string == "2026-11-20")
            #expect(body["pauseReason"].string == "illness")
        }
        #expect(read["version"].integer == 2)
        let service = try program.get("/v1/services/\(Village.visible)", as: .comensha).json["capacity"]
        #expect(service["pausedUntil"].string == "2026-11-20" && service["pauseReason"].string == "illness")
        let open = try self.put(program, Body.count(free: 1), version: 2).json
        #expect(open["pausedUntil"].type == .null && open["pauseReason"].type == .null)
    }

    /// Nobody is told by a date that somebody has to decide on: the day passes, and the place stays paused.
    @Test func aPauseDoesNotEndByItself() throws {
        let program = try TestProgram(Village.registry)
        _ = try put(
            program, Body.count(free: 1, more: #", "paused": true, "pausedUntil": "2026-11-20""#), version: 0)

        program.clock.advance(seconds: 3 * 86_400)

        let body = try program.get(Self.target(), as: .coordinator).json
        #expect(body["paused"].boolean == true)
        #expect(body["pausedUntil"].string == "2026-11-20")
    }

    @Test func nothingOfAPauseIsPublic() throws {
        let program = try TestProgram(Village.registry)
        let pause = #", "paused": true, "pausedUntil": "2026-12-24", "pauseReason": "illness""#
        _ = try put(program, Body.count(free: 1, more: pause), version: 0)

        for path in ["/v1/services/\(Village.visible)", "/diensten/\(Village.visible)"] {
            let text = try program.get(path).text
            for word in ["2026-12-24", "24 december", "illness", "iekte in huis", "pauseReason"] {
                #expect(!text.contains(word), "\(path): \(word)")
            }
        }
    }

    @Test func twoEditors() throws {
        let program = try TestProgram(Village.registry)
        #expect(try put(program, Body.count(free: 1), version: 0).status == .ok)
        #expect(try put(program, Body.count(free: 5), version: 0, as: .admin).status == .preconditionFailed)
        #expect(try program.get(Self.target(), as: .admin).json["free"].integer == 1)
        #expect(try put(program, Body.count(free: 5), version: 1, as: .admin).status == .ok)
    }

    @Test(arguments: [
        ("\"0\"", 200), ("\"7\", \"0\"", 200), ("*", 200), ("\"1\"", 412), ("W/\"0\"", 412), ("0", 412), ("\"\"", 412),
        ("\"0", 412), ("", 412),
    ])
    func ifMatch(_ field: String, _ expected: Int) throws {
        let program = try TestProgram(Village.registry)

        let response = try program.send(
            .put, Self.target(), as: .shelter, fields: ["If-Match": field], json: Body.count(free: 1))

        #expect(response.status.code == expected)
        #expect(try program.get(Self.target(), as: .shelter).json["version"].integer == (expected == 200 ? 1 : 0))
    }

    @Test func readingChangesNothing() throws {
        let program = try TestProgram(Village.registry)
        for _ in 0..<3 { _ = try program.get(Self.target(), as: .coordinator) }

        #expect(try program.recorded == 0)
    }

    @Test func theStateOutlivesTheProgram() throws {
        let directory = TemporaryDirectory()
        var program: TestProgram? = try TestProgram(Village.registry, in: directory)
        let before = try put(#require(program), Body.count(free: 5), version: 0)
        program = nil

        let again = try TestProgram(Village.registry, in: directory).get(Self.target(), as: .shelter)

        #expect(again.body == before.body)
        #expect(again.fields["ETag"] == "\"1\"")
    }

    @Test func theDataVersionChanges() throws {
        let program = try TestProgram(Village.registry)
        func version() throws -> String? { try program.get("/v1/health").json["dataVersion"].string }
        let first = try version()
        #expect(try version() == first)

        _ = try put(program, Body.count(free: 1), version: 0)

        #expect(try version() != first)
    }
}
