import Access
import Domain
import Foundation
import JSONText
import TestTools
import Testing

@testable import HTTP

@Suite("What is written down of access, conventions section 8")
struct AuditTrailTests {
    static let count = "/v1/services/{id}/capacity"

    /// Something somebody does, and the rows it leaves.
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let act: @Sendable (TestProgram) throws -> Response
        let status: Int
        let rows: [String]
        var testDescription: String { name }
    }

    @Test(arguments: [
        Example(
            name: "signing in", act: { try $0.post("/inloggen", ["key": "sleutel-policy"]) }, status: 303,
            rows: ["signed_in toets-policy /inloggen"]),
        Example(
            name: "signing in with a wrong key", act: { try $0.post("/inloggen", ["key": "zqx7"]) }, status: 400,
            rows: ["sign_in_failed /inloggen 400"]),
        Example(
            name: "an empty form", act: { try $0.post("/inloggen", ["key": " "]) }, status: 400, rows: []),
        Example(
            name: "a form of another site",
            act: { try $0.post("/inloggen", ["key": "sleutel-policy"], fields: ["Origin": "https://elders.example"]) },
            status: 403, rows: ["access_refused /inloggen 403"]),
        Example(
            name: "a search without signing in", act: { try $0.post("/zoeken", SamplePages.good) }, status: 401,
            rows: []),
        Example(
            name: "a search that is not for this role",
            act: { try $0.post("/zoeken", SamplePages.good, cookie: $0.signIn(.policy)) }, status: 403,
            rows: ["signed_in toets-policy /inloggen", "access_refused toets-policy /zoeken 403"]),
        Example(
            name: "a key that does not count", act: { try $0.get(CapacityTests.target(), as: .wrongKey) }, status: 401,
            rows: ["access_refused \(count) 401"]),
        Example(
            name: "what is no key at all",
            act: { try $0.get("/v1/services", fields: ["Authorization": "Basic enF4Nzp6cXg3"]) }, status: 401,
            rows: ["access_refused /v1/services 401"]),
        Example(
            name: "no key", act: { try $0.get(CapacityTests.target()) }, status: 401, rows: []),
        Example(
            name: "another role",
            act: { try $0.send(.put, CapacityTests.target(), as: .policy, json: Body.count(free: 1)) }, status: 403,
            rows: ["access_refused toets-policy \(count) 403"]),
        Example(
            name: "another organisation",
            act: { try $0.send(.put, CapacityTests.target(), as: .otherShelter, json: Body.count(free: 1)) },
            status: 403, rows: ["access_refused toets-otherShelter \(count) 403"]),
        Example(
            name: "another role, HEAD", act: { try $0.send(.head, "/v1/audit-events", as: .policy) }, status: 403,
            rows: ["access_refused toets-policy /v1/audit-events 403"]),
        Example(
            name: "an address that is not there", act: { try $0.get("/v1/zqx7", as: .wrongKey) }, status: 404, rows: []
        ),
        Example(
            name: "bad input", act: { try $0.get("/v1/services?zqx7=1", as: .policy) }, status: 400, rows: []),
        Example(
            name: "a whole list as a table",
            act: { try $0.get("/v1/services", as: .policy, fields: ["Accept": "text/csv"]) }, status: 200,
            rows: ["data_exported toets-policy /v1/services"]),
        Example(
            name: "a whole list for everybody", act: { try $0.get("/v1/services", fields: ["Accept": "text/csv"]) },
            status: 200, rows: []),
        Example(
            name: "only its head",
            act: { try $0.send(.head, "/v1/services", as: .policy, fields: ["Accept": "text/csv"]) }, status: 200,
            rows: []),
        Example(
            name: "a page of a list", act: { try $0.get("/v1/services", as: .policy) }, status: 200,
            rows: ["data_viewed toets-policy /v1/services"]),
        Example(
            name: "a count",
            act: {
                try $0.send(
                    .put, CapacityTests.target(), as: .shelter, fields: ["If-Match": "*"], json: Body.count(free: 1))
            }, status: 200, rows: ["capacity_reported toets-shelter /v1/services/\(Village.visible)/capacity"]),
    ])
    func rows(_ example: Example) throws {
        let program = try TestProgram(Village.registry)

        let response = try example.act(program)

        #expect(response.status.code == example.status)
        #expect(try program.auditLines() == example.rows)
        #expect(try !program.directory.text(of: "journal.jsonl").contains("zqx7"))
        if response.fields.contains("X-Request-Id"), let row = try program.audit().first {
            #expect(row["requestId"].string == response.fields["X-Request-Id"])
        }
    }

    @Test func theRowOfTheTableItselfComesAfterIt() throws {
        let program = try TestProgram(Village.registry)
        #expect(try program.auditTable().split(separator: "\r\n").count == 1)
        #expect(try program.auditLines() == ["data_exported toets-admin /v1/audit-events"])
    }

    @Test func aFloodIsCounted() throws {
        let program = try TestProgram(Village.registry)
        for _ in 0..<300 { _ = try program.get("/v1/services", as: .wrongKey) }
        for _ in 0..<5 { _ = try program.post("/inloggen", ["key": "fout"]) }
        _ = try program.get("/v1/audit-events", as: .policy)
        #expect(try program.audit().count == 61)

        program.clock.advance(seconds: 60)

        let rows = try program.audit()
        #expect(rows.count == 63)
        let sums = rows.filter { $0["count"].integer != 1 }
        #expect(
            sums.map { "\($0["eventType"].string ?? "") \($0["count"].integer ?? 0)" } == [
                "sign_in_failed 5", "access_refused 240",
            ])
        #expect(sums.allSatisfy { $0["actorId"].type == .null && $0["resource"].type == .null })
    }

    @Test func stoppingWritesWhatWasCounted() throws {
        let directory = TemporaryDirectory()
        var program: TestProgram? = try TestProgram(Village.registry, in: directory)
        for _ in 0..<70 { _ = try program?.get("/v1/services", as: .wrongKey) }
        program?.finish()
        program = nil

        let rows = try TestProgram(Village.registry, in: directory).audit()
        #expect(rows.first?["count"].integer == 10)
        #expect(rows.count == 61)
    }
}

