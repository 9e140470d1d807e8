import Domain
import Foundation
import HTTP
import Ledger
import TestTools
import Testing

@testable import PageReading
@testable import Web

@Suite("Who looked at what not everybody may see, feature F35")
struct ProtectedReadTests {
    /// Open to everybody, or about the program and nobody's data.
    private static let unprotected: Set = [
        "/v1/health", "/v1/ready", "/v1/openapi.json", "/v1/code-lists", "/v1/code-lists/{list}", "/v1/provinces",
        "/v1/provinces/{code}", "/v1/municipalities", "/v1/municipalities/{code}", "/v1/organizations",
        "/v1/organizations/{id}", "/metrics",
    ]

    /// Who makes a route says here, or in the table, whether what it shows is protected.
    @Test(arguments: ContractRoute.all)
    func everyRouteIsInTheTableOrChangesSomething(_ route: ContractRoute) {
        let isSearch = route.pattern.hasPrefix("/v1/placements/")
        let isRead = route.method == .get || isSearch

        #expect(
            (ProtectedReads.read(route.method, route.pattern) != nil)
                == (isRead && !Self.unprotected.contains(route.pattern)))
    }

    private static let pages = (try? TestProgram.reading.get().pageRoutes.map(\.template)) ?? []

    @Test func theTableNamesNothingElse() {
        let known = Set(ContractRoute.all.map(\.pattern) + Self.pages)
        #expect(ProtectedReads.all.allSatisfy { known.contains($0.path) })
        #expect(Set(ProtectedReads.all.map(\.path)).count == ProtectedReads.all.count)
    }

    /// Each route, granted to each visitor, leaves the row of the table; refused it leaves none.
    @Test(arguments: ContractRoute.all.filter { ProtectedReads.read($0.method, $0.pattern) != nil }, Visitor.allCases)
    func looks(_ route: ContractRoute, _ visitor: Visitor) throws {
        let program = try TestProgram(Village.registry)
        let response = try route.send(to: program, as: visitor)
        let read = try #require(ProtectedReads.read(route.method, route.pattern))

        let isOwn = visitor == .shelter && route.pattern.contains("{id}")
        let isSeen = response.status.code < 300 && visitor.role != nil && !isOwn
        let rows = try program.get("/v1/audit-events?eventType=data_viewed", as: .admin).json["contents"].elements
            .filter { $0["actorId"].string == "toets-\(visitor.rawValue)" }
            .compactMap { $0["resource"].string }.filter { read.subject(in: $0) != nil }

        #expect(rows.count == (isSeen ? 1 : 0))
        #expect(rows.allSatisfy { $0 == read.path || !$0.contains("{") })
    }

    @Test func tenThousandLooksAreTwoRecords() throws {
        let program = try TestProgram(Village.registry)
        for _ in 0..<10_000 { _ = try program.get(CapacityTests.target(), as: .policy) }
        #expect(try program.auditLines() == ["data_viewed toets-policy /v1/services/{id}/capacity"])

        program.clock.advance(seconds: 3_600)

        let rows = try program.audit()
        #expect(rows.map { $0["count"].integer } == [9_999, 1])
        #expect(rows.map { $0["since"].string } == ["2026-11-20T08:00:00.000Z", nil])
    }

    @Test func stoppingWritesWhatWasCounted() throws {
        let directory = TemporaryDirectory()
        var program: TestProgram? = try TestProgram(Village.registry, in: directory)
        for _ in 0..<7 { _ = try program?.get("/v1/holds", as: .comensha) }
        program?.finish()
        program = nil

        #expect(try TestProgram(Village.registry, in: directory).audit().map { $0["count"].integer } == [6, 1])
    }

    /// Records of looks change no count, no version of the data, and no event.
    @Test func lookingChangesNothing() throws {
        let program = try TestProgram(Village.registry)
        try LedgerScript(program.ledger).everything()
        let (health, before) = (try program.get("/v1/health").text, program.ledger.state)
        let client = try program.listen(as: .admin)

        for route in ContractRoute.reading { _ = try program.send(.get, route.target, as: .comensha) }
        _ = try program.audit()

        let after = program.ledger.state
        #expect(after.sequence > before.sequence + 5)
        #expect(try program.get("/v1/health").text == health)
        #expect(after.all == before.all)
        #expect(after.dataHead == before.dataHead)
        try LedgerScript(program.ledger).report(3)
        #expect(try client.events(1).map(\.name) == ["capacity"])
    }

    @Test func signingOutHasARow() throws {
        let program = try TestProgram(Village.registry)
        _ = try program.post("/uitloggen", [:], cookie: program.signIn(.policy))
        _ = try program.post("/uitloggen-overal", [:], cookie: program.signIn(.admin))

        #expect(
            try program.auditLines() == [
                "signed_in toets-policy /inloggen", "signed_out toets-policy /uitloggen",
                "signed_in toets-admin /inloggen", "sessions_ended toets-admin /uitloggen-overal",
            ])
    }
}
