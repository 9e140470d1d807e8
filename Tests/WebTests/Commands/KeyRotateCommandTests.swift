import Access
import Domain
import Foundation
import HTTP
import TestTools
import Testing

@Suite("opvangkaart key rotate")
struct KeyRotateCommandTests {
    private func key(_ words: [String], in directory: TemporaryDirectory) -> (
        status: Int32, output: String, complaints: String
    ) {
        Recorder.run(["key"] + words + ["--state", directory.path])
    }

    private func rows(_ directory: TemporaryDirectory) -> [[String]] {
        key(["list"], in: directory).output.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test(arguments: [false, true])
    func besideARunningProgram(_ isAtOnce: Bool) throws {
        let program = try TestProgram(Village.registry, clock: TestClock(Date()))
        let directory = program.directory
        func status(_ secret: String) throws -> UInt16 {
            let fields: Fields = ["Authorization": "Bearer \(secret.trimmingCharacters(in: .newlines))"]
            return UInt16(try program.send(.get, CapacityTests.target(), fields: fields).status.code)
        }
        let old = key(["issue", "--role", "policy", "--name", "Balie", "--user", "jansen"], in: directory).output
        #expect(try status(old) == 200)
        let id = try #require(rows(directory).first?.first)

        let run = key(["rotate", id] + (isAtOnce ? ["--at-once"] : []), in: directory)

        #expect(run.status == 0)
        #expect(run.output.wholeMatch(of: /okt_[A-Za-z0-9_-]{43}\n/) != nil)
        #expect(!run.complaints.contains(run.output.trimmingCharacters(in: .newlines)))
        #expect(try status(run.output) == 200)
        #expect(try status(old) == (isAtOnce ? 401 : 200))
        let list = rows(directory)
        let new = try #require(list.last?.first)
        #expect(list.count == 2)
        #expect(
            list.last.map { [$0[1], $0[3], $0[8], $0[9]] } == ["policy", "Balie", "gebruiker jansen", "vervangt \(id)"])
        #expect(list.first?[9] == "vervangen door \(new)")
        #expect(list.first?[6].hasPrefix(isAtOnce ? "ingetrokken " : "geldig") == true)
        program.clock.advance(seconds: 2 * 86_400)
        #expect(try status(old) == 401)
        #expect(try status(run.output) == 200)
    }

    @Test func refusals() throws {
        let directory = TemporaryDirectory()
        _ = key(["issue", "--role", "policy", "--user", "jansen"], in: directory)
        let id = try #require(rows(directory).first?.first)
        _ = key(["rotate", id], in: directory)
        let before = try directory.text(of: "keys.json")
        for (words, part) in [
            (["rotate", id], "al vervangen door key-"), (["rotate", "key-aaaaaaaa"], "bestaat niet"),
            (["rotate", rows(directory)[1][0], "--expires", "2020-01-01"], "al voorbij"),
            (["issue", "--role", "policy", "--user", "jansen"], "al voor deze gebruiker"),
            (["issue", "--role", "policy", "--user", "jan jansen"], "zonder spaties"),
        ] {
            let run = key(words, in: directory)
            #expect((run.status, run.output) == (1, ""), "\(words)")
            #expect(run.complaints.contains(part), "\(run.complaints)")
            #expect(!run.complaints.contains("jan jansen"))
        }
        #expect(try directory.text(of: "keys.json") == before)
        for words in [
            ["rotate"], ["rotate", "a", "b"], ["rotate", "a", "--at-once=ja"], ["rotate", "a", "--role", "admin"],
        ] {
            #expect(key(words, in: directory).status == 2, "\(words)")
        }
    }

    @Test func listTellsWhatEndedAndWhenItWasUsed() throws {
        let directory = TemporaryDirectory()
        let clock = TestClock(Date())
        let program = try TestProgram(Village.registry, in: directory, clock: clock)
        let secret = key(["issue", "--role", "policy", "--expires", "2199-12-31"], in: directory).output
        _ = key(["issue", "--role", "policy"], in: directory)
        try directory.write(
            directory.text(of: "keys.json").replacing("2199-12-31", with: "2020-01-01"), to: "keys.json")
        #expect(
            rows(directory).map { [$0[6], $0[7]] } == [
                ["verlopen", "geen gebruik bekend"], ["geldig", "geen gebruik bekend"],
            ])

        try directory.write(
            directory.text(of: "keys.json").replacing("2020-01-01", with: "2199-12-31"), to: "keys.json")
        let fields: Fields = ["Authorization": "Bearer \(secret.trimmingCharacters(in: .newlines))"]
        _ = try program.send(.get, CapacityTests.target(), fields: fields)
        try program.keys.keepUses()

        let minute = Date(timeIntervalSince1970: (clock.now.timeIntervalSince1970 / 60).rounded(.down) * 60)
        #expect(rows(directory).map { $0[7] } == ["laatst gebruikt \(Timestamp.text(minute))", "geen gebruik bekend"])
    }
}
