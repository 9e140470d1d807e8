import Foundation
import HTTP
import JSONText
import Registry
import TestTools
import Testing

@Suite("opvangkaart match --group")
struct GroupCommandTests {
    private func match(_ group: String, in directory: TemporaryDirectory, _ more: String...) throws
        -> (status: Int32, output: String, complaints: String)
    {
        try directory.write(group, to: "groep.json")
        return Recorder.run(
            [
                "match", "--group", directory.path(of: "groep.json"), "--data", Shipped.folder.path, "--state",
                directory.path,
            ]
                + more)
    }

    @Test func theSameAsTheAPI() throws {
        let directory = TemporaryDirectory()
        let now = Date()
        let program = try TestProgram(
            RegistryLoader(directory: Shipped.folder, now: now).load(), clock: TestClock(now))
        let group = Body.group([Body.readme, Body.minimal, Body.readme], #", "together": [[0, 1]], "apart": [[0, 2]]"#)
        let answer = try program.send(.post, "/v1/placements/_assign", as: .coordinator, json: group).json

        let run = try match(group, in: directory, "--json")

        #expect(run.status == 0)
        #expect(run.complaints.isEmpty)
        let printed = try JSONParser.parse(Array(run.output.utf8))
        #expect(printed.plain(without: ["searchedAt"]) == answer.plain(without: ["searchedAt"]))
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["groep.json"])
    }

    @Test func forPeople() throws {
        let huge = Body.profile(["persons": "900", "household": #""group""#])
        let run = try match(Body.group([Body.readme, huge]), in: TemporaryDirectory())

        #expect(run.status == 0)
        for words in ["1 van 2 met een plek", "\n0. ", "\n1. Nog geen plek.", "bewezen"] {
            #expect(run.output.contains(words), "\(words)")
        }
    }

    @Test func everyFaultWithItsPlaceAndValue() throws {
        let directory = TemporaryDirectory()
        let run = try match(
            Body.group([Body.profile(["age": "200"])], #", "together": [[0, 4]], "apart": 1"#), in: directory)
        let lines = run.complaints.split(separator: "\n").map { $0.replacing(directory.path(of: ""), with: "") }

        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(lines.count == 3)
        #expect(lines.contains { $0.hasPrefix("groep.json#/people/0/age: ‘200’: ") })
        #expect(lines.contains { $0.hasPrefix("groep.json#/together/0/1: ‘4’: ") })
        #expect(lines.contains { $0.hasPrefix("groep.json#/apart: ") })
    }
}
