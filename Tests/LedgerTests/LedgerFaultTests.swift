import Dispatch
import Domain
import Foundation
import Ledger
import Synchronization
import TestTools
import Testing

@Suite("Ledger on a failing disk")
struct LedgerFaultTests {
    let directory = TemporaryDirectory()
    let files = FaultyFiles()

    /// The journal without the room at its end.
    static func records(in directory: TemporaryDirectory) throws -> [UInt8] {
        let bytes = try directory.bytes(of: "journal.jsonl")
        return Array(bytes.prefix(1 + (bytes.lastIndex { $0 != UInt8(ascii: " ") } ?? -1)))
    }

    @Test(arguments: [[1], [1, 1, 1], [100, 200]])
    func shortWritesAreGoneOnWith(takes: [Int]) throws {
        let ledger = try Fixture.open(directory, files: files).ledger
        for count in takes { files.takeOnly(count) }

        #expect(try ledger.report(Fixture.statement(), ifVersion: 0).get().version == 1)
        ledger.close()

        #expect(try Fixture.open(directory).start == StartReport(replayed: 1, tornTail: nil))
    }

    @Test(arguments: [ENOSPC, EDQUOT])
    func fullDiskRefusesAndLaterWritesTryAgain(code: Int32) throws {
        let ledger = try Fixture.open(directory, files: files).ledger
        _ = try ledger.report(Fixture.statement(free: 3), ifVersion: 0).get()
        let before = try Self.records(in: directory)

        files.takeOnly(40)
        files.fail("pwrite", 0, code)
        #expect(try ledger.report(Fixture.statement(free: 4), ifVersion: 1) == .failure(.noSpace))
        #expect(try directory.bytes(of: "journal.jsonl") == before)
        #expect(ledger.state.capacity(of: Fixture.beds)?.capacity.free == 3)
        files.fail("pwrite", code, code)
        #expect(try ledger.report(Fixture.statement(free: 4), ifVersion: 1) == .failure(.noSpace))
        #expect(try directory.bytes(of: "journal.jsonl") == before)

        #expect(try ledger.report(Fixture.statement(free: 5), ifVersion: 1).get().capacity.free == 5)
        ledger.close()
        let (again, start) = try Fixture.open(directory)
        #expect(start == StartReport(replayed: 2, tornTail: nil))
        #expect(again.state.capacity(of: Fixture.beds)?.capacity.free == 5)
    }

    /// The room that is written beforehand is a convenience: a disk that has none for it may have some for a record.
    @Test(arguments: [0, 40, 700])
    func noSpaceForTheRoomBeforehandIsTriedWithoutIt(taken: Int) throws {
        let ledger = try Fixture.open(directory, files: files).ledger
        files.takeOnly(taken == 0 ? .max : taken)
        if taken > 0 { files.fail("pwrite", 0, ENOSPC) } else { files.fail("pwrite", ENOSPC) }

        #expect(try ledger.report(Fixture.statement(free: 3), ifVersion: 0).get().version == 1)

        let bytes = try directory.bytes(of: "journal.jsonl")
        #expect(bytes.last == UInt8(ascii: "\n"))
        #expect(try ledger.report(Fixture.statement(free: 4), ifVersion: 1).get().version == 2)
        #expect(try directory.bytes(of: "journal.jsonl").count >= 131_072)
        ledger.close()
        #expect(try directory.bytes(of: "journal.jsonl") == Self.records(in: directory))
        #expect(try Fixture.open(directory).start == StartReport(replayed: 2, tornTail: nil))
    }

    @Test func writeThatCannotBeTakenBackAtOnceIsTakenBackBeforeTheNext() throws {
        let ledger = try Fixture.open(directory, files: files).ledger
        files.takeOnly(40)
        files.fail("pwrite", 0, ENOSPC)
        files.fail("ftruncate", EIO, EIO)

        #expect(try ledger.confirm() == .failure(.system(call: "ftruncate", code: EIO)))
        #expect(try directory.bytes(of: "journal.jsonl").count == 40)
        #expect(try ledger.confirm().get().version == 1)
        ledger.close()

        #expect(try Fixture.open(directory).start == StartReport(replayed: 1, tornTail: nil))
    }

