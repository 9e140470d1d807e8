import Foundation
import TestTools
import Testing

@Suite("The command line")
struct UsageTests {
    @Test func help() {
        let run = Recorder.run("--help")

        #expect(run.status == 0)
        #expect(run.complaints.isEmpty)
        for word in [
            "serve", "check", "match", "key issue", "key rotate", "key list", "key revoke", "--at-once", "--user",
            "journal verify", "journal compact", "--trusted-proxy", "--user-header", "--site",
            "journal history", "backup", "restore", "--hold-seconds", "3600", "--accept-damage", "--host", "--port",
            "--data", "--state", "--address-rate", "--key-rate",
            "--public", "--production", "--json", "--scarcity", "--role", "--organization", "--name", "--expires",
            "--help",
            "--version", "--group", "8080", "127.0.0.1", ".opvangkaart",
        ] {
            #expect(run.output.contains(word), "\(word)")
        }
    }

    @Test func version() {
        let run = Recorder.run("--version")

        #expect(run.status == 0)
        #expect(run.output.wholeMatch(of: /opvangkaart \d+\.\d+\.\d+\n/) != nil)
    }

    @Test(arguments: [
        ["nergens"], ["--nergens"], ["serve", "--nergens"], ["serve", "extra"], ["serve", "--port"],
        ["serve", "--port", "x"], ["serve", "--port", "70000"], ["serve", "--port", "-1"],
        ["serve", "--port=1", "--port=2"],
        ["serve", "--production=ja"], ["serve", "--port="], ["check", "--data"], ["check", "--port", "1"],
        ["check", "--data", "a", "--data", "b"], ["check", "extra"], ["match"], ["match", "a", "b"],
        ["match", "a", "--onbekend"], ["match", "a", "--scarcity", "on"], ["match", "a", "--scarcity"],
        ["match", "--group"],
        ["match", "a", "--group", "b"], ["match", "--group", "b", "--as-of", "2026-01-01T00:00:00Z"], ["key"],
        ["key", "nergens"], ["key", "issue"], ["key", "issue", "--role"],
        ["key", "issue", "--role", "baas"], ["key", "issue", "--role", "admin", "--expires", "morgen"],
        ["key", "issue", "--role", "admin", "--organization", "Geen Id"], ["key", "issue", "--role", "shelter"],
        ["key", "revoke"], ["key", "revoke", "a", "b"], ["key", "list", "extra"], ["serve", "--hold-seconds"],
        ["serve", "--hold-seconds", "0"], ["serve", "--hold-seconds", "14401"], ["serve", "--hold-seconds", "1.5"],
        ["serve", "--hold-seconds", "-1"], ["serve", "--hold-seconds", "99999999999999999999"],
        ["serve", "--accept-damage=ja"], ["journal"], ["journal", "nergens"], ["journal", "verify", "extra"],
        ["journal", "verify", "--json"], ["journal", "compact", "extra"], ["journal", "history"],
        ["journal", "history", "a", "b"], ["journal", "history", "Geen Id"],
        ["journal", "history", "a", "--data", "b"],
        ["backup"], ["backup", "a", "b"], ["backup", "a", "--data", "b"], ["restore"], ["restore", "a", "b"],
        ["restore", "a", "--json"], ["serve", "--trusted-proxy", "localhost"],
        ["serve", "--trusted-proxy", "0.0.0.0/0"],
        ["serve", "--trusted-proxy", "10.0.0.1/8"], ["serve", "--trusted-proxy", "::1,::/0"],
        ["serve", "--user-header", "X-Remote-User"], ["serve", "--site", "http://opvang.example"],
        ["serve", "--site", "opvang.example"], ["serve", "--trusted-proxy", "::1", "--user-header", "Cookie"],
        ["serve", "--trusted-proxy", "::1", "--user-header", "X Remote"],
        ["serve", "--address-rate", "-1"], ["serve", "--address-rate", "1.5"],
        ["serve", "--key-rate", "1000001"], ["serve", "--key-rate", "99999999999999999999"], ["serve", "--key-rate="],
    ])
    func notUnderstood(_ arguments: [String]) {
        let directory = TemporaryDirectory()
        let takesState =
            ["backup", "restore"].contains(arguments.first)
            || ["key", "journal"].contains(arguments.first) && arguments.count > 1 && arguments[1] != "nergens"
        let run = Recorder.run(takesState ? arguments + ["--state=\(directory.path)"] : arguments)

        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.complaints.hasPrefix("opvangkaart: "))
        #expect(run.complaints.split(separator: "\n", omittingEmptySubsequences: false).count == 2)
        #expect(!FileManager.default.fileExists(atPath: directory.path))
    }

    @Test(arguments: [
        ["match", "nergens.json"], ["match", "--group", "nergens.json"], ["key", "revoke", "nergens"],
        ["journal", "verify"], ["journal", "compact"],
        ["journal", "history", "nergens"], ["backup", "nergens.tar"], ["restore", "nergens.tar"],
        ["key", "issue", "--role", "admin", "--expires", "2020-01-01"],
    ])
    func failures(_ arguments: [String]) {
        let directory = TemporaryDirectory()
        let run = Recorder.run(arguments + ["--state", directory.path])

        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.complaints.split(separator: "\n").count == 1)
        if arguments[0] != "key" { #expect(!FileManager.default.fileExists(atPath: directory.path)) }
    }
}
