import Domain
import Foundation
import HTTP
import JSONText
import Ledger
import Registry
import TestTools
import Testing

@testable import Web

@Suite("opvangkaart match --as-of")
struct PastAnswerTests {
    /// A service that began three hours ago, over the shipped registry.
    private final class Stage {
        let directory = TemporaryDirectory()
        let clock = TestClock(Timestamp.wholeMilliseconds(Date() - 3 * 3_600))
        private(set) var program: TestProgram

        init(isProduction: Bool = false) throws {
            try directory.write(Body.readme, to: "profiel.json")
            program = try Self.start(in: directory, clock, isProduction)
        }

        /// What `serve` does, without a socket.
        private static func start(
            in directory: TemporaryDirectory, _ clock: TestClock, _ isProduction: Bool
        ) throws -> TestProgram {
            let loaded = try RegistryLoader(directory: Shipped.folder, now: clock.now).load()
            let registry = isProduction ? loaded.withoutExamples() : loaded
            let program = try TestProgram(registry, in: directory, clock: clock)
            StartRecord.keep(
                ServiceStart(registry: registry.version, loadedAt: clock.now, hasExamples: !isProduction),
                in: program.ledger, now: { clock.now })
            return program
        }

        func restart() throws {
            stop()
            program = try Self.start(in: directory, clock, false)
        }

        func stop() {
            program.finish()
            program.ledger.close()
        }

        func search() throws -> [UInt8] {
            let response = try program.send(.post, "/v1/placements/_search", as: .coordinator, json: Body.readme)
            return Array(response.text.utf8)
        }

        func report(_ service: String, free: Int, more: String = "") throws {
            let version = try program.get(CapacityTests.target(service), as: .admin).json["version"].integer ?? -1
            let response = try program.send(
                .put, CapacityTests.target(service), as: .admin, fields: ["If-Match": "\"\(version)\""],
                json: Body.count(total: 8, free: free, more: more))
            #expect(response.status == .ok)
        }

        func rules(_ service: String, maximumAge: Int) throws {
            var script = LedgerScript(program.ledger)
            script.moment = clock.now
            try script.rules(program.registry, maximumAge: maximumAge, of: .make(service))
        }

        func match(_ words: [String], data: URL = Shipped.folder) -> (status: Int32, output: String, complaints: String)
        {
            Recorder.run(
                ["match", directory.path(of: "profiel.json"), "--data", data.path, "--state", directory.path] + words)
        }
    }

    private static let crisis = "voorbeeld-de-zilverwilg-crisisopvang"
    private static let women = "voorbeeld-de-haagbeuk-vrouwenopvang"