    @Test func writeThatCanNeverBeTakenBackIsCutAtTheNextStart() throws {
        let ledger = try Fixture.open(directory, files: files).ledger
        files.takeOnly(40)
        files.fail("pwrite", 0, ENOSPC)
        files.failAlways("ftruncate", EIO)

        #expect(try ledger.confirm() == .failure(.system(call: "ftruncate", code: EIO)))
        for _ in 0..<3 { #expect(try ledger.confirm() == .failure(.failedEarlier)) }
        ledger.close()

        let start = try Fixture.open(directory).start
        #expect(start.replayed == 0)
        #expect(start.tornTail?.bytes == 40)
    }

    @Test(arguments: [("pwrite", EIO), ("fdatasync", EIO), ("fdatasync", ENOSPC)])
    func afterAFailureTheSegmentIsReadAgainAndWritesGoOn(call: String, code: Int32) throws {
        let ledger = try Fixture.open(directory, files: files).ledger
        _ = try ledger.report(Fixture.statement(free: 3), ifVersion: 0).get()
        let before = try Self.records(in: directory)

        files.fail(call, code)
        #expect(
            try ledger.report(Fixture.statement(free: 4), ifVersion: 1) == .failure(.system(call: call, code: code)))
        #expect(try directory.bytes(of: "journal.jsonl") == before)
        #expect(ledger.state.sequence == 1)
        let readBefore = files.count(of: "pread")
        #expect(try ledger.report(Fixture.statement(free: 5), ifVersion: 1).get().version == 2)
        #expect(files.count(of: "pread") > readBefore)
        ledger.close()

        let (again, start) = try Fixture.open(directory)
        #expect(start == StartReport(replayed: 2, tornTail: nil))
        #expect(again.state.capacity(of: Fixture.beds)?.capacity.free == 5)
    }

    @Test(arguments: ["pwrite", "fdatasync"])
    func diskThatFailsForEverRefusesForEverAndReadsGoOn(call: String) throws {
        let ledger = try Fixture.open(directory, files: files).ledger
        _ = try ledger.report(Fixture.statement(free: 3), ifVersion: 0).get()

        files.failAlways(call, EIO)
        #expect(try ledger.confirm() == .failure(.system(call: call, code: EIO)))
        for _ in 0..<3 {
            let expected: LedgerError = call == "pwrite" ? .system(call: call, code: EIO) : .failedEarlier
            #expect(try ledger.confirm() == .failure(expected))
            #expect(try ledger.confirm(Fixture.id("bestaat-niet")) == .failure(.unknownService))
            #expect(ledger.state.capacity(of: Fixture.beds)?.capacity.free == 3)
            #expect(try ledger.reports(of: Fixture.beds, atMost: 9).map(\.record.sequence) == [1])
            #expect(try ledger.records(from: 1, atMost: 9).map(\.record.sequence) == [1])
        }
        files.mend()

        #expect(try ledger.confirm().get().version == 2)
    }

