import Domain
import Foundation
import Hashing
import TestTools
import Testing

@testable import Ledger

@Suite("Journal after a crash, and damaged")
struct LedgerDamageTests {
    static let journal = "journal.jsonl"
    static let lineEnd = UInt8(ascii: "\n")

    /// A journal of five records and where each of its lines ends.
    static func make() throws -> (bytes: [UInt8], ends: [Int]) {
        let directory = TemporaryDirectory()
        try Fixture.fill(directory, reports: 5)
        let bytes = try directory.bytes(of: journal)
        return (bytes, bytes.indices.filter { bytes[$0] == lineEnd }.map { $0 + 1 })
    }

    static func open(_ bytes: some Sequence<UInt8>) throws -> (disk: FickleDisk, ledger: Ledger, start: StartReport) {
        let disk = FickleDisk(with: [journal: Array(bytes)])
        let (ledger, start) = try Fixture.open(disk)
        return (disk, ledger, start)
    }

    @Test func cutAtEveryByteOfTheLastTwoRecords() throws {
        let (bytes, ends) = try Self.make()

        for length in ends[2]...ends[4] {
            let whole = ends.filter { $0 <= length }
            let torn = length - (whole.last ?? 0)
            let read = try Ledger.read(
                directory: FickleDisk.path, starting: Fixture.starting,
                files: FickleDisk(with: [Self.journal: Array(bytes.prefix(length))]))
            let (disk, ledger, start) = try Self.open(bytes.prefix(length))

            #expect(start.replayed == whole.count, "cut at \(length)")
            #expect(start.tornTail?.bytes ?? 0 == torn, "cut at \(length)")
            #expect(read.head == ledger.state.head)
            #expect(ledger.state.capacity(of: Fixture.beds)?.capacity.free == whole.count - 1)
            if torn > 0 {
                #expect(start.tornTail?.keptIn == "torn-tail-1")
                #expect(start.tornTail?.line == whole.count + 1)
                #expect(disk.files["torn-tail-1"] == Array(bytes[(length - torn)..<length]))
            }
            #expect(disk.files[Self.journal]?.count == length - torn)
            #expect(try ledger.report(Fixture.statement(), ifVersion: whole.count).get().version == whole.count + 1)
            ledger.close()
            #expect(try Fixture.open(disk).start == StartReport(replayed: whole.count + 1, tornTail: nil))
        }
    }

    @Test func bitFlippedInAnEarlierRecordIsToldWithItsLine() throws {
        let (bytes, ends) = try Self.make()

        for index in 0..<ends[3] {
            var altered = bytes
            altered[index] ^= 1 << UInt8(index % 8)
            let disk = FickleDisk(with: [Self.journal: altered])
            let line = ends.filter { $0 <= index }.count + 1

            let error = #expect(throws: LedgerError.self, "byte \(index)") { try Fixture.open(disk) }

            guard case .damaged(Self.journal, let told, _) = error else {
                Issue.record("byte \(index): \(String(describing: error))")
                continue
            }
            #expect(told == line, "byte \(index)")
            #expect(disk.files[Self.journal] == altered)
        }
    }

    @Test func bitFlippedInTheLastRecordCutsOnlyThat() throws {
        let (bytes, ends) = try Self.make()

        for index in ends[3]..<ends[4] {
            var altered = bytes
            altered[index] ^= 1 << UInt8(index % 8)

            let (_, ledger, start) = try Self.open(altered)

            #expect(start.replayed == 4, "byte \(index)")
            #expect(start.tornTail?.bytes == ends[4] - ends[3], "byte \(index)")
            #expect(ledger.state.sequence == 4)
        }
    }

    /// A write of two records that began in the last bytes of a page, of which that page never came to the disk.
    @Test(arguments: [UInt8(0), UInt8(ascii: " ")], 1...12)
    func firstBytesOfAWriteThatAreMissingAreATornWrite(byte: UInt8, count: Int) throws {
        let disk = FickleDisk()
        let ledger = try Fixture.open(disk).ledger
        let command = Command(.confirm([Fixture.beds]), by: Fixture.actor, at: Fixture.moment(0))
        _ = try PowerCutTests.together([command, command], in: ledger, on: disk)
        let records = try ledger.records(from: 1, atMost: 9).map(\.record)
        try #require(records.map(\.batch) == [1, 2, 2])
        var files = disk.files
        let begin = 1 + (files[Self.journal]?.firstIndex(of: Self.lineEnd) ?? 0)
        files[Self.journal]?.replaceSubrange(begin..<begin + count, with: Array(repeating: byte, count: count))

        let (again, start) = try Fixture.open(FickleDisk(with: files))

        #expect(start.replayed == 1 && start.tornTail?.line == 2)
        #expect(again.state.capacity(of: Fixture.beds)?.version == 0)
        // Of two writes the first was acknowledged, so there it is damage.
        let single = try Self.make().bytes
        let (first, second) = (1 + (single.firstIndex(of: Self.lineEnd) ?? 0), count)
        var altered = single
        altered.replaceSubrange(first..<first + second, with: Array(repeating: byte, count: second))
        #expect(throws: LedgerError.self) { try Self.open(altered) }
    }

    @Test(arguments: [1, 511, 512, 70_000, 300_000])
    func zeroBytesAtTheEndAreCut(count: Int) throws {
        let directory = TemporaryDirectory()
        let (bytes, ends) = try Self.make()
        try directory.write(bytes + Array(repeating: 0, count: count), to: Self.journal)

        let (ledger, start) = try Fixture.open(directory)

        #expect(start.replayed == ends.count)
        #expect(start.tornTail?.bytes == count)
        #expect(try directory.bytes(of: "torn-tail-1").count == count)
        #expect(try directory.mode(of: "torn-tail-1") == 0o600)
        #expect(ledger.state.sequence == ends.count)
    }

