import Domain
import Foundation
import JSONText
import Ledger
import Testing

@testable import HTTP

@Suite("GET /v1/audit-events")
struct AuditRouteTests {
    /// One that everything has happened in, and a few refusals.
    private static let eventful = Result {
        let program = try TestProgram(Village.registry)
        try LedgerScript(program.ledger).everything()
        _ = try program.get("/v1/audit-events", as: .policy)
        _ = try program.post("/inloggen", ["key": "fout"])
        // From here on looking at the log is counted, and adds nothing.
        _ = try program.audit()
        return program
    }

    @Test func theFieldsOfARow() throws {
        let program = try TestProgram(Village.registry)
        let put = try program.send(
            .put, CapacityTests.target(), as: .shelter, fields: ["If-Match": "*"], json: Body.count(free: 1))

        let row = try #require(try program.audit().first)

        #expect(
            row.names == [
                "actorId", "at", "changes", "count", "eventType", "hash", "onBehalfOf", "organizationId", "previous",
                "requestId", "resource", "result", "role", "sequence", "since", "status",
            ])
        #expect(
            row.plain(without: ["hash", "requestId", "previous"])
                == #"{"actorId":"toets-shelter","at":"2026-11-20T08:00:00.000Z","changes":[{"field":"free","new":1,"old":2,"serviceId":"voorbeeld-huis-open"},{"field":"confirmedAt","new":"2026-11-20T08:00:00.000Z","old":"2026-11-20T07:00:00.000Z","serviceId":"voorbeeld-huis-open"},{"field":"version","new":1,"old":0,"serviceId":"voorbeeld-huis-open"}],"count":1,"eventType":"capacity_reported","onBehalfOf":null,"organizationId":"voorbeeld-huis","resource":"/v1/services/voorbeeld-huis-open/capacity","result":"success","role":"shelter","sequence":1,"since":null,"status":null}"#
        )
        #expect(row["requestId"].string == put.fields["X-Request-Id"])
    }

    @Test func aPauseSaysUntilWhenAndWhy() throws {
        let program = try TestProgram(Village.registry)
        for more in [#", "paused": true, "pausedUntil": "2026-12-01", "pauseReason": "staffing""#, ""] {
            _ = try program.send(
                .put, CapacityTests.target(), as: .shelter, fields: ["If-Match": "*"],
                json: Body.count(free: 2, more: more))
        }

        let rows = try program.audit()
        let changes = rows.map { row in
            row["changes"].elements.filter { $0["field"].string?.hasPrefix("pause") == true }.map {
                $0.plain(without: ["serviceId"])
            }
        }

        #expect(
            changes == [
                [
                    #"{"field":"paused","new":false,"old":true}"#,
                    #"{"field":"pausedUntil","new":null,"old":"2026-12-01"}"#,
                    #"{"field":"pauseReason","new":null,"old":"staffing"}"#,
                ],
                [
                    #"{"field":"paused","new":true,"old":false}"#,
                    #"{"field":"pausedUntil","new":"2026-12-01","old":null}"#,
                    #"{"field":"pauseReason","new":"staffing","old":null}"#,
                ],
            ])
    }

    @Test func newestFirstAndChained() throws {
        let rows = try Self.eventful.get().get("/v1/audit-events?pageSize=100", as: .admin).json["contents"].elements

        #expect(rows.compactMap { $0["sequence"].integer } == (1...rows.count).reversed())
        for (row, before) in zip(rows, rows.dropFirst()) { #expect(row["previous"].string == before["hash"].string) }
        #expect(rows.last?["previous"].string == String(repeating: "0", count: 64))
    }

    @Test func severalCountsAreOneRow() throws {
        let rows = try Self.eventful.get().audit("eventType=capacity_reported")
        let both = rows.filter { $0["resource"].type == .null }

        #expect(rows.count == 3)
        #expect(both.count == 1)
        let services = both.first?["changes"].elements.compactMap { $0["serviceId"].string } ?? []
        #expect(Set(services) == [Village.visible, Village.other])
    }

    @Test func aHoldSaysWhatBecameOfIt() throws {
        let rows = try Self.eventful.get().audit().filter { $0["eventType"].string?.hasPrefix("hold_") == true }
        let lines = rows.reversed().map { row in
            let changes = row["changes"].elements.filter { $0["serviceId"].type == .null }
            let states = changes.filter { $0["field"].string == "state" }
                .map { "\($0.has("old") ? $0["old"].string ?? "null" : "?")>\($0["new"].string ?? "")" }
            return "\(row["eventType"].string ?? "") \(states.joined())"
        }

        #expect(
            lines == [
                "hold_opened null>open", "hold_extended ", "hold_accepted open>accepted", "hold_opened null>open",
                "hold_declined open>declined", "hold_placed ?>placed", "hold_opened null>open",
                "hold_withdrawn ?>withdrawn",
            ])
        let resources = Set(rows.compactMap { $0["resource"].string })
        #expect(resources.count == 3)
        #expect(resources.allSatisfy { $0.hasPrefix("/v1/holds/") })
    }

    @Test func rowsFitTheSchema() throws {
        let document = try OpenAPITests.document.get()
        let content = try OpenAPITests.operation("/v1/audit-events", .get)["responses"]["200"]["content"]
        let response = try Self.eventful.get().get("/v1/audit-events?pageSize=100", as: .admin)

        let check = SchemaCheck(document: document)
        #expect(check.faults(try response.json, against: content["application/json"]["schema"]) == [])
        #expect(content.has("text/csv"))
    }

    @Test(arguments: [1, 3, 20, 100], ["", "eventType=hold_opened&", "eventType=hold_opened&eventType=signed_in&"])
    func pagesTogetherAreTheListOnce(_ size: Int, _ filter: String) throws {
        let program = try Self.eventful.get()
        let list = try program.get("/v1/audit-events?\(filter)pageSize=100", as: .admin).json
        let all = list["contents"].elements.map(\.plain)
        let first = try program.get("/v1/audit-events?\(filter)pageSize=\(size)", as: .admin).json
        let pages = try #require(first["totalPages"].integer)
        #expect(first["totalItems"].integer == all.count)
        #expect(pages == (all.count + size - 1) / size)

        var seen: [String] = []
        for page in 1...pages {
            let body = try program.get("/v1/audit-events?\(filter)pageSize=\(size)&page=\(page)", as: .admin).json
            #expect(body["lastPage"].boolean == (page == pages))
            #expect(body["size"].integer == body["contents"].elements.count)
            seen += body["contents"].elements.map(\.plain)
        }

        #expect(seen == all)
        #expect(try program.audit("\(filter)page=1000000").isEmpty)
    }

    @Test func byTime() throws {
        let program = try TestProgram(Village.registry)
        var script = LedgerScript(program.ledger)
        for minute in 0..<150 {
            script.moment = TestClock.start.addingTimeInterval(Double(minute / 3) * 60)
            try script.report(minute % 20)
        }
        func sequences(_ query: String) throws -> [Int] {
            try program.audit("pageSize=100&\(query)").compactMap { $0["sequence"].integer }
        }

        #expect(try sequences("from=2026-11-20T08:48:00Z") == (145...150).reversed())
        #expect(try sequences("from=2026-11-20T09:48:00%2B01:00") == (145...150).reversed())
        #expect(try sequences("from=2026-11-20T08:48:00.001Z") == (148...150).reversed())
        #expect(try sequences("to=2026-11-20T08:02:00Z") == (1...6).reversed())
        #expect(try sequences("from=2026-11-20T08:01:00Z&to=2026-11-20T08:02:00Z") == [6, 5, 4])
        #expect(try sequences("from=2026-11-20T08:02:00Z&to=2026-11-20T08:01:00Z") == [])
        #expect(try sequences("from=2030-01-01T00:00:00Z") == [])
        #expect(try sequences("to=2020-01-01T00:00:00Z") == [])
        #expect(try sequences("from=2026-11-20T08:49:00Z&eventType=capacity_reported") == [150, 149, 148])
        #expect(try sequences("from=2026-11-20T08:49:00Z&eventType=hold_opened") == [])
    }

    @Test(arguments: [
        ("eventType=zqx7", "?eventType unknown_code"), ("from=gisteren", "?from malformed_timestamp"),
        ("from=2026-11-20", "?from malformed_timestamp"), ("to=2026-11-20T08:00:00", "?to malformed_timestamp"),
        ("to=", "?to malformed_timestamp"), ("serviceId=x", "?serviceId unknown_parameter"),
        ("page=0", "?page out_of_range"),
    ])
    func faults(_ query: String, _ expected: String) throws {
        let response = try Self.eventful.get().get("/v1/audit-events?\(query)", as: .admin)

        #expect(response.status == .badRequest)
        #expect(try response.faults == [expected])
    }

    @Test func theTableIsTheWholeList() throws {
        let program = try TestProgram(Village.registry)
        let script = LedgerScript(program.ledger)
        // More than two steps.
        for _ in 0..<40 { try script.everything() }

        let lines = try program.auditTable().split(separator: "\r\n")
        let some = try program.auditTable("eventType=hold_placed").split(separator: "\r\n")

        #expect(lines.count == 601)
        #expect(lines.dropFirst().compactMap { Int($0.prefix { $0 != "," }) } == (1...600).reversed())
        #expect(some.count == 41)
        let first = try #require(try program.audit("eventType=hold_placed&pageSize=1").first)
        for name in ["hash", "previous", "resource", "at"] {
            #expect(some.dropFirst().first?.contains(first[name].string ?? "?") == true)
        }
        #expect(some.dropFirst().allSatisfy { $0.contains("state=?>placed;") })
    }

    @Test func headIsLikeGetAndEmpty() throws {
        let head = try Self.eventful.get().send(
            .head, "/v1/audit-events", as: .admin, fields: ["Accept": "text/csv"])

        #expect(head.status == .ok)
        #expect(head.fields["Content-Type"] == "text/csv; charset=utf-8; header=present")
        #expect(try Self.eventful.get().audit("eventType=data_exported").isEmpty)
    }
}