@Suite("Keys that come and go, in the journal")
struct KeyWatchTests {
    /// - Parameter seconds: how long after the first; keys of the same second have no order.
    private func issue(_ store: KeyStore, _ role: AccessRole = .policy, after seconds: Double = 0) throws -> AccessKey {
        var random = SystemRandomNumberGenerator()
        return try store.issue(
            role: role, organization: .make("voorbeeld-huis"), name: "Naam zqx7",
            at: TestClock.start.addingTimeInterval(seconds), using: &random
        ).key
    }

    @Test func anotherProcessIssuesAndRevokes() throws {
        let program = try TestProgram(Village.registry)
        let command = try KeyStore(directory: program.directory.path)
        let key = try issue(command)
        #expect(try program.auditLines() == ["key_issued \(key.id)"])

        try command.revoke(key.id, at: TestClock.start)
        let other = try issue(command, .shelter, after: 1)

        #expect(
            try program.auditLines() == ["key_issued \(key.id)", "key_revoked \(key.id)", "key_issued \(other.id)"])
        let row = try #require(try program.audit("eventType=key_issued").last)
        #expect(row["actorId"].type == .null)
        #expect(
            row["changes"].elements.map { "\($0["field"].string ?? "") \($0["new"].string ?? "")" } == [
                "role policy", "organizationId voorbeeld-huis",
            ])
        #expect(try !program.directory.text(of: "journal.jsonl").contains("zqx7"))
    }

    @Test func whatHappenedWhileNobodyServed() throws {
        let directory = TemporaryDirectory()
        let command = try KeyStore(directory: directory.path)
        let (kept, ended) = (try issue(command), try issue(command))
        try command.revoke(ended.id, at: TestClock.start)
        let rows = [
            "key_issued \(kept.id)", "key_issued \(ended.id)", "key_revoked \(ended.id)",
        ].sorted()
        var program: TestProgram? = try TestProgram(Village.registry, in: directory)
        #expect(try program?.auditLines().sorted() == rows)
        program = nil

        try command.revoke(kept.id, at: TestClock.start)

        let again = try TestProgram(Village.registry, in: directory)
        #expect(try again.auditLines().sorted() == (rows + ["key_revoked \(kept.id)"]).sorted())
        #expect(try again.auditLines().last == "key_revoked \(kept.id)")
    }

    @Test func aDamagedFileSaysNothing() throws {
        let program = try TestProgram(Village.registry)
        let key = try issue(try KeyStore(directory: program.directory.path))
        _ = try program.audit()

        try program.directory.write("{", to: "keys.json")

        #expect(try program.auditLines() == ["key_issued \(key.id)"])
    }
}