    /// Whether the command writes the body of an answer, to the byte, and more behind it.
    private func repeats(_ answer: [UInt8], _ run: (status: Int32, output: String, complaints: String)) -> Bool {
        run.status == 0 && run.complaints.isEmpty && run.output.utf8.starts(with: answer.dropLast())
            && run.output.utf8.dropFirst(answer.count - 1).starts(with: Array(#","asOf":""#.utf8))
    }

    /// Over restarts, also where several things happened in one millisecond; and from a snapshot.
    @Test func everyAnswerOfTheServerIsRepeated() throws {
        let stage = try Stage()
        var answers: [[UInt8]] = [try stage.search()]
        for round in 0..<3 {
            stage.clock.advance(seconds: 600.001)
            if round == 1 { try stage.restart() }
            answers.append(try stage.search())
            stage.clock.advance(seconds: 0.001)
            try stage.report(Self.crisis, free: round, more: round == 1 ? #", "paused": true"# : "")
            try stage.report(Self.women, free: 4 - round)
            answers.append(try stage.search())
            stage.clock.advance(seconds: 0.001)
            try stage.rules(Self.women, maximumAge: 20 + round)
            answers.append(try stage.search())
        }
        stage.stop()
        #expect(Set(answers).count == answers.count)

        for isCompacted in [false, true] {
            if isCompacted { _ = try Ledger.compact(directory: stage.directory.path) }
            for answer in answers {
                let tree = try JSONParser.parse(answer)
                let moment = try #require(tree["searchedAt"].string)
                let version = try #require(tree["dataVersion"].string)

                #expect(repeats(answer, stage.match(["--as-of", moment, "--json"])), "\(moment)")
                guard !isCompacted else { continue }
                #expect(
                    repeats(answer, stage.match(["--as-of", moment, "--data-version", version, "--json"])),
                    "\(moment) \(version)")
            }
        }
    }

    @Test func withinAMillisecondTheDataVersionTells() throws {
        let stage = try Stage()
        let before = try stage.search()
        try stage.report(Self.crisis, free: 0)
        let after = try stage.search()
        let (old, new) = (try JSONParser.parse(before), try JSONParser.parse(after))
        let moment = try #require(old["searchedAt"].string)
        #expect(new["searchedAt"].string == moment)

        #expect(repeats(after, stage.match(["--as-of", moment, "--json"])))
        for (answer, tree) in [(before, old), (after, new)] {
            let version = try #require(tree["dataVersion"].string)
            #expect(repeats(answer, stage.match(["--as-of", moment, "--data-version", version, "--json"])))
        }
    }

    /// The command alone is as good as the server, and as repeatable.
    @Test func withoutAsOfItIsTheAnswerOfNow() throws {
        let stage = try Stage()
        try stage.report(Self.crisis, free: 1)

        let run = stage.match(["--json"])
        let tree = try JSONParser.parse(Array(run.output.utf8))
        let again = stage.match(["--as-of", try #require(tree["searchedAt"].string), "--json"])

        #expect(repeats(Array(run.output.utf8).dropLast(), again))
    }

    @Test func saysWhatChanged() throws {
        let stage = try Stage()
        let first = try stage.search()
        let placed = try JSONParser.parse(first)["sections"][0]["placements"].elements
        let ids = placed.compactMap { $0["serviceId"].string }
        try #require(ids.count > 5)
        try stage.report(ids[5], free: 3, more: #", "paused": true"#)
        stage.clock.advance(seconds: 60)
        let moment = try #require(try JSONParser.parse(try stage.search())["searchedAt"].string)
        stage.clock.advance(seconds: 60)
        try stage.report(ids[0], free: 0)
        try stage.report(ids[1], free: 3, more: #", "paused": true"#)
        let hold = try stage.program.send(
            .post, "/v1/services/\(ids[2])/holds", as: .coordinator, json: Body.hold())
        let reference = try #require(try hold.json["reference"].string)
        stage.clock.advance(seconds: 60)
        _ = try stage.program.send(
            .post, "/v1/holds/\(reference)/closures", as: .coordinator, json: Body.closure("withdrawn"))
        try stage.report(ids[5], free: 3)

        let run = stage.match(["--as-of", moment, "--json"])
        let changes = try JSONParser.parse(Array(run.output.utf8))["changes"].elements

        func change(_ id: String) throws -> JSONNode { try #require(changes.first { $0["serviceId"].string == id }) }
        #expect(try change(ids[0])["change"].string == "section")
        #expect(try change(ids[0])["then"]["section"].string == "fits_now")
        #expect(try change(ids[0])["now"]["count"]["free"].integer == 0)
        #expect(
            try change(ids[0])["now"]["count"]["confirmedAt"].string
                != change(ids[0])["then"]["count"]["confirmedAt"].string)
        #expect(try change(ids[1])["change"].string == "went")
        #expect(try change(ids[1])["now"]["excludedBecause"].elements.count == 1)
        #expect(try change(ids[5])["change"].string == "came")
        let held = try change(ids[2])
        #expect(held["change"].string == "holds")
        #expect(held["holds"].elements.compactMap { $0["kind"].string } == ["hold_opened", "hold_withdrawn"])
        #expect(try change(ids[3])["change"].string == "rank")
        let order = ["came", "went", "section", "count", "holds", "rank"]
        let places = changes.compactMap { order.firstIndex(of: $0["change"].string ?? "") }
        #expect(places.count == changes.count && places == places.sorted())
        let text = stage.match(["--as-of", moment]).output
        for words in ["met de stand van toen.", "vastgehouden (1 plek); ", "aanvraag ingetrokken (1 plek)", " en nog "]
        {
            #expect(text.contains(words), "\(words)")
        }
        // At some hours a count that nobody touched grows too old meanwhile, which moves its place as well.
        let titles = [
            ("came", "Past nu, en toen niet"), ("went", "Paste toen, en nu niet"), ("section", "Andere groep"),
            ("holds", "Tussendoor vastgehouden"),
        ]
        for (kind, title) in titles {
            let count = changes.count { $0["change"].string == kind }
            #expect(count > 0 && text.contains("\(title) (\(count))"), "\(title)")
        }
    }

    @Test func saysThatNothingChanged() throws {
        let stage = try Stage()
        stage.clock.advance(seconds: 3 * 3_600)
        let moment = Timestamp.preciseText(stage.clock.now)

        let run = stage.match(["--as-of", moment])

        #expect(run.output.contains("\nEr veranderde niets in dit antwoord tussen "))
        let json = try JSONParser.parse(Array(stage.match(["--as-of", moment, "--json"]).output.utf8))
        #expect(json["changes"].elements.isEmpty && json["asOf"].string == moment)
    }

    @Test func otherFilesAreTold() throws {
        let stage = try Stage()
        let folder = stage.directory.path(of: "andere")
        try FileManager.default.copyItem(atPath: Shipped.folder.path, toPath: folder)
        let file = URL(filePath: folder).appending(path: "figures.json")
        try (Data(contentsOf: file) + Data("\n".utf8)).write(to: file)
        let answer = try JSONParser.parse(try stage.search())
        let moment = try #require(answer["searchedAt"].string)
        let version = try #require(answer["dataVersion"].string)

        for words in [[], ["--data-version", version]] {
            let run = stage.match(["--as-of", moment, "--json"] + words, data: URL(filePath: folder))
            let tree = try JSONParser.parse(Array(run.output.utf8))

            #expect(run.status == 0)
            #expect(tree["dataVersion"].string != version)
            #expect(tree["notices"].elements.count == 1)
            #expect(tree["notices"][0].string?.contains("bestanden van het register zijn nu anders") == true)
            #expect(tree["sections"].plain == answer["sections"].plain)
        }
        #expect(
            stage.match(["--as-of", moment], data: URL(filePath: folder)).output.contains("\nLet op: De bestanden"))
    }

    @Test func aStartWithoutExamplesHasNone() throws {
        let stage = try Stage(isProduction: true)
        let answer = try stage.search()
        let moment = try #require(try JSONParser.parse(answer)["searchedAt"].string)

        #expect(repeats(answer, stage.match(["--as-of", moment, "--json"])))
        #expect(!stage.match(["--json"]).output.contains("(voorbeeld)"))
    }

    /// As written by a program that knew no such record.
    @Test func aJournalWithoutAStartIsTold() throws {
        let journal = try SampleJournal(reports: 3)
        try journal.directory.write(Body.readme, to: "profiel.json")
        let run = journal.run(
            "match", journal.directory.path(of: "profiel.json"), "--as-of", "2026-11-20T09:00:01", "--data",
            Shipped.folder.path)

        let isPast = TestClock.start + 1 <= Date()
        #expect(run.status == (isPast ? 0 : 2))
        #expect(run.output.contains("niet wanneer de dienst toen startte") == isPast)
    }

    @Test func whatCannotBeRepeatedIsTold() throws {
        let stage = try Stage()
        let moment = Timestamp.preciseText(stage.clock.now)
        for (words, told) in [
            (["--as-of", "2020-01-01T00:00"], "Het journaal begint op "),
            (["--as-of", "1900-01-01T00:00:00Z"], "Het journaal begint op "),
            (["--as-of", moment, "--data-version", "0123456789abcdef"], "hoort geen stand van dit journaal"),
            (["--as-of", moment, "--state", TemporaryDirectory().path], "In het journaal staat nog niets"),
        ] {
            let words = words.contains("--state") ? words : words + ["--state", stage.directory.path]
            let run = Recorder.run(
                ["match", stage.directory.path(of: "profiel.json"), "--data", Shipped.folder.path] + words)

            #expect(run.status == 1 && run.output.isEmpty, "\(words)")
            #expect(run.complaints.contains(told), "\(run.complaints)")
        }
    }

    @Test func damageIsTold() throws {
        let journal = try SampleJournal(reports: 5)
        try journal.directory.write(Body.readme, to: "profiel.json")
        try journal.damage(line: 3)

        let run = journal.run(
            "match", journal.directory.path(of: "profiel.json"), "--as-of", "2020-01-01T09:00", "--data",
            Shipped.folder.path)

        #expect(run.status == 1)
        #expect(run.complaints.contains("journal.jsonl:3: ") && run.complaints.contains("niet te herhalen"))
    }

    // MARK: Times

    @Test(arguments: [
        ("2026-11-20T21:00", "2026-11-20T20:00:00.000Z"), ("2026-11-20T21:00:05", "2026-11-20T20:00:05.000Z"),
        ("2026-07-01T21:00", "2026-07-01T19:00:00.000Z"), ("2026-07-01T00:30", "2026-06-30T22:30:00.000Z"),
        ("2026-03-29T01:59", "2026-03-29T00:59:00.000Z"), ("2026-03-29T03:00", "2026-03-29T01:00:00.000Z"),
        ("2026-10-25T01:59", "2026-10-24T23:59:00.000Z"), ("2026-10-25T03:00", "2026-10-25T02:00:00.000Z"),
        ("2026-10-25T02:30:00+02:00", "2026-10-25T00:30:00.000Z"),
        ("2026-11-20T20:00:00.123Z", "2026-11-20T20:00:00.123Z"),
    ])
    func momentIsRead(text: String, expected: String) throws {
        #expect(Timestamp.preciseText(try PastQuestion.moment(text)) == expected)
    }

    @Test(arguments: [
        ["--as-of", "gisteren"], ["--as-of", "2026-11-20"], ["--as-of", "2026-02-30T10:00"],
        ["--as-of", "2026-11-20T24:00"], ["--as-of", "2026-11-20 21:00"], ["--as-of", "2199-01-01T00:00"],
        ["--as-of", "2026-03-29T02:30"], ["--as-of", "2026-10-25T02:30"], ["--as-of", ""],
        ["--data-version", "0123456789abcdef"], ["--as-of", "2020-01-01T00:00", "--data-version", "xyz"],
        ["--as-of", "2020-01-01T00:00", "--data-version", "0123456789ABCDEF"],
    ])
    func otherWordsAreUsage(words: [String]) {
        let run = Recorder.run(["match", "profiel.json"] + words)

        #expect(run.status == 2 && run.output.isEmpty)
        #expect(run.complaints.split(separator: "\n").count == 1, "\(run.complaints)")
    }
}
