import Domain
import Foundation
import HTTP
import Hashing
import Ledger
import TestTools
import Testing

@testable import Web

@Suite("opvangkaart backup and restore")
struct BackupCommandTests {
    /// Where the file and what is made of it go.
    let place = TemporaryDirectory()

    init() throws { try place.write("", to: "leeg") }

    private var file: String { place.path(of: "backup.tar") }
    private var restored: String { place.path(of: "terug") }

    private func restore(_ file: String? = nil, to state: String? = nil) -> (
        status: Int32, output: String, complaints: String
    ) {
        Recorder.run("restore", file ?? self.file, "--state", state ?? restored)
    }

    private func bytes(of path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }

    private func names(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }

    private func mode(of path: String) throws -> Int? {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }

    @Test(arguments: [0, 1, 7])
    func backAndForth(reports: Int) throws {
        let journal = try SampleJournal(reports: reports, segmentBytes: 1_000)
        _ = journal.run("key", "issue", "--role", "admin")
        _ = journal.run("journal", "compact")
        let segments = try journal.segments

        let made = journal.run("backup", file)
        let back = restore()

        #expect(made.status == 0 && made.complaints.isEmpty)
        #expect(back.status == 0 && back.complaints.isEmpty, "\(back.complaints)")
        #expect(try names(in: restored) == segments + ["keys.json"])
        for name in segments + ["keys.json"] {
            #expect(try bytes(of: "\(restored)/\(name)") == journal.bytes(of: name), "\(name)")
            #expect(try mode(of: "\(restored)/\(name)") == 0o600)
        }
        #expect(try mode(of: file) == 0o600)
        #expect(try mode(of: restored) == 0o700)
        #expect(try names(in: place.path) == ["backup.tar", "leeg", "terug"])
        #expect(Recorder.run("journal", "verify", "--state", restored).status == 0)
        #expect(Recorder.run("key", "list", "--state", restored).output == journal.run("key", "list").output)
        let sum = SHA256.digest(of: try bytes(of: file)).hex
        #expect(made.output.contains("SHA-256 van de backup: \(sum)\n"))
    }

    @Test func sayHowFarItGoes() throws {
        let journal = try SampleJournal()
        let head = try Ledger.read(directory: journal.directory.path, starting: [:]).head.hex

        let (made, back) = (journal.run("backup", file), restore())

        for output in [made.output, back.output] {
            #expect(output.contains("5 regels in 1 bestand, en 0 sleutels"))
            #expect(output.contains(head))
        }
    }

    @Test func theProgramStartsOnIt() throws {
        let program = try TestProgram(Village.registry)
        let count = try program.send(
            .put, CapacityTests.target(), as: .admin, fields: ["If-Match": "\"0\""], json: Body.count(total: 9, free: 7)
        )
        #expect(count.status == .ok)

        #expect(Recorder.run("backup", file, "--state", program.directory.path).status == 0)
        #expect(restore().status == 0)

        let (ledger, start) = try Ledger.open(directory: restored, starting: [:])
        defer { ledger.close() }
        #expect(start == StartReport(replayed: 1))
        #expect(ledger.state.head == program.ledger.state.head)
        #expect(ledger.state.capacity(of: SampleJournal.service)?.capacity.free == 7)
    }

    @Test("while a ledger writes, a backup holds the journal up to a whole record")
    func besideAWriter() throws {
        let journal = try SampleJournal(reports: 0)
        let writer = SteadyWriter(try journal.open(segmentBytes: 20_000, recordsPerSnapshot: 20))
        for number in 0..<6 {
            writer.allow(50)
            let least = writer.written
            let (file, state) = (place.path(of: "\(number).tar"), place.path(of: "terug-\(number)"))
            #expect(journal.run("backup", file).status == 0)
            #expect(restore(file, to: state).status == 0)
            let segments = try names(in: state)
            let found = try Ledger.verify(directory: state)
            #expect(found.records >= least && found.tornTail == nil && found.segments == segments.count)
            for name in segments {
                #expect(try journal.bytes(of: name).starts(with: bytes(of: "\(state)/\(name)")), "\(name)")
            }
        }
        writer.stop()

        #expect(writer.written > 0)
    }