    /// What was acknowledged and is gone from the disk: nothing more is built on it.
    @Test(arguments: [0, 10, 300, -1])
    func lostAcknowledgedBytesRefuseForEver(kept: Int) throws {
        let ledger = try Fixture.open(directory, files: files).ledger
        for version in 0..<2 { _ = try ledger.report(Fixture.statement(free: 3), ifVersion: version).get() }
        files.fail("pwrite", EIO)
        #expect(try ledger.confirm() == .failure(.system(call: "pwrite", code: EIO)))
        var bytes = try directory.bytes(of: "journal.jsonl")
        if kept >= 0 { bytes = Array(bytes.prefix(kept)) } else { bytes[20] ^= 1 }
        try directory.overwrite("journal.jsonl", with: bytes)

        for _ in 0..<3 { #expect(try ledger.confirm() == .failure(.failedEarlier)) }

        #expect(ledger.state.sequence == 2)
        #expect(ledger.state.capacity(of: Fixture.beds)?.capacity.free == 3)
        #expect(try directory.bytes(of: "journal.jsonl") == bytes)
    }

    @Test func writeThatTakesNothingIsAFailure() throws {
        let ledger = try Fixture.open(directory, files: files).ledger
        files.takeOnly(10, 0)

        #expect(try ledger.confirm() == .failure(.system(call: "pwrite", code: EIO)))
    }

    @Test func nothingIsSeenBeforeItIsOnTheDisk() throws {
        let ledger = try Fixture.open(directory, files: files).ledger
        let seen = Mutex<[Int]>([])
        let answered = Mutex(false)
        files.beforeSync { [weak ledger] in
            seen.withLock { $0.append(ledger?.state.sequence ?? -1) }
            #expect(!answered.withLock { $0 })
        }
        let answer = Waiter()

        ledger.submit(Command(.confirm([Fixture.beds]), by: Fixture.actor, at: Fixture.moment(0))) { result in
            answered.withLock { $0 = true }
            #expect(ledger.state.sequence == 1)
            answer.sink(result)
        }

        #expect(try answer.wait().get().version == 1)
        #expect(seen.withLock { $0 } == [0])
        files.beforeSync(nil)
    }

    /// Two reports with the same version in one batch that is lost: the second lost to nobody.
    @Test func whoWasRefusedBecauseOfALostRecordHearsTheSame() throws {
        let ledger = try Fixture.open(directory, files: files).ledger
        let (entered, gate) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        files.beforeSync {
            entered.signal()
            gate.wait()
        }
        let answers = (0..<4).map { _ in Waiter() }
        ledger.submit(
            Command(.confirm([Fixture.rooms]), by: Fixture.actor, at: Fixture.moment(0)), then: answers[0].sink)
        entered.wait()
        files.beforeSync(nil)
        for (answer, version) in zip(answers.dropFirst(), [0, 0, 9]) {
            let report = CapacityReport(service: Fixture.beds, statement: try Fixture.statement(), ifVersion: version)
            ledger.submit(Command(.report([report]), by: Fixture.actor, at: Fixture.moment(0)), then: answer.sink)
        }
        files.fail("pwrite", ENOSPC)
        gate.signal()

        #expect(try answers[0].wait().get().version == 1)
        #expect(try answers[1].wait() == .failure(.noSpace))
        #expect(try answers[2].wait() == .failure(.noSpace))
        #expect(try answers[3].wait() == .failure(.staleVersion(current: 0)))
    }

    @Test func startIsPossibleOnAFullDisk() throws {
        try Fixture.fill(directory, reports: 2)
        let whole = try directory.bytes(of: "journal.jsonl")
        try directory.write(whole + Array("{\"half".utf8), to: "journal.jsonl")
        files.fail("open new", ENOSPC, ENOSPC)

        let (ledger, start) = try Fixture.open(directory, files: files)
        #expect(start.replayed == 2)
        #expect(start.tornTail?.bytes == 6)
        #expect(start.tornTail?.keptIn == nil)

        #expect(try ledger.confirm() == .failure(.noSpace))
        #expect(try ledger.confirm().get().version == 3)
        #expect(try directory.bytes(of: "torn-tail-1") == Array("{\"half".utf8))
        ledger.close()
        #expect(try Fixture.open(directory).start == StartReport(replayed: 3, tornTail: nil))
    }

    @Test func tailThatCannotBeKeptWholeIsNotCut() throws {
        try Fixture.fill(directory, reports: 1)
        let torn = try directory.bytes(of: "journal.jsonl") + Array("{\"half".utf8)
        try directory.write(torn, to: "journal.jsonl")
        files.takeOnly(5, 2)
        files.fail("pwrite", 0, 0, ENOSPC)

        let ledger = try Fixture.open(directory, files: files).ledger

        #expect(try directory.bytes(of: "journal.jsonl") == torn)
        #expect(try directory.names() == ["journal.jsonl", "lock"])
        #expect(ledger.state.sequence == 1)
    }

    @Test(arguments: ["mkdir", "open", "flock", "fsync", "pread"])
    func failureAtTheStartIsToldAndFreesTheDirectory(call: String) throws {
        try Fixture.fill(directory, reports: 1)
        files.fail(call, EIO)

        #expect(throws: LedgerError.system(call: call, code: EIO)) { try Fixture.open(directory, files: files) }
        #expect(throws: Never.self) { try Fixture.open(directory, files: files) }
    }

    @Test func unusableDirectoryIsTold() throws {
        try directory.write([], to: "file")

        #expect(throws: LedgerError.self) {
            try Ledger.open(directory: directory.path(of: "file"), starting: Fixture.starting)
        }
        #expect(throws: LedgerError.system(call: "mkdir", code: ENOENT)) {
            try Ledger.open(directory: "", starting: Fixture.starting)
        }
    }
}
