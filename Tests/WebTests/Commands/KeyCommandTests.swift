import Domain
import Foundation
import HTTP
import TestTools
import Testing

@Suite("opvangkaart key")
struct KeyCommandTests {
    private func key(_ words: String..., in directory: TemporaryDirectory) -> (
        status: Int32, output: String, complaints: String
    ) {
        Recorder.run(["key"] + words + ["--state", directory.path])
    }

    @Test(arguments: AccessRole.allCases)
    func theSecretAloneOnItsLine(_ role: AccessRole) throws {
        let directory = TemporaryDirectory()
        let run = Recorder.run(
            ["key", "issue", "--role", role.rawValue, "--state", directory.path]
                + (role == .shelter ? ["--organization", "voorbeeld-huis"] : []))
        let secret = run.output.trimmingCharacters(in: .newlines)

        #expect(run.status == 0)
        #expect(run.output == secret + "\n")
        #expect(secret.count >= 40)
        #expect(!run.complaints.contains(secret))
        for name in try FileManager.default.subpathsOfDirectory(atPath: directory.path) {
            #expect(try !directory.text(of: name).contains(secret))
        }
    }

    @Test func listNeverShowsTheSecret() throws {
        let directory = TemporaryDirectory()
        let secret = key("issue", "--role", "admin", "--name", "Balie", "--expires", "2099-12-31", in: directory).output

        let run = key("list", in: directory)

        #expect(run.status == 0)
        #expect(run.output.contains("admin\t-\tBalie\t"))
        #expect(run.output.contains("2099-12-31"))
        #expect(!run.output.contains(secret.trimmingCharacters(in: .newlines)))
    }

    @Test func noKeysIsAnEmptyList() {
        let run = key("list", in: TemporaryDirectory())

        #expect(run.status == 0)
        #expect(run.output.isEmpty)
    }

    @Test func issuedAndRevokedBesideARunningProgram() throws {
        let program = try TestProgram(Village.registry, clock: TestClock(Date()))
        let directory = program.directory
        let issued = key("issue", "--role", "shelter", "--organization", "voorbeeld-huis", in: directory)
        let fields: Fields = ["Authorization": "Bearer \(issued.output.trimmingCharacters(in: .newlines))"]
        let target = "\(CapacityTests.target())/confirmations"
        #expect(try program.send(.post, target, fields: fields).status == .ok)

        let id = try #require(key("list", in: directory).output.split(separator: "\t").first)
        let run = key("revoke", String(id), in: directory)

        #expect(run.status == 0)
        #expect(try program.send(.post, target, fields: fields).status == .unauthorized)
        #expect(key("list", in: directory).output.contains("ingetrokken"))
    }

    @Test func aShelterNeedsItsOrganization() {
        let run = key("issue", "--role", "shelter", in: TemporaryDirectory())

        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.complaints.contains("--organization"))
    }
}
