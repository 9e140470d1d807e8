import Domain
import Foundation
import Synchronization
import Testing

@testable import Ledger

/// A script that opens, cuts a torn tail, writes, begins segments, makes snapshots, closes and opens again, run once
/// for every system call in it, with that call failing.
@Suite("Every system call that fails")
struct EveryCallFailsTests {
    /// A ledger that was killed in the middle of its third record.
    static func before() throws -> [String: [UInt8]] {
        let disk = FickleDisk()
        let ledger = try open(disk)
        for version in 0..<2 { _ = try ledger.report(Fixture.statement(free: 3), ifVersion: version).get() }
        ledger.close()
        var files = disk.files
        files["journal.jsonl", default: []] += Array(#"{"actor":{"keyId":"#.utf8)
        return files
    }

    static func open(_ files: any LedgerFiles) throws -> Ledger {
        var settings = LedgerSettings()
        (settings.segmentBytes, settings.recordsPerSnapshot, settings.bytesReadWhole) = (1_800, 3, 0)
        settings.terms = HoldTerms(length: 600)
        return try Ledger.open(
            directory: FickleDisk.path, starting: Fixture.starting, settings: settings, files: files
        ).ledger
    }

    /// What was acknowledged, as whoever listens has heard it.
    final class Witness: Sendable {
        private let heard = Mutex<[Record]>([])
        var records: [Record] { heard.withLock { $0 } }
        func listen(to ledger: Ledger) { ledger.listen { records in self.heard.withLock { $0 += records } } }
    }

    /// - Returns: false where the ledger could not be opened.
    private func run(_ files: any LedgerFiles, _ witness: Witness, _ place: Comment) throws {
        for session in 0..<2 {
            let ledger = try opening(files, place)
            witness.listen(to: ledger)
            let start = Double(session * 1_000)
            try keep(.confirm([Fixture.rooms, Fixture.beds]), at: start, in: ledger, place)
            let request = HoldRequest(service: Fixture.beds, places: 1, limits: .beds, by: Fixture.actor)
            let hold = try keep(.openHold(request), at: start + 1, in: ledger, place)?.hold
            try keep(.note(.signedIn, AccessNote()), at: start + 2, in: ledger, place)
            if let hold { try keep(.acceptHold(hold.reference), at: start + 3, in: ledger, place) }
            // The hold ends in the same batch.
            try keep(.confirm([Fixture.beds]), at: start + 700, in: ledger, place)
            ledger.close()
        }
    }

    /// A start that fails says why; the next one works.
    private func opening(_ files: any LedgerFiles, _ place: Comment) throws -> Ledger {
        do {
            return try Self.open(files)
        } catch let error as LedgerError {
            switch error {
            case .system, .noSpace: return try Self.open(files)
            default:
                Issue.record("\(place): \(error)")
                throw error
            }
        }
    }

    /// A write that fails says why, and works once the fault is over.
    @discardableResult
    private func keep(
        _ wish: Command.Wish, at seconds: Double, in ledger: Ledger, _ place: Comment
    ) throws -> Receipt? {
        for _ in 0..<3 {
            let before = ledger.state
            switch try ledger.submit(wish, at: Fixture.moment(seconds)) {
            case .success(let receipt): return receipt
            case .failure(.system), .failure(.noSpace), .failure(.failedEarlier):
                #expect(ledger.state.isSame(as: before), place)
            case .failure(let error): Issue.record("\(place): \(error)")
            }
        }
        Issue.record("\(place): refused although the disk works again")
        return nil
    }

    @Test(arguments: [FaultyFiles.Fault.code(EIO), .code(ENOSPC), .halfThen(EIO), .halfThen(ENOSPC)])
    func losesNothingAndKeepsNothingRefused(fault: FaultyFiles.Fault) throws {
        let before = try Self.before()
        let sound = FaultyFiles(FickleDisk(with: before))
        sound.fail(call: .max, with: fault)
        try run(sound, Witness(), "without a fault")
        let calls = sound.calls
        #expect(
            Set(calls) == [
                "mkdir", "open", "open new", "pread", "pwrite", "fdatasync", "fsync", "readdir", "fstat", "rename",
                "ftruncate", "unlink", "flock",
            ])

        for number in 1...calls.count {
            if case .halfThen = fault, calls[number - 1] != "pwrite" { continue }
            let disk = FickleDisk(with: before)
            let files = FaultyFiles(disk)
            files.fail(call: number, with: fault)
            let witness = Witness()
            let place: Comment = "call \(number), \(calls[number - 1])"

            try run(files, witness, place)

            #expect(files.faultHit != nil, place)
            let (again, start) = try Ledger.open(
                directory: FickleDisk.path, starting: Fixture.starting, files: disk.afterKill())
            let records = try again.records(from: 3, atMost: .max).map(\.record)
            #expect(records == witness.records, place)
            #expect(start.tornTail == nil && start.badSnapshots.isEmpty, place)
            #expect(again.state.sequence == 14, place)
        }
    }
}
