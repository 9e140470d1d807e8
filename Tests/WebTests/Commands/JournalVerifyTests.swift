import Foundation
import Hashing
import Ledger
import TestTools
import Testing

@testable import Web

@Suite("opvangkaart journal verify")
struct JournalVerifyTests {
    @Test func sound() throws {
        let journal = try SampleJournal(segmentBytes: 1_000)
        let head = try Ledger.read(directory: journal.directory.path, starting: [:]).head.hex

        let run = journal.run("journal", "verify")

        #expect(run.status == 0)
        #expect(run.complaints.isEmpty)
        #expect(run.output.contains("5 regels in \(try journal.segments.count) bestanden"))
        #expect(try journal.segments.count > 1)
        #expect(run.output.contains(head))
    }

    @Test func emptyIsSound() throws {
        let run = try SampleJournal(reports: 0).run("journal", "verify")

        #expect(run.status == 0)
        #expect(run.output.contains("0 regels in 1 bestand."))
    }

    @Test func tornTailIsToldAndSound() throws {
        let journal = try SampleJournal()
        let bytes = try journal.bytes()
        try journal.write(bytes.dropLast(7))

        let run = journal.run("journal", "verify")

        #expect(run.status == 0)
        #expect(run.output.contains("4 regels"))
        #expect(run.output.contains("regel 5, "))
        #expect(try journal.bytes() == bytes.dropLast(7))
    }

    @Test(arguments: 1...4)
    func damagedLine(line: Int) throws {
        let journal = try SampleJournal()
        try journal.damage(line: line)

        let run = journal.run("journal", "verify")

        #expect(run.status == 1)
        #expect(run.complaints.isEmpty)
        #expect(run.output == "journal.jsonl:\(line): de regel is veranderd: het controlegetal klopt niet.\n")
    }

    @Test func damageInALaterSegment() throws {
        let journal = try SampleJournal(segmentBytes: 1_000)
        let last = try #require(try journal.segments.last)
        try journal.damage(line: 1, of: try #require(try journal.segments.first { $0 > "journal-" && $0 < last }))

        #expect(journal.run("journal", "verify").output.hasPrefix("journal-0"))
    }

    @Test func segmentThatIsGone() throws {
        let journal = try SampleJournal(segmentBytes: 1_000)
        try FileManager.default.removeItem(atPath: journal.directory.path(of: SampleJournal.name))

        let run = journal.run("journal", "verify")

        #expect(run.status == 1)
        #expect(run.output.contains(":1: hier hoort nummer 1 te staan"))
    }

    @Test func endThatIsGone() throws {
        let journal = try SampleJournal()
        _ = journal.run("journal", "compact")
        let bytes = try journal.bytes()
        let end = try #require(bytes.dropLast().lastIndex(of: UInt8(ascii: "\n")))
        try journal.write(bytes[...end])

        let run = journal.run("journal", "verify")

        #expect(run.status == 1)
        #expect(run.output.hasPrefix("journal.jsonl:5: hier houdt het journaal op"))
    }

    @Test func badSnapshotIsToldAndSound() throws {
        let journal = try SampleJournal()
        _ = journal.run("journal", "compact")
        try journal.write([0x7b], to: "snapshot-000000000005.json")

        let run = journal.run("journal", "verify")

        #expect(run.status == 0)
        #expect(run.output.contains("snapshot-000000000005.json: klopt niet."))
    }

    @Test func noJournal() throws {
        let directory = TemporaryDirectory()
        try directory.write("{}", to: "iets.json")

        let run = Recorder.run("journal", "verify", "--state", directory.path)

        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.complaints.contains("staat geen journaal."))
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["iets.json"])
    }

    @Test("beside a writer that begins segments and makes snapshots all the time nothing looks wrong")
    func besideAWriter() throws {
        let journal = try SampleJournal(reports: 0)
        let writer = SteadyWriter(try journal.open(segmentBytes: 20_000, recordsPerSnapshot: 20))
        for _ in 0..<10 {
            writer.allow(60)
            let least = writer.written
            let found = try Ledger.verify(directory: journal.directory.path)
            #expect(found.records >= least)
            #expect(found.badSnapshots.isEmpty)
            #expect(BackgroundCheck.complaints(directory: journal.directory.path).isEmpty)
        }
        writer.stop()

        #expect(writer.written > 0)
        #expect(try Ledger.verify(directory: journal.directory.path).records == writer.written)
    }

    @Test func backgroundCheckTellsDamageAndBadSnapshots() throws {
        let journal = try SampleJournal()
        _ = journal.run("journal", "compact")
        #expect(BackgroundCheck.complaints(directory: journal.directory.path) == [])

        try journal.write([0x7b], to: "snapshot-000000000005.json")
        #expect(BackgroundCheck.complaints(directory: journal.directory.path).count == 1)

        try journal.damage(line: 2)
        let lines = BackgroundCheck.complaints(directory: journal.directory.path)
        #expect(lines.count == 1)
        #expect(lines[0].contains("journal.jsonl:2: de regel is veranderd"))
    }

    static let faults: [RecordFault] = [
        .noLineEnd, .zeroBytes, .tooLong(most: 65_536), .notARecord, .wrongHash, .runTogether,
        .wrongSequence(expected: 3, found: 5), .wrongSequence(expected: 3, found: 2), .wrongPrevious,
        .missing(upTo: 9), .unknownKind("verzonnen"), .invalid(field: "free"),
    ]

    @Test func everyFaultHasASentenceOfItsOwn() {
        let sentences = Self.faults.map(\.sentence)

        #expect(Set(sentences).count == Self.faults.count)
        for sentence in sentences { #expect(sentence.hasSuffix(".") && !sentence.contains("\n")) }
        #expect(!RecordFault.unknownKind("verzonnen").sentence.contains("verzonnen"))
    }
}
