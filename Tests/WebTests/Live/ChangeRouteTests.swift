import Domain
import Foundation
import JSONText
import Testing

@testable import HTTP
@testable import PageReading

@Suite("GET /v1/changes")
struct ChangeRouteTests {
    @Test func theFields() throws {
        let response = try TestProgram.reading.get().get("/v1/changes", as: .policy)

        #expect(response.status == .ok)
        #expect(response.fields["Content-Type"] == "text/event-stream; charset=utf-8")
        #expect(response.fields["Cache-Control"] == "no-store")
        #expect(response.fields["X-Accel-Buffering"] == "no")
    }

    @Test func theBeginningSaysWhereToGoOn() throws {
        let program = try TestProgram(Village.registry)
        let client = try program.listen(as: .policy)

        #expect(client.text == "retry: 2000\nid: 999\n\n")
        #expect(client.reader.retry == 2000)
        #expect(client.reader.lastID == "999")
    }

    @Test func theHeartbeatIsAComment() throws {
        let response = try TestProgram.reading.get().get("/v1/changes", as: .policy)
        guard case .stream(let stream) = response.content, let heartbeat = stream.heartbeat else {
            Issue.record("no heartbeat")
            return
        }
        var reader = EventStreamReader()
        reader.read(heartbeat.bytes)

        #expect(heartbeat.seconds == 15)
        #expect(reader.comments == 1)
        #expect(reader.events.isEmpty)
    }

    @Test(arguments: [
        ("text/event-stream", 200), ("*/*", 200), ("text/*", 200), ("", 200),
        ("application/json, text/event-stream;q=0.1", 200), ("application/json", 406), ("text/event-stream;q=0", 406),
        ("text/csv", 406),
    ])
    func accept(_ field: String, _ expected: Int) throws {
        let response = try TestProgram.reading.get().get("/v1/changes", as: .policy, fields: ["Accept": field])

        #expect(response.status.code == expected)
    }

    @Test(arguments: ["", "a", "-1", "1.5", "1 2", "1, 2"])
    func badIDs(_ id: String) throws {
        let program = try TestProgram.reading.get()
        let header = try program.get("/v1/changes", as: .policy, fields: ["Last-Event-ID": id])
        let query = try program.get(
            "/v1/changes?lastEventId=\(id.replacing(" ", with: "%20"))", as: .policy)

        #expect(header.status == .badRequest)
        #expect(try header.faults == ["?Last-Event-ID malformed_event_id"])
        #expect(try query.faults == ["?lastEventId malformed_event_id"])
    }

    @Test func otherKeysAreUnknown() throws {
        let response = try TestProgram.reading.get().get("/v1/changes?Last-Event-ID=1", as: .policy)
        #expect(try response.faults == ["?Last-Event-ID unknown_parameter"])
    }

    @Test func theHeaderGoesBeforeTheQuery() throws {
        let program = try TestProgram(Village.registry)
        let script = LedgerScript(program.ledger)
        for free in 1...3 { try script.report(free) }

        let query = try StreamClient(program.get("/v1/changes?lastEventId=1001", as: .policy))
        let both = try StreamClient(
            program.get("/v1/changes?lastEventId=1001", as: .policy, fields: ["Last-Event-ID": "2001"]))

        #expect(try query.events(2).map(\.id) == [2001, 3001])
        #expect(try both.events(1).map(\.id) == [3001])
    }

    @Test(arguments: [99_999, Int.max])
    func anIDThatIsStillToComeGoesOnFromNow(_ id: Int) throws {
        let program = try TestProgram(Village.registry)
        let script = LedgerScript(program.ledger)
        try script.report(1)
        let client = try program.listen(after: id)
        #expect(client.reader.lastID == "1999")

        try script.report(2)

        // Between them is the record of who listens.
        #expect(try client.events(1).map(\.id) == [3001])
    }

    @Test func headBeginsNothing() throws {
        let program = try TestProgram(Village.registry)
        let response = try program.send(.head, "/v1/changes", as: .policy)
        guard case .stream(let stream) = response.content else {
            Issue.record("another answer than GET has")
            return
        }

        guard case .end = stream.next() else {
            Issue.record("a stream for nobody")
            return
        }
        #expect(response.fields["Content-Type"] == "text/event-stream; charset=utf-8")
    }

    @Test func anEventIsTheObjectOfTheCount() throws {
        let program = try TestProgram(Village.registry)
        let client = try program.listen(as: .policy)
        let put = try program.send(
            .put, CapacityTests.target(), as: .shelter, fields: ["If-Match": "\"0\""], json: Body.count(free: 1))

        let events = try client.events(1)

        #expect(events.map(\.name) == ["capacity"])
        #expect(events.first?.data == put.text)
        #expect(try program.get(CapacityTests.target(), as: .policy).text == put.text)
    }

    @Test func everyReportIsAnEvent() throws {
        let program = try TestProgram(Village.registry)
        let script = LedgerScript(program.ledger)
        let client = try program.listen(as: .otherShelter)

        for _ in 0..<20 { try script.report(3) }

        let versions = try client.events(20).map { try JSONParser.parse(Array($0.data.utf8))["version"].integer }
        #expect(versions == (1...20).map { $0 })
        // The first record is that of who listens.
        #expect(client.ids == (2...21).map { $0 * 1_000 + 1 })
    }
}
