import Domain
import Foundation
import Synchronization
import TestTools
import Testing

@testable import Ledger

@Suite("Looking at a journal beside its writer")
struct LedgerVerifyTests {
    let directory = TemporaryDirectory()

    /// Three reports and a snapshot after them.
    private static func goOn(_ ledger: Ledger) throws {
        for _ in 0..<3 {
            let version = ledger.state.sequence
            _ = try ledger.report(Fixture.statement(free: version % 7), ifVersion: version).get()
        }
        try ledger.saveSnapshot(in: SnapshotStore(directory: ledger.directory))
    }

    private func open(_ directory: TemporaryDirectory, segmentBytes: Int) throws -> Ledger {
        var settings = LedgerSettings()
        (settings.segmentBytes, settings.recordsPerSnapshot) = (segmentBytes, .max)
        return try Ledger.open(directory: directory.path, starting: Fixture.starting, settings: settings).ledger
    }

    @Test("whatever was written between any two of its calls, nothing looks wrong", arguments: [1_000, 64 << 20])
    func writtenInBetween(segmentBytes: Int) throws {
        var call = 1
        while true {
            let directory = TemporaryDirectory()
            let ledger = try open(directory, segmentBytes: segmentBytes)
            defer { ledger.close() }
            try Self.goOn(ledger)
            try Self.goOn(ledger)
            let files = FaultyFiles()
            let isInterrupted = Mutex(false)
            files.interrupt(atCall: call) {
                isInterrupted.withLock { $0 = true }
                try? Self.goOn(ledger)
            }
            let before = ledger.state.sequence

            let found = try Ledger.verify(in: StateDirectory(path: directory.path, files: files))

            #expect(found.records >= before && found.records <= ledger.state.sequence, "call \(call)")
            #expect(found.badSnapshots.isEmpty, "call \(call)")
            #expect(found.tornTail == nil, "call \(call)")
            guard isInterrupted.withLock(\.self) else { break }
            call += 1
        }
        #expect(call > 8)
    }

    @Test("what an extent says is what a copy gives, also when more was written")
    func extentAndCopy() throws {
        let ledger = try open(directory, segmentBytes: 1_000)
        defer { ledger.close() }
        try Self.goOn(ledger)
        let extent = try Ledger.extent(directory: directory.path)
        try Self.goOn(ledger)

        var copy = JournalCopy(extent, of: directory.path)
        for segment in extent.segments {
            var bytes: [UInt8] = []
            try copy.read(segment) { piece throws(LedgerError) in bytes += piece }
            #expect(bytes.count == segment.byteCount)
            #expect(try directory.bytes(of: segment.name).starts(with: bytes))
        }

        #expect(extent.records == 3)
    }

    @Test("a record that was taken back after it was read is not copied")
    func takenBack() throws {
        try Fixture.fill(directory, reports: 3)
        let extent = try Ledger.extent(directory: directory.path)
        let bytes = try directory.bytes(of: "journal.jsonl")
        let end = try #require(bytes.dropLast().lastIndex(of: UInt8(ascii: "\n")))
        try directory.write(bytes[...end], to: "journal.jsonl")

        var copy = JournalCopy(extent, of: directory.path)

        #expect(throws: LedgerError.damaged(file: "journal.jsonl", line: 1, what: .wrongHash)) {
            for segment in extent.segments { try copy.read(segment) { _ throws(LedgerError) in } }
        }
    }

    @Test("damage is damage when it was seen twice")
    func lookingAgain() {
        func damage(_ line: Int) -> LedgerError { .damaged(file: "a", line: line, what: .wrongHash) }
        func run(_ outcomes: [LedgerError?]) -> (error: LedgerError?, looks: Int) {
            var looks = 0
            do throws(LedgerError) {
                try Ledger.lookingAgain { () throws(LedgerError) in
                    looks += 1
                    if let error = outcomes[looks - 1] { throw error }
                }
                return (nil, looks)
            } catch {
                return (error, looks)
            }
        }

        #expect(run([nil]) == (nil, 1))
        #expect(run([damage(1), nil]) == (nil, 2))
        #expect(run([damage(1), damage(1)]) == (damage(1), 2))
        #expect(run([damage(1), damage(2), damage(1), nil]) == (nil, 4))
        #expect(run([damage(1), damage(2), damage(3), damage(4), damage(5)]) == (damage(5), 5))
        #expect(run([.noSpace]) == (.noSpace, 1))
    }
}
