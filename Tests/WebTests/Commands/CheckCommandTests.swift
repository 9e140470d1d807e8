import Foundation
import TestTools
import Testing

@Suite("opvangkaart check")
struct CheckCommandTests {
    /// A copy of the shipped data with mistakes in it.
    private func brokenCopy(_ directory: TemporaryDirectory) throws {
        let folder = URL(filePath: directory.path)
        try FileManager.default.copyItem(at: Shipped.folder, to: folder)
        let overijssel = try directory.text(of: "provinces/NL-OV.json")
        try directory.write(
            overijssel.replacing("\"kind\": \"veilig_thuis\"", with: "\"kind\": \"veilig_huis\"", maxReplacements: 1),
            to: "provinces/NL-OV.json")
        try directory.write("{\n  \"province\": \"NL-DR\",\n  \"organizations\": [x]\n}\n", to: "provinces/NL-DR.json")
        try FileManager.default.removeItem(at: folder.appending(path: "figures.json"))
        try directory.write("{}", to: "provinces/kladje.json")
    }

    @Test func theShippedData() {
        let run = Recorder.run("check", "--data", Shipped.folder.path)

        #expect(run.status == 0)
        #expect(run.output.hasPrefix("In orde: "))
        #expect(run.output.contains("342 gemeenten"))
        #expect(run.complaints.isEmpty)
    }

    @Test func everyFaultAtOnceWithItsPlace() throws {
        let directory = TemporaryDirectory()
        try brokenCopy(directory)

        let run = Recorder.run("check", "--data", directory.path)
        let lines = run.output.split(separator: "\n").map { $0.replacing("\(directory.path)/", with: "") }

        #expect(run.status == 1)
        #expect(lines.contains { $0.hasPrefix("provinces/NL-OV.json#/organizations/0/kind: ‘veilig_huis’: ") })
        #expect(lines.contains { $0.hasPrefix("provinces/NL-DR.json:3:21: ") })
        #expect(lines.contains { $0.hasPrefix("figures.json: ") })
        #expect(lines.allSatisfy { $0.hasSuffix(".") })
    }

    @Test func warningsDoNotFail() throws {
        let directory = TemporaryDirectory()
        try FileManager.default.copyItem(at: Shipped.folder, to: URL(filePath: directory.path))
        try directory.write("{}", to: "provinces/kladje.json")

        let run = Recorder.run("check", "--data", directory.path)

        #expect(run.status == 0)
        #expect(run.complaints.contains("provinces/kladje.json: waarschuwing: "))
    }

    @Test func noFolderAtAll() {
        let directory = TemporaryDirectory()

        let run = Recorder.run("check", "--data", directory.path)

        #expect(run.status == 1)
        #expect(run.output.split(separator: "\n").count >= 12)
    }

    @Test(arguments: ["serve", "match"])
    func othersNameEveryFaultToo(_ command: String) throws {
        let (directory, state) = (TemporaryDirectory(), TemporaryDirectory())
        try brokenCopy(directory)
        try state.write(Body.minimal, to: "profiel.json")
        let words = command == "match" ? ["match", state.path(of: "profiel.json")] : ["serve", "--port", "0"]

        let run = Recorder.run(words + ["--data", directory.path, "--state", state.path])
        // `serve` listens to these from its start; the test run itself must stay stoppable.
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }

        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        for name in ["NL-OV.json#/organizations/0/kind: ", "NL-DR.json:3:21: ", "figures.json: "] {
            #expect(run.complaints.contains(name), "\(name)")
        }
    }
}