    @Test(arguments: ["\n", "x\n", "{}\n", "{\"sequence\":6}\n", "\u{0}\u{0}\n", "é", "\r\n"])
    func whateverIsNoRecordAtTheEndIsCut(tail: String) throws {
        let directory = TemporaryDirectory()
        try directory.write(try Self.make().bytes + Array(tail.utf8), to: Self.journal)

        let start = try Fixture.open(directory).start

        #expect(start.replayed == 5)
        #expect(start.tornTail?.bytes == tail.utf8.count)
    }

    @Test func twoBadLinesAtTheEndAreDamage() throws {
        let directory = TemporaryDirectory()
        try directory.write(try Self.make().bytes + Array("x\ny".utf8), to: Self.journal)

        #expect(throws: LedgerError.damaged(file: Self.journal, line: 6, what: .notARecord)) {
            try Fixture.open(directory)
        }
    }

    @Test func everyTornTailIsKeptApart() throws {
        let directory = TemporaryDirectory()
        try Fixture.fill(directory, reports: 1)

        for number in 1...3 {
            try directory.write(try directory.bytes(of: Self.journal) + [UInt8(number)], to: Self.journal)
            let tail = try Fixture.open(directory).start.tornTail
            #expect(tail?.keptIn == "torn-tail-\(number)")
        }

        #expect(
            try directory.names() == ["journal.jsonl", "lock", "torn-tail-1", "torn-tail-2", "torn-tail-3"])
    }

    @Test func missingAndExchangedLinesAreDamage() throws {
        let (bytes, ends) = try Self.make()
        let lines = zip([0] + ends, ends).map { Array(bytes[$0..<$1]) }
        let missing = lines[0] + lines[1] + lines[2] + lines[4]
        let exchanged = lines[0] + lines[2] + lines[1] + lines[3] + lines[4]
        let doubled = lines[0] + lines[1] + lines[1]

        for (altered, line, expected, found) in [
            (missing, 4, 4, 5), (exchanged, 2, 2, 3), (doubled, 3, 3, 2),
        ] {
            let directory = TemporaryDirectory()
            try directory.write(altered, to: Self.journal)
            let what = RecordFault.wrongSequence(expected: expected, found: found)
            #expect(throws: LedgerError.damaged(file: Self.journal, line: line, what: what)) {
                try Fixture.open(directory)
            }
            #expect(throws: LedgerError.damaged(file: Self.journal, line: line, what: what)) {
                try Ledger.read(directory: directory.path, starting: Fixture.starting)
            }
        }
    }

    @Test func recordOfAnotherChainIsDamage() throws {
        let directory = TemporaryDirectory()
        let other = try RecordLineTests.make(sequence: 1, previous: SHA256.digest(of: []))
        try directory.write(try RecordLine.encode(other).bytes, to: Self.journal)

        #expect(throws: LedgerError.damaged(file: Self.journal, line: 1, what: .wrongPrevious)) {
            try Fixture.open(directory)
        }
    }

    /// A newer program's record is whole and right: cutting it off would lose what was acknowledged.
    @Test(arguments: [
        (#""kind":"capacity_reported""#, #""kind":"bed_sold""#, RecordFault.unknownKind("bed_sold")),
        (#""total":6"#, #""total":-6"#, .invalid(field: "total")),
        (#""free":1"#, #""free":6"#, .invalid(field: "capacities")),
        (#""role":"shelter""#, #""role":"king""#, .invalid(field: "role")),
        (#""service":"voorbeeld-bedden""#, #""service":"../x""#, .invalid(field: "service")),
        (#""expectedFreeOn":"2026-12-01""#, #""expectedFreeOn":"2026-12-32""#, .invalid(field: "expectedFreeOn")),
        (#""time":"2026"#, #""time":"0026"#, .invalid(field: "time")),
        (#""sequence":7"#, #""sequence":9223372036854775808"#, .invalid(field: "sequence")),
        (#""sequence":7"#, #""sequence":9223372036854775807"#, .invalid(field: "sequence")),
        (#""sequence":7"#, #""sequence":1000000000000001"#, .invalid(field: "sequence")),
        (
            #""sequence":7"#, #""sequence":1000000000000000"#,
            .wrongSequence(expected: 1, found: 1_000_000_000_000_000)
        ),
        (#""version":4"#, #""version":9223372036854775807"#, .invalid(field: "version")),
    ])
    func wholeRecordThatCannotBeIsDamage(old: String, new: String, what: RecordFault) throws {
        let directory = TemporaryDirectory()
        let line = String(
            decoding: try RecordLine.encode(try RecordLineTests.make()).bytes, as: UTF8.self)
        let body = line.prefix { $0 != "\n" }.dropLast(75).replacingOccurrences(of: old, with: new)
        let hash = SHA256.digest(of: Array((body + "}").utf8))
        try directory.write(Array((body + ",\"hash\":\"\(hash.hex)\"}\n").utf8), to: Self.journal)

        #expect(throws: LedgerError.damaged(file: Self.journal, line: 1, what: what)) {
            try Fixture.open(directory)
        }
    }

    @Test func lineLongerThanAnyRecordInTheMiddleIsDamage() throws {
        let directory = TemporaryDirectory()
        let long = Array(repeating: UInt8(ascii: "x"), count: 700_000)
        try directory.write(long + [Self.lineEnd] + [Self.lineEnd], to: Self.journal)

        #expect(throws: LedgerError.damaged(file: Self.journal, line: 1, what: .tooLong(most: 65_536))) {
            try Fixture.open(directory)
        }
    }
}
