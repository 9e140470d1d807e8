import Exchange
import Foundation
import Hashing
import TestTools
import Testing

@testable import Web

@Suite("What restore refuses")
struct RestoreRefusalTests {
    let place = TemporaryDirectory()
    private let archive: [UInt8]

    init() throws {
        let journal = try SampleJournal(reports: 1)
        _ = journal.run("key", "issue", "--role", "admin")
        try place.write("", to: "leeg")
        #expect(journal.run("backup", place.path(of: "goed.tar")).status == 0)
        archive = [UInt8](try Data(contentsOf: URL(filePath: place.path(of: "goed.tar"))))
    }

    /// Restores `bytes`, and looks that nothing is there afterwards.
    private func refusal(_ bytes: some Sequence<UInt8>) throws -> String? {
        try Data(bytes).write(to: URL(filePath: place.path(of: "backup.tar")))
        let options = try Options(
            [place.path(of: "backup.tar"), "--state", place.path(of: "terug")], valued: ["--state"], operands: 1)
        let command = try RestoreCommand(options, files: SmallDisk(bytes: .max))
        let failure: CommandFailure
        do {
            _ = try command.run(Terminal { _, _ in })
            return nil
        } catch let error as CommandFailure {
            failure = error
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
        return failure.status == 1 && names == ["backup.tar", "goed.tar", "leeg"] ? failure.line : nil
    }

    @Test func everyCut() throws {
        for length in 0..<archive.count {
            let complaint = try #require(try refusal(archive.prefix(length)), "cut at \(length)")
            #expect(complaint.contains("het bestand is afgebroken."), "cut at \(length)")
        }
    }

    @Test func everyAlteredByte() throws {
        for index in archive.indices {
            var altered = archive
            altered[index] ^= 1 << UInt8(index % 8)
            #expect(try refusal(altered) != nil, "byte \(index)")
        }
    }

    @Test func somethingBehindTheEnd() throws {
        #expect(try refusal(archive + [1])?.contains("na het einde staat nog iets") == true)
    }

    /// Others fill an archive up to twenty blocks.
    @Test func moreEmptyBlocksAreFine() throws {
        try Data(archive + [UInt8](repeating: 0, count: 5_120)).write(to: URL(filePath: place.path(of: "lang.tar")))

        #expect(
            Recorder.run("restore", place.path(of: "lang.tar"), "--state", place.path(of: "terug")).status == 0)
    }

    /// An archive of such files, with the right sums.
    private func make(_ files: [(name: String, content: [UInt8])], sums: Bool = true) throws -> [UInt8] {
        var (bytes, checksums): ([UInt8], Checksums) = ([], Checksums())
        func add(_ name: String, _ content: [UInt8]) throws {
            let entry = try #require(
                ArchiveEntry(name: name, byteCount: content.count, modifiedAt: TestClock.start))
            bytes += entry.header + content + entry.padding
        }
        for file in files {
            try add(file.name, file.content)
            checksums.add(SHA256.digest(of: file.content), of: file.name)
        }
        if sums { try add(Checksums.name, Array(checksums.text.utf8)) }
        return bytes + ArchiveEntry.end
    }

    private func good() throws -> [UInt8] { try SampleJournal(reports: 2).bytes() }

    @Test(arguments: [
        "../journal.jsonl", "/journal.jsonl", "./journal.jsonl", "a/journal.jsonl", "..", ".", "lock", "keys.lock",
        "snapshot-000000000002.json", "journal-2.jsonl", "journal-000000000001.jsonl", "JOURNAL.jsonl", "kladje",
        "journal.jsonl ", "journal.jsonl\n", "journal.jsonl.new", "jóurnal.jsonl",
    ])
    func strangeNames(name: String) throws {
        let bytes = try make([("journal.jsonl", try good()), (name, [1, 2, 3])])

        let complaint = try #require(try refusal(bytes))

        #expect(complaint.contains("een bestand in dat hier niet hoort."))
        #expect(complaint.split(separator: "\n").count == 1)
    }

    @Test func sameNameTwice() throws {
        let bytes = try make([("journal.jsonl", try good()), ("journal.jsonl", try good())])

        #expect(try refusal(bytes)?.contains("een bestand te veel") == true)
    }

    @Test func fileAfterTheSums() throws {
        let bytes = try make([("journal.jsonl", try good())])
        let more = try make([("keys.json", Array("{}".utf8))], sums: false)

        #expect(try refusal(bytes.dropLast(1_024) + more)?.contains("een bestand te veel") == true)
    }

    /// A header with one field replaced, and the sum set right.
    private func altered(_ field: Int, _ value: [UInt8]) throws -> [UInt8] {
        var bytes = try make([("journal.jsonl", try good())])
        bytes.replaceSubrange(field..<field + value.count, with: value)
        bytes.replaceSubrange(148..<156, with: Array("        ".utf8))
        let sum = String(bytes[..<512].reduce(0) { $0 + Int($1) }, radix: 8)
        let text = String(repeating: "0", count: 6 - sum.count) + sum
        bytes.replaceSubrange(148..<156, with: Array("\(text)\u{0} ".utf8))
        return bytes
    }

    @Test(arguments: Array("1234567xgLK".utf8))
    func whatIsNoFile(type: UInt8) throws {
        #expect(try refusal(altered(156, [type]))?.contains("iets anders in dan gewone bestanden") == true)
    }

    @Test func nameInTwoParts() throws {
        #expect(try refusal(altered(345, Array("..".utf8)))?.contains("hier niet hoort") == true)
    }

    @Test(arguments: ["77777777777\u{0}", "-0000000001\u{0}", "0x000000010\u{0}", "            ", "00000000001\u{1}"])
    func lengthThatCannotBe(text: String) throws {
        #expect(try refusal(altered(124, Array(text.utf8))) != nil)
    }

    @Test func notATar() throws {
        #expect(try refusal(altered(257, Array("zomaar".utf8)))?.contains("geen tar-bestand") == true)
        #expect(try refusal(Array(repeating: 0x61, count: 2_048))?.contains("geen tar-bestand") == true)
    }

    @Test func withoutSumsOrJournal() throws {
        #expect(try refusal(make([("journal.jsonl", try good())], sums: false)) != nil)
        #expect(try refusal(make([])) != nil)
        #expect(try refusal(make([], sums: false)) != nil)
        #expect(try refusal(make([("keys.json", Array(#"{"keys":[],"version":1}"#.utf8))])) != nil)
    }

    @Test func damagedJournalWithRightSums() throws {
        var bytes = try good()
        bytes[bytes.count / 4] ^= 1
        #expect(try refusal(make([("journal.jsonl", bytes)]))?.contains("journal.jsonl:1: ") == true)

        #expect(try refusal(make([("journal.jsonl", try good().dropLast(1))])) != nil)
        #expect(try refusal(make([("journal-000000000002.jsonl", try good())]))?.contains(":1: ") == true)
        let keys = try make([("journal.jsonl", try good()), ("keys.json", [0x7b])])
        #expect(try refusal(keys)?.contains("keys.json is beschadigd") == true)
    }

    @Test func fileThatIsNotThere() {
        let run = Recorder.run("restore", place.path(of: "nergens.tar"), "--state", place.path(of: "terug"))

        #expect(run.status == 1)
        #expect(run.complaints.contains("kunnen we niet lezen."))
    }
}
