import Domain
import Foundation
import JSONText
import Testing

@testable import HTTP
@testable import Web

@Suite("Searching the audit")
struct AuditSearchTests {
    private static let eventful = Result {
        let program = try TestProgram(Village.registry)
        for _ in 0..<3 { try LedgerScript(program.ledger).everything() }
        _ = try program.get("/v1/services/\(Village.sheltered)", as: .coordinator)
        _ = try program.get("/v1/services/\(Village.sheltered)/capacity/history", as: .policy)
        _ = try program.get("/v1/audit-events", as: .policy)
        _ = try program.audit()
        return program
    }

    private static let place = "/v1/services/\(Village.visible)"

    /// Pages, table and the records themselves agree, whatever is asked together.
    @Test(arguments: [
        ("actorId=toets-coordinator", 16), ("actorId=toets-coordinator&actorId=toets-policy", 18),
        ("actorId=zqx7", 0), ("organizationId=voorbeeld-huis", 27), ("resource=/v1/services", 41),
        ("resource=/v1/services/\(Village.sheltered)", 2), ("resource=\(place)", 33),
        ("resource=\(place)&eventType=capacity_reported", 9), ("resource=\(place)&eventType=hold_declined", 0),
        ("resource=/v1/services/\(Village.other)&actorId=toets-shelter", 9), ("resource=/v1/holds", 24),
        ("resource=/inloggen", 6), ("resource=/v1/serv", 0), ("eventType=data_viewed", 3),
        ("resource=\(place)&to=2026-11-20T08:00:00Z", 0),
    ])
    func finds(_ query: String, _ count: Int) throws {
        let program = try Self.eventful.get()
        let list = try program.get("/v1/audit-events?pageSize=100&\(query)", as: .admin).json
        let lines = try program.auditTable(query).split(separator: "\r\n").dropFirst()

        #expect(list["totalItems"].integer == count)
        // The tables that were taken along here stand in later ones.
        let sequences = lines.filter { !$0.contains("data_exported") }.compactMap { Int($0.prefix { $0 != "," }) }
        #expect(list["contents"].elements.compactMap { $0["sequence"].integer } == sequences)
    }

    @Test func aReferenceLeadsToItsHold() throws {
        let program = try Self.eventful.get()
        let first = try #require(try program.audit("eventType=hold_opened").last?["resource"].string)

        let rows = try program.audit("resource=\(first)")

        #expect(
            rows.reversed().compactMap { $0["eventType"].string } == [
                "hold_opened", "hold_extended", "hold_accepted", "hold_placed",
            ])
    }
}
