import Domain
import Foundation
import Testing

@testable import Ledger

@Suite("Snapshots")
struct SnapshotTests {
    static func open(
        _ disk: FickleDisk, fromSnapshot: Bool, every count: Int = 50_000, segmentBytes: Int = 64 << 20
    ) throws -> (ledger: Ledger, start: StartReport) {
        var settings = LedgerSettings()
        settings.bytesReadWhole = fromSnapshot ? 0 : .max
        (settings.recordsPerSnapshot, settings.segmentBytes) = (count, segmentBytes)
        settings.terms = LedgerModelTests.terms
        return try Ledger.open(
            directory: FickleDisk.path, starting: Fixture.starting, settings: settings, files: disk)
    }

    @Test(arguments: 0..<24 as Range<UInt64>)
    func startFromOneGivesTheSame(seed: UInt64) throws {
        let disk = FickleDisk()
        var commands = RandomCommands(seed: seed)
        let segmentBytes = [3_000, 20_000, 64 << 20][Int(seed % 3)]
        let ledger = try Self.open(disk, fromSnapshot: false, every: 7, segmentBytes: segmentBytes).ledger
        for _ in 0..<60 { _ = try ledger.submit(commands.command(after: ledger.state)) }
        ledger.close()

        let whole = try Self.open(disk.afterKill(), fromSnapshot: false)
        let quick = try Self.open(disk.afterKill(), fromSnapshot: true)

        #expect(whole.start.snapshot == nil)
        let used = try #require(quick.start.snapshot)
        #expect(used <= ledger.state.sequence)
        #expect(quick.ledger.state.isSame(as: whole.ledger.state) && quick.ledger.state.isSame(as: ledger.state))
        #expect(quick.ledger.index == whole.ledger.index && quick.ledger.index == ledger.index)
        #expect(quick.ledger.state.all == whole.ledger.state.all)
        #expect(disk.files.keys.count { $0.hasPrefix("snapshot") } <= 2)
        let verified = try Ledger.verify(directory: FickleDisk.path, files: disk)
        #expect(verified.badSnapshots.isEmpty && !verified.goodSnapshots.isEmpty)
        // And both go on in the same way.
        for _ in 0..<15 {
            let command = commands.command(after: whole.ledger.state)
            if case .openHold = command.wish { continue }
            #expect(try whole.ledger.submit(command) == quick.ledger.submit(command))
        }
        #expect(quick.ledger.state.isSame(as: whole.ledger.state))
    }

    /// Two services under other names, so that both journals have lines of the same length.
    private static func history(_ free: Int, reports: Int, saved: Bool) throws -> FickleDisk {
        let disk = FickleDisk()
        let ledger = try open(disk, fromSnapshot: false).ledger
        for version in 0..<reports {
            _ = try ledger.report(Fixture.statement(free: free), ifVersion: version).get()
            if saved, version == 1 { try ledger.saveSnapshot(in: SnapshotStore(directory: ledger.directory)) }
        }
        ledger.close()
        return disk
    }

    @Test(arguments: [2, 3])
    func snapshotOfAnotherJournalIsPassedOver(reports: Int) throws {
        let other = try Self.history(3, reports: 2, saved: true).files
        var files = try Self.history(4, reports: reports, saved: false).files
        let name = StateFile.snapshot(after: 2)
        files[name] = other[name]

        let (ledger, start) = try Self.open(FickleDisk(with: files), fromSnapshot: true)

        #expect(start.snapshot == nil && start.badSnapshots == [name])
        #expect(ledger.state.capacity(of: Fixture.beds)?.capacity.free == 4)
        #expect(ledger.state.sequence == reports)
        let verified = try Ledger.verify(directory: FickleDisk.path, files: FickleDisk(with: files))
        #expect(verified.badSnapshots == [name] && verified.goodSnapshots.isEmpty)
    }

    @Test(arguments: [0, 1])
    func journalShorterThanItsSnapshotIsDamage(kept: Int) throws {
        var files = try Self.history(3, reports: 2, saved: true).files
        let bytes = try #require(files["journal.jsonl"])
        let end = kept == 0 ? 0 : 1 + (bytes.firstIndex(of: RecordLine.lineEnd) ?? 0)
        for cut in [end, end + 10] {
            files["journal.jsonl"] = Array(bytes.prefix(cut))
            let error = LedgerError.damaged(file: "journal.jsonl", line: kept + 1, what: .missing(upTo: 2))

            for fromSnapshot in [false, true] {
                let disk = FickleDisk(with: files)
                #expect(throws: error) { try Self.open(disk, fromSnapshot: fromSnapshot) }
                #expect(disk.files["journal.jsonl"] == files["journal.jsonl"])
            }
            #expect(throws: error) {
                try Ledger.verify(directory: FickleDisk.path, files: FickleDisk(with: files))
            }
        }
        files["journal.jsonl"] = nil
        #expect(throws: LedgerError.self) { try Self.open(FickleDisk(with: files), fromSnapshot: true) }
    }

    /// Whole and sealed, but nothing that this program has written.
    @Test(arguments: [
        (#""sequence":2,"#, #""sequence":9223372036854775807,"#), (#""sequence":2,"#, #""sequence":-1,"#),
        (#""byteCount":"#, #""byteCount":9"#), (#""count":2"#, #""count":9223372036854775807"#),
        (#""first":1"#, #""first":2"#), (#""first":1"#, #""first":-9223372036854775808"#),
        (#""version":2}"#, #""version":9223372036854775807}"#), (#""held":0"#, #""held":9223372036854775807"#),
        (#""free":3"#, #""free":7"#), (#""free":3"#, #""free":-1"#), (#""total":6"#, #""total":10001"#),
        (#"Z","version":2}"#, #"Z","version":1}"#), (#""dataHead":""#, #""dataHead":"x"#),
        (#""lastReporter":"key-abcdefgh","#, ""),
    ])
    func impossibleSnapshotIsPassedOver(old: String, new: String) throws {
        var files = try Self.history(3, reports: 2, saved: true).files
        let name = StateFile.snapshot(after: 2)
        let (body, _) = try RecordLine.checked(try #require(files[name]).dropLast())
        let text = String(decoding: body, as: UTF8.self)
        let altered = text.replacingOccurrences(of: old, with: new)
        #expect(altered != text, "\(text)")
        files[name] = RecordLine.sealed(Array(altered.utf8)).bytes + [RecordLine.lineEnd]

        let (ledger, start) = try Self.open(FickleDisk(with: files), fromSnapshot: true)

        #expect(start.snapshot == nil && start.badSnapshots == [name])
        #expect(ledger.state.capacity(of: Fixture.beds)?.version == 2)
    }
}