    @Test func tornTailStaysBehind() throws {
        let journal = try SampleJournal()
        let bytes = try journal.bytes()
        try journal.write(bytes.dropLast(3))

        let run = journal.run("backup", file)

        #expect(run.status == 0)
        #expect(run.complaints.contains("regel 5, "))
        #expect(restore().status == 0)
        let copied = try self.bytes(of: "\(restored)/journal.jsonl")
        #expect(bytes.starts(with: copied) && copied.last == UInt8(ascii: "\n"))
    }

    @Test func writesOverNothing() throws {
        let journal = try SampleJournal()

        let run = journal.run("backup", place.path(of: "leeg"))

        #expect(run.status == 1)
        #expect(run.complaints.contains("is er al."))
        #expect(try bytes(of: place.path(of: "leeg")).isEmpty)
        #expect(try names(in: place.path) == ["leeg"])
    }

    @Test func noFolderForIt() throws {
        let run = try SampleJournal().run("backup", place.path(of: "nergens/backup.tar"))

        #expect(run.status == 1)
        #expect(run.complaints.split(separator: "\n").count == 1)
        #expect(try names(in: place.path) == ["leeg"])
    }

    @Test func damagedIsNotCopied() throws {
        let journal = try SampleJournal()
        try journal.damage(line: 2)

        let run = journal.run("backup", file)

        #expect(run.status == 1)
        #expect(run.complaints.contains("journal.jsonl:2: de regel is veranderd"))
        #expect(try names(in: place.path) == ["leeg"])
    }

    @Test func damagedKeysAreNotCopied() throws {
        let journal = try SampleJournal()
        try journal.write([0x7b], to: "keys.json")

        let run = journal.run("backup", file)

        #expect(run.status == 1)
        #expect(run.complaints.contains("keys.json is beschadigd"))
        #expect(try names(in: place.path) == ["leeg"])
    }

    @Test(arguments: [0, 100, 512, 1_000, 3_000])
    func fullDiskLeavesNothing(bytes room: Int) throws {
        let journal = try SampleJournal()
        let state = journal.directory.path
        let options = try Options([file, "--state", state], valued: ["--state"], operands: 1)

        let failure = #expect(throws: CommandFailure.self) {
            try BackupCommand(options, files: SmallDisk(bytes: room)).run(Terminal { _, _ in }, now: TestClock.start)
        }
        #expect(failure?.line.contains("De schijf is vol.") == true)
        #expect(try names(in: place.path) == ["leeg"])

        #expect(journal.run("backup", file).status == 0)
        let again = try Options([file, "--state", restored], valued: ["--state"], operands: 1)
        #expect(throws: CommandFailure.self) {
            try RestoreCommand(again, files: SmallDisk(bytes: min(room, 1_000))).run(Terminal { _, _ in })
        }
        #expect(try names(in: place.path) == ["backup.tar", "leeg"])
    }

    @Test func intoAnEmptyDirectoryOnly() throws {
        let journal = try SampleJournal()
        _ = journal.run("backup", file)
        try FileManager.default.createDirectory(atPath: restored, withIntermediateDirectories: false)

        #expect(restore().status == 0)
        let run = restore()

        #expect(run.status == 1)
        #expect(run.complaints.contains("is niet leeg"))
        #expect(try bytes(of: "\(restored)/journal.jsonl") == journal.bytes())
        #expect(try names(in: place.path) == ["backup.tar", "leeg", "terug"])
    }

    @Test func throughALinkAndWithFoldersAbove() throws {
        _ = try SampleJournal().run("backup", file)
        let (real, link) = (place.path(of: "echt"), place.path(of: "wijzer"))
        try FileManager.default.createDirectory(atPath: real, withIntermediateDirectories: false)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: real)

        #expect(restore(to: link).status == 0)
        #expect(try names(in: real) == ["journal.jsonl"])
        #expect(restore(to: place.path(of: "a/b/c/")).status == 0)
        #expect(try names(in: place.path(of: "a/b")) == ["c"])
    }
}
