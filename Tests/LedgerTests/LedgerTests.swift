import Domain
import Foundation
import Hashing
import Ledger
import TestTools
import Testing

@Suite("Ledger")
struct LedgerTests {
    let directory = TemporaryDirectory()

    @Test func startsWithWhatTheRegistrySays() throws {
        let (ledger, start) = try Fixture.open(directory)

        #expect(start == StartReport(replayed: 0, tornTail: nil))
        #expect(ledger.state.sequence == 0)
        #expect(ledger.state.head == .zero)
        #expect(ledger.state.all.mapValues(\.capacity) == Fixture.starting)
        #expect(ledger.state.all.values.allSatisfy { $0.version == 0 })
        #expect(ledger.state.capacity(of: Fixture.id("bestaat-niet")) == nil)
    }

    @Test func reportSetsEveryNumberAndTheTime() throws {
        let ledger = try Fixture.open(directory).ledger
        let date = CalendarDate(text: "2026-12-24")
        let statement = try Fixture.statement(total: 8, free: 3, expectedFreeOn: date, isPaused: true)

        let live = try ledger.report(statement, on: Fixture.rooms, ifVersion: 0, at: Fixture.moment(5)).get()

        #expect(
            live.capacity
                == Capacity(
                    unit: .unit, total: 8, free: 3, isPaused: true, confirmedAt: Fixture.moment(5),
                    expectedFreeOn: date))
        #expect(live.version == 1)
        #expect(ledger.state.capacity(of: Fixture.rooms) == live)
        #expect(ledger.state.capacity(of: Fixture.beds)?.version == 0)
    }

    @Test func staleVersionIsRefusedWithTheOneThatStands() throws {
        let ledger = try Fixture.open(directory).ledger
        _ = try ledger.report(Fixture.statement(), ifVersion: 0).get()

        for version in [0, 2, -1, Int.max] {
            #expect(
                try ledger.report(Fixture.statement(), ifVersion: version) == .failure(.staleVersion(current: 1)))
        }
        #expect(ledger.state.sequence == 1)
    }

    @Test func unknownServiceIsRefused() throws {
        let ledger = try Fixture.open(directory).ledger
        let nowhere = Fixture.id("bestaat-niet")

        #expect(try ledger.report(Fixture.statement(), on: nowhere, ifVersion: 0) == .failure(.unknownService))
        #expect(try ledger.confirm(nowhere) == .failure(.unknownService))
        #expect(try directory.bytes(of: "journal.jsonl").isEmpty)
    }

    @Test func confirmationRenewsOnlyTheTime() throws {
        let ledger = try Fixture.open(directory).ledger
        let date = CalendarDate(text: "2026-12-24")
        _ = try ledger.report(
            Fixture.statement(free: 4, expectedFreeOn: date, isPaused: true), ifVersion: 0, at: Fixture.moment(1)
        ).get()

        let live = try ledger.confirm(at: Fixture.moment(9)).get()

        #expect(live.version == 2)
        #expect(
            live.capacity
                == Capacity(
                    total: 6, free: 4, isPaused: true, confirmedAt: Fixture.moment(9), expectedFreeOn: date))
    }

    @Test func confirmingTheRegistrysNumberRenewsItsTime() throws {
        let ledger = try Fixture.open(directory).ledger

        let live = try ledger.confirm(at: Fixture.moment(9)).get()

        #expect(live.capacity == Capacity(total: 6, free: 2, confirmedAt: Fixture.moment(9)))
        #expect(live.version == 1)
    }

    @Test func confirmingAnUnknownCountLeavesItUnknown() throws {
        let ledger = try Fixture.open(directory).ledger

        let live = try ledger.confirm(Fixture.unknown, at: Fixture.moment(9)).get()

        #expect(live.capacity == Capacity(unit: .bed))
        #expect(live.version == 1)
        #expect(ledger.state.sequence == 1)
    }

    @Test func timeNeverGoesBack() throws {
        let ledger = try Fixture.open(directory).ledger
        _ = try ledger.report(Fixture.statement(), ifVersion: 0, at: Fixture.moment(100)).get()

        let live = try ledger.confirm(Fixture.rooms, at: Fixture.moment(-5_000)).get()
        ledger.close()
        let again = try Fixture.open(directory).ledger

        #expect(live.capacity.confirmedAt == Fixture.moment(100))
        #expect(try again.confirm(at: Fixture.moment(3)).get().capacity.confirmedAt == Fixture.moment(100))
    }

    @Test(arguments: [-1e12, 1e12, .nan, .infinity])
    func clockOutOfRangeIsRefused(seconds: Double) throws {
        let ledger = try Fixture.open(directory).ledger

        let result = try ledger.confirm(at: Date(timeIntervalSince1970: seconds))

        #expect(result == .failure(.clockOutOfRange))
    }

    @Test func reopeningGivesTheSameState() throws {
        let before = try Fixture.open(directory).ledger
        _ = try before.report(Fixture.statement(), ifVersion: 0, at: Fixture.moment(0.0007)).get()
        _ = try before.confirm(Fixture.unknown, at: Fixture.moment(12.3456)).get()
        _ = try before.confirm(at: Fixture.moment(13.9999)).get()
        before.close()

        let (after, start) = try Fixture.open(directory)

        #expect(start == StartReport(replayed: 3, tornTail: nil))
        #expect(after.state.all == before.state.all)
        #expect(after.state.head == before.state.head)
        #expect(after.state.sequence == 3)
    }

    @Test func serviceThatLeftTheRegistryStaysInTheState() throws {
        try Fixture.fill(directory, reports: 2)
        var fewer = Fixture.starting
        fewer[Fixture.beds] = nil

        let without = try Fixture.open(directory, starting: fewer)
        _ = try without.ledger.confirm(Fixture.rooms).get()
        without.ledger.close()
        let with = try Fixture.open(directory)

        #expect(without.start.replayed == 2)
        #expect(without.ledger.state.capacity(of: Fixture.beds) == with.ledger.state.capacity(of: Fixture.beds))
        #expect(Set(without.ledger.state.all.keys) == Set(Fixture.starting.keys))
        #expect(with.ledger.state.capacity(of: Fixture.beds)?.version == 2)
        #expect(with.ledger.state.sequence == 3)
    }

    @Test func filesAreForThisUserOnly() throws {
        try Fixture.fill(directory, reports: 1)

        #expect(try directory.mode(of: "") == 0o700)
        #expect(try directory.mode(of: "journal.jsonl") == 0o600)
        #expect(try directory.mode(of: "lock") == 0o600)
    }

    @Test func missingDirectoriesAboveAreMade() throws {
        let deep = directory.path + "/a//b/"

        let ledger = try Ledger.open(directory: deep, starting: Fixture.starting).ledger

        #expect(try ledger.confirm().get().version == 1)
        #expect(FileManager.default.fileExists(atPath: directory.path + "/a/b/journal.jsonl"))
    }

    @Test func secondOpenerIsRefusedWithThePidOfTheFirst() throws {
        let first = try Fixture.open(directory).ledger

        #expect(throws: LedgerError.lockedBy(pid: getpid())) { try Fixture.open(directory) }
        first.close()
        #expect(throws: Never.self) { try Fixture.open(directory) }
    }

    @Test func droppedLedgerGivesTheDirectoryFree() throws {
        _ = try Fixture.open(directory)

        #expect(throws: Never.self) { try Fixture.open(directory) }
    }

    @Test func closedLedgerRefusesWritesAndStillReads() throws {
        let ledger = try Fixture.open(directory).ledger
        _ = try ledger.confirm().get()

        ledger.close()
        ledger.close()

        #expect(try ledger.confirm() == .failure(.closed))
        #expect(ledger.state.sequence == 1)
    }

    @Test func readingNeedsNoLockAndMakesNothing() throws {
        let nothing = try Ledger.read(directory: directory.path, starting: Fixture.starting)
        #expect(nothing.all.mapValues(\.capacity) == Fixture.starting)
        #expect(!FileManager.default.fileExists(atPath: directory.path))

        let ledger = try Fixture.open(directory).ledger
        _ = try ledger.report(Fixture.statement(), ifVersion: 0).get()
        let state = try Ledger.read(directory: directory.path, starting: Fixture.starting)

        #expect(state.all == ledger.state.all)
        #expect(state.head == ledger.state.head)
    }

    @Test func everyRecordVouchesForTheOneBefore() throws {
        try Fixture.fill(directory, reports: 3)
        let lines = try directory.bytes(of: "journal.jsonl").split(separator: UInt8(ascii: "\n"))
        var previous = String(repeating: "0", count: 64)

        for (index, line) in lines.enumerated() {
            let text = String(decoding: line, as: UTF8.self)
            let cut = try #require(text.range(of: ",\"hash\":\""))
            #expect(text.contains("\"previous\":\"\(previous)\""))
            #expect(text.contains("\"sequence\":\(index + 1),"))
            previous = String(text[cut.upperBound...].prefix(64))
            #expect(SHA256.digest(of: Array((text[..<cut.lowerBound] + "}").utf8)).hex == previous)
        }
        #expect(lines.count == 3)
    }
}
