import Foundation
import HTTP
import JSONText
import Registry
import TestTools
import Testing

@Suite("opvangkaart match")
struct MatchCommandTests {
    private func match(_ profile: String, in directory: TemporaryDirectory, _ more: String...) throws
        -> (status: Int32, output: String, complaints: String)
    {
        try directory.write(profile, to: "profiel.json")
        return Recorder.run(
            ["match", directory.path(of: "profiel.json"), "--data", Shipped.folder.path, "--state", directory.path]
                + more)
    }

    @Test func theSameAsTheAPI() throws {
        let directory = TemporaryDirectory()
        let now = Date()
        let registry = try RegistryLoader(directory: Shipped.folder, now: now).load()
        let program = try TestProgram(registry, clock: TestClock(now))
        let answer = try program.send(.post, "/v1/placements/_search", as: .coordinator, json: Body.readme).json

        let run = try match(Body.readme, in: directory, "--json")

        #expect(run.status == 0)
        #expect(run.complaints.isEmpty)
        let times: Set = ["searchedAt", "confirmedAt"]
        let printed = try JSONParser.parse(Array(run.output.utf8))
        #expect(printed.plain(without: times) == answer.plain(without: times))
    }

    @Test func besideARunningProgram() throws {
        let registry = try RegistryLoader(directory: Shipped.folder, now: Date()).load()
        let directory = TemporaryDirectory()
        let program = try TestProgram(registry, in: directory, clock: TestClock(Date()))
        let first = try SearchTests.search(Body.readme, query: "?detail=top&limit=1")
        let id = try #require(first["sections"][0]["placements"][0]["serviceId"].string)
        let target = CapacityTests.target(id)
        let count = try program.send(
            .put, target, as: .admin, fields: ["If-Match": "\"0\""], json: Body.count(total: 9_876, free: 9_875))
        #expect(count.status == .ok)

        let run = try match(Body.readme, in: directory, "--json")

        #expect(run.output.contains("9875"))
    }

    @Test(arguments: ["shown", "ranked"])
    func scarcityAsInTheAPI(use: String) throws {
        let directory = TemporaryDirectory()
        let now = Date()
        let program = try TestProgram(
            RegistryLoader(directory: Shipped.folder, now: now).load(), clock: TestClock(now))
        let answer = try program.send(
            .post, "/v1/placements/_search?scarcity=\(use)", as: .coordinator, json: Body.readme
        ).json

        let run = try match(Body.readme, in: directory, "--json", "--scarcity", use)

        let times: Set = ["searchedAt", "confirmedAt"]
        let printed = try JSONParser.parse(Array(run.output.utf8))
        #expect(printed.plain(without: times) == answer.plain(without: times))
        #expect(printed["sections"][0]["placements"][0].has("scarcity"))
    }

    @Test func forPeople() throws {
        let run = try match(Body.profile(["age": "15"]), in: TemporaryDirectory())

        #expect(run.status == 0)
        for words in [
            "! ", "\n1. ", "Past niet: ", "Wie belt u?", "CoMensha: 033-448 11 86", "Veilig Thuis: 0800-2000", "112",
        ] {
            #expect(run.output.contains(words), "\(words)")
        }
    }

    @Test func everyFaultWithItsPlaceAndValue() throws {
        let directory = TemporaryDirectory()
        let run = try match(Body.profile(["age": "200", "gender": #""vrouw""#, "onbekend": "1"]), in: directory)
        let lines = run.complaints.split(separator: "\n").map { $0.replacing(directory.path(of: ""), with: "") }

        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(lines.count == 3)
        #expect(lines.contains { $0.hasPrefix("profiel.json#/age: ‘200’: ") })
        #expect(lines.contains { $0.hasPrefix("profiel.json#/gender: ‘vrouw’: ") })
        #expect(lines.contains { $0.hasPrefix("profiel.json#/onbekend: ‘onbekend’: ") })
    }

    @Test func whereTheTextBreaks() throws {
        let directory = TemporaryDirectory()
        let run = try match("{\n  \"age\": 24,\n  \"gender\": vrouw\n}", in: directory)

        #expect(run.status == 1)
        #expect(run.complaints.hasPrefix("\(directory.path(of: "profiel.json")):3:13: "))
    }

    @Test func theProfileStaysNowhere() throws {
        let directory = TemporaryDirectory()
        try directory.write(Body.readme, to: "profiel.json")
        _ = try match(Body.readme, in: directory)

        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["profiel.json"])
    }
}
