import Foundation
import TestTools
import Testing

@testable import Web

@Suite("What keeps a service from starting in production")
struct ProductionCheckTests {
    /// A folder of data that is not there: a start that gets past the check ends there.
    private func start(_ directory: TemporaryDirectory, _ words: String...) -> (status: Int32, lines: [String]) {
        let run = Recorder.run(
            ["serve", "--state", directory.path, "--data", directory.path + "-data", "--port", "0"] + words)
        #expect(run.output.isEmpty)
        return (run.status, run.complaints.split(separator: "\n").map(String.init))
    }

    /// The reasons; what else is said is said of the folder of data.
    private func production(_ directory: TemporaryDirectory) -> [String] {
        let (status, lines) = start(directory, "--production")
        let reasons = lines.filter { !$0.contains("-data") && !$0.contains("register") }
        #expect(status == 1)
        #expect(reasons.allSatisfy { $0.hasPrefix("opvangkaart: ") })
        return reasons
    }

    private func issue(_ directory: TemporaryDirectory, _ words: String...) {
        _ = Recorder.run(["key", "issue", "--state", directory.path] + words)
    }

    private func setMode(_ mode: Int, _ directory: TemporaryDirectory, _ name: String = "") throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: directory.path(of: name))
    }

    @Test func adminIsNeeded() {
        let directory = TemporaryDirectory()
        let expected =
            "opvangkaart: Er is geen geldige sleutel voor een beheerder. Typ: opvangkaart key issue --role admin --state "
            + "\(ShellWord(directory.path))"
        #expect(production(directory) == [expected])
        #expect(!FileManager.default.fileExists(atPath: directory.path))
        issue(directory, "--role", "policy")
        #expect(production(directory) == [expected])
        issue(directory, "--role", "admin", "--expires", "2199-12-31")
        #expect(production(directory) == [])
    }

    @Test func adminThatEndedIsNone() throws {
        let directory = TemporaryDirectory()
        issue(directory, "--role", "admin", "--expires", "2199-12-31")
        let text = try directory.text(of: "keys.json")
        for other in [
            text.replacing("2199-12-31", with: "2020-01-01"),
            text.replacing(#""expiresOn" :"#, with: #""revokedAt" : "2026-11-20T08:00:00Z", "expiresOn" :"#),
        ] {
            #expect(other != text)
            try directory.write(other, to: "keys.json")
            #expect(production(directory).count == 1)
        }
    }

    @Test(arguments: [
        (0o700, 0), (0o750, 0), (0o710, 0), (0o701, 1), (0o704, 1), (0o705, 1), (0o755, 1), (0o720, 1), (0o770, 1),
        (0o777, 1), (0o1777, 1),
    ])
    func modeOfTheDirectory(_ mode: Int, _ count: Int) throws {
        let directory = TemporaryDirectory()
        issue(directory, "--role", "admin")
        try setMode(mode, directory)

        let lines = production(directory)

        #expect(lines.count == count)
        #expect(lines.allSatisfy { $0.contains("Typ: chmod 700 \(ShellWord(directory.path))") })
        try setMode(0o700, directory)
    }

    @Test(arguments: [(0o600, 0), (0o640, 0), (0o644, 1), (0o660, 1), (0o602, 1), (0o601, 1)])
    func modeOfTheFiles(_ mode: Int, _ count: Int) throws {
        for name in ["keys.json", "journal.jsonl", "torn-tail-1"] {
            let directory = TemporaryDirectory()
            issue(directory, "--role", "admin")
            if name != "keys.json" { try directory.write("", to: name) }
            if name != "keys.json" { try setMode(0o600, directory, name) }
            try setMode(mode, directory, name)

            let lines = production(directory)

            #expect(lines.count == count, "\(name)")
            #expect(lines.allSatisfy { $0.contains(name) && $0.contains("chmod 600") })
        }
    }

    @Test func demonstrationKeysInTheFile() throws {
        let directory = TemporaryDirectory()
        issue(directory, "--role", "admin")
        let text = try directory.text(of: "keys.json")
        let digest = try #require(text.firstMatch(of: /"digest" : "([0-9a-f]{64})"/)).1
        try directory.write(text.replacing(digest, with: Self.digestOfDemoPolicy), to: "keys.json")
        #expect(production(directory).count == 1)
        #expect(
            production(directory).first?.contains(
                "is een probeersleutel. Iedereen kent hem. Typ: opvangkaart key revoke key-") == true)

        try directory.write(text.replacing(#""id" : "key-"#, with: #""id" : "demo-"#), to: "keys.json")
        let lines = production(directory)
        #expect(lines.count == 2)
        #expect(lines.first?.contains("In keys.json staat een probeersleutel (demo-…)") == true)
        #expect(lines.last?.contains("keys.json is beschadigd (bij id)") == true)
    }

    /// As sha256sum makes it.
    private static let digestOfDemoPolicy = "5d6f89458416c5f3969800da31e081af46fbff90d4dbc282654a22d9b6c8957a"

    @Test func allReasonsAtOnce() throws {
        let directory = TemporaryDirectory()
        issue(directory, "--role", "policy")
        try setMode(0o644, directory, "keys.json")
        try setMode(0o755, directory)

        let lines = production(directory)

        #expect(lines.count == 3)
        // Without --production nobody asks.
        #expect(!start(directory).lines.contains { $0.contains("chmod") })
    }

    @Test(arguments: [
        ("", "''"), (".opvangkaart", ".opvangkaart"), ("/srv/op vang", "'/srv/op vang'"), ("it's", #"'it'\''s'"#),
        ("$(rm)", "'$(rm)'"), ("-x", "'-x'"), ("a\u{1b}[2Jb", "'a[2Jb'"),
    ])
    func words(_ word: String, _ typed: String) {
        #expect(ShellWord(word).description == typed)
    }

    @Test func nothingOfTheMemoryGetsIntoADump() {
        MemoryDumps.switchOff()
        #expect(MemoryDumps.areOff)
    }
}
