import Access
import Domain
import Foundation
import TestTools
import Testing

@Suite("Keys that are replaced and changed, in the journal")
struct KeyRotationAuditTests {
    private func changes(_ program: TestProgram) throws -> [String] {
        try program.audit().reversed().filter { $0["eventType"].string?.hasPrefix("key_") == true }.map { event in
            let changes = event["changes"].elements.map { "\($0["field"].string ?? "")=\($0["new"].string ?? "-")" }
            return
                "\(event["eventType"].string ?? "") \(event["resource"].string ?? "") \(changes.joined(separator: " "))"
        }
    }

    @Test func rotation() throws {
        let directory = TemporaryDirectory()
        let command = try KeyStore(directory: directory.path)
        var random = SystemRandomNumberGenerator()
        let day = CalendarDate(text: "2027-01-31")
        let old = try command.issue(
            role: .policy, name: "Naam zqx7", user: "zqx7", expiresOn: day, at: TestClock.start, using: &random
        ).key
        var program: TestProgram? = try TestProgram(Village.registry, in: directory)
        var expected = ["key_issued \(old.id) role=policy organizationId=- expiresOn=2027-01-31"]
        #expect(try program.map(changes) == expected)

        // While it runs.
        let second = try command.rotate(old.id, at: TestClock.start + 1, using: &random).key
        expected += [
            "key_changed \(old.id) expiresOn=2026-11-21",
            "key_rotated \(second.id) role=policy organizationId=- expiresOn=2027-01-31 replaces=\(old.id)",
        ]
        #expect(try program.map(changes) == expected)
        #expect(try program.map(changes) == expected)

        // While nothing runs, and from a snapshot.
        program = nil
        #expect(Recorder.run("journal", "compact", "--state", directory.path).status == 0)
        let third = try command.rotate(second.id, isAtOnce: true, at: TestClock.start + 2, using: &random).key
        program = try TestProgram(Village.registry, in: directory)
        expected += [
            "key_revoked \(second.id) revoked=-",
            "key_rotated \(third.id) role=policy organizationId=- expiresOn=2027-01-31 replaces=\(second.id)",
        ]
        #expect(try program.map(changes) == expected)
        #expect(Recorder.run("journal", "verify", "--state", directory.path).status == 0)
        #expect(try !directory.text(of: "journal.jsonl").contains("zqx7"))
    }

    @Test func changesByHandAreTold() throws {
        let program = try TestProgram(Village.registry)
        let command = try KeyStore(directory: program.directory.path)
        var random = SystemRandomNumberGenerator()
        let key = try command.issue(
            role: .policy, expiresOn: CalendarDate(text: "2027-01-31"), at: TestClock.start, using: &random
        ).key
        try command.revoke(key.id, at: TestClock.start)
        var expected = [
            "key_issued \(key.id) role=policy organizationId=- expiresOn=2027-01-31", "key_revoked \(key.id) revoked=-",
        ]
        #expect(try changes(program) == expected)

        let text = try program.directory.text(of: "keys.json")
        let revived = text.replacing(/"revokedAt" : "[^"]*"/, with: #""name" : "x""#)
        try program.directory.write(revived, to: "keys.json")
        expected.append("key_issued \(key.id) role=policy organizationId=- expiresOn=2027-01-31")
        #expect(try changes(program) == expected)

        try program.directory.write(revived.replacing("2027-01-31", with: "2099-01-31"), to: "keys.json")
        expected.append("key_changed \(key.id) expiresOn=2099-01-31")
        #expect(try changes(program) == expected)
    }
}
