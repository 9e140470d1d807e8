import Foundation
import Ledger
import TestTools
import Testing

@Suite("opvangkaart journal compact")
struct JournalCompactTests {
    @Test func makesASnapshotAndLosesNothing() throws {
        let journal = try SampleJournal(segmentBytes: 1_000)
        let before = try journal.segments.map { try journal.bytes(of: $0) }

        let run = journal.run("journal", "compact")

        #expect(run.status == 0)
        #expect(run.output.contains("Gemaakt: snapshot-000000000005.json."))
        #expect(run.output.contains("snapshot-000000000005.json: klopt met het journaal."))
        #expect(try journal.segments.map { try journal.bytes(of: $0) } == before)
        let found = try Ledger.verify(directory: journal.directory.path)
        #expect(found.records == 5 && found.goodSnapshots == ["snapshot-000000000005.json"])
    }

    @Test func saysWhatItClearedAway() throws {
        let journal = try SampleJournal()
        for name in ["snapshot-000000000001.json", "snapshot-000000000002.json", "snapshot-000000000003.json.new"] {
            try journal.write([0x7b], to: name)
        }
        try journal.write([0x7b], to: "van-iemand-anders")

        let run = journal.run("journal", "compact")

        #expect(run.status == 0)
        let cleared = run.output.split(separator: "\n").filter { $0.hasPrefix("Opgeruimd: ") }.map { $0.dropFirst(11) }
        #expect(
            cleared == [
                "snapshot-000000000001.json.", "snapshot-000000000002.json.", "snapshot-000000000003.json.new.",
            ])
        #expect(
            try journal.names == ["journal.jsonl", "lock", "snapshot-000000000005.json", "van-iemand-anders"])
    }

    @Test func secondTimeIsFine() throws {
        let journal = try SampleJournal()

        #expect(journal.run("journal", "compact").status == 0)
        #expect(journal.run("journal", "compact").status == 0)
    }

    @Test func tornTailIsCutKeptAndTold() throws {
        let journal = try SampleJournal()
        let bytes = try journal.bytes()
        try journal.write(bytes.dropLast(3))

        let run = journal.run("journal", "compact")

        #expect(run.status == 0)
        #expect(run.output.contains("torn-tail-1"))
        #expect(try bytes.starts(with: journal.bytes()))
        #expect(journal.run("journal", "verify").output.contains("4 regels"))
    }

    @Test func refusedBesideAServerWithItsNumber() throws {
        let journal = try SampleJournal()
        let ledger = try journal.open()
        defer { ledger.close() }

        let run = journal.run("journal", "compact")

        #expect(run.status == 1)
        #expect(run.output.isEmpty)
        #expect(run.complaints.contains("(proces \(getpid()))"))
    }

    @Test func damagedStaysAsItIs() throws {
        let journal = try SampleJournal()
        try journal.damage(line: 2)
        let bytes = try journal.bytes()

        let run = journal.run("journal", "compact")

        #expect(run.status == 1)
        #expect(run.complaints.contains("journal.jsonl:2: de regel is veranderd"))
        #expect(try journal.bytes() == bytes)
        #expect(try journal.names == ["journal.jsonl", "lock"])
    }
}
