import Foundation
import HTTP
import Ledger
import Registry
import Testing

@testable import PageReading
@testable import Web

@Suite("Changes on the pages")
struct PageStreamTests {
    private static let byItself: Fields = ["Opvangkaart-By-Itself": "1"]

    private func listen(_ program: TestProgram, cookie: String, after id: Int? = nil) throws -> StreamClient {
        var fields = Self.byItself
        fields.set("Cookie", cookie)
        if let id { fields.set("Last-Event-ID", String(id)) }
        let client = try StreamClient(program.get("/live", fields: fields))
        client.pull()
        return client
    }

    @Test(arguments: ["/live", "/en/live"])
    func whoSignedInHearsOfChanges(_ path: String) throws {
        let program = try TestProgram(Village.registry)
        let response = try program.get(path, fields: ["Cookie": program.signIn(.policy)])
        let client = try StreamClient(response)
        try LedgerScript(program.ledger).report(1)

        let events = try client.events(1)

        #expect(response.fields[.contentType] == "text/event-stream; charset=utf-8")
        #expect(response.fields[.cacheControl] == "no-store")
        #expect(events[0].name == "capacity")
        #expect(events[0].data.contains(Village.visible))
    }

    @Test func nobodyElseDoes() throws {
        let program = try TestProgram.reading.get()

        #expect(try program.get("/live").status == .unauthorized)
        #expect(try program.get("/live", fields: ["Cookie": "opvangkaart=0"]).status == .unauthorized)
        #expect(try program.get("/live", as: .admin).status == .unauthorized)
    }

    @Test func aPageSaysFromWhereToGoOn() throws {
        let program = try TestProgram(Village.registry)
        let cookie = try program.signIn(.coordinator)
        let script = LedgerScript(program.ledger)
        try script.report(5)
        let page = try program.page("/zoeken", cookie: cookie).text
        let id = try #require(page.firstMatch(of: /data-live="([0-9]+)"/).flatMap { Int($0.1) })
        try script.report(4)

        let client = try listen(program, cookie: cookie, after: id)

        #expect(try client.events(1).map(\.data).filter { $0.contains("\"free\":4") }.count == 1)
        #expect(client.events.count == 1)
        #expect(try listen(program, cookie: cookie, after: client.ids[0]).events.isEmpty)
    }

    /// A page that was away shows no number as new before it knows of all that changed.
    @Test(arguments: [0, 40, 200])
    func itSaysWhenNothingIsMissing(_ changes: Int) throws {
        let program = try TestProgram(Village.registry)
        let cookie = try program.signIn(.coordinator)
        let before = EventID.end(of: program.ledger.state.sequence).rawValue
        let script = LedgerScript(program.ledger)
        for number in 0..<changes { try script.report(number % 20) }

        let client = try listen(program, cookie: cookie, after: before)
        try client.wait { $0.comments > 0 }

        let parts = client.text.components(separatedBy: ": level\n\n")
        #expect(parts.count == 2)
        #expect(client.events.count == changes)
        #expect(parts.last == "")
        try script.report(19)
        try client.events(changes + 1)
        #expect(client.reader.comments == 1)
        #expect(try !program.listen(as: .admin, after: before).text.contains("level"))
    }

    @Test func aWrongPlaceIsRefused() throws {
        let program = try TestProgram.reading.get()
        let fields: Fields = ["Cookie": try program.signIn(.coordinator), "Last-Event-ID": "gisteren"]

        #expect(try program.get("/live", fields: fields).status == .badRequest)
    }

    @Test func signingOutEndsIt() throws {
        let program = try TestProgram(Village.registry)
        let (cookie, other) = (try program.signIn(.coordinator), try program.signIn(.coordinator))
        let (client, stays) = (try listen(program, cookie: cookie), try listen(program, cookie: other))
        let script = LedgerScript(program.ledger)
        try script.report(1)
        try client.events(1)

        #expect(try program.post("/uitloggen", [:], cookie: cookie).status == .seeOther)
        try script.report(2)

        try client.wait { _ in false }
        #expect(client.isOver)
        #expect(client.events.count == 1)
        try stays.events(2)
        #expect(!stays.isOver)
    }

    /// Half an hour without anybody doing something ends a session, however many pages stand open and ask.
    @Test func anOpenPageKeepsNobodySignedIn() throws {
        let program = try TestProgram(Village.registry)
        let cookie = try program.signIn(.coordinator)
        let client = try listen(program, cookie: cookie)
        var fields = Self.byItself
        fields.set("Cookie", cookie)
        for _ in 0..<2 {
            program.clock.advance(seconds: 14 * 60)
            #expect(try program.get("/telling/\(Village.visible)", fields: fields).status == .ok)
            #expect(try !listen(program, cookie: cookie).isOver)
        }

        program.clock.advance(seconds: 3 * 60)
        try LedgerScript(program.ledger).report(2)

        try client.wait { _ in false }
        #expect(client.isOver)
        #expect(client.events.isEmpty)
        #expect(try program.get("/telling/\(Village.visible)", fields: fields).status == .unauthorized)
    }

    @Test func whatSomebodyDoesKeepsThemSignedIn() throws {
        let program = try TestProgram(Village.registry)
        let cookie = try program.signIn(.coordinator)
        for _ in 0..<3 {
            program.clock.advance(seconds: 20 * 60)
            #expect(try program.page("/account", cookie: cookie).status == .ok)
        }
        #expect(try !listen(program, cookie: cookie).isOver)
    }

    @Test func headSaysWhatWouldCome() throws {
        let program = try TestProgram.reading.get()
        let response = try program.send(.head, "/live", fields: ["Cookie": program.signIn(.shelter)])

        #expect(response.status == .ok)
        #expect(response.fields[.contentType] == "text/event-stream; charset=utf-8")
    }
}
