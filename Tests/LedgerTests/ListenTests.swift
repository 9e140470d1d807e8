import Domain
import Foundation
import Synchronization
import Testing

@testable import Ledger

@Suite("Listeners, and many writers")
struct ListenTests {
    let disk = FickleDisk()

    static func many(_ disk: FickleDisk) throws -> Ledger {
        var settings = LedgerSettings()
        (settings.segmentBytes, settings.recordsPerSnapshot) = (40_000, 50)
        settings.terms = HoldTerms(length: 900, mostPerHolder: 200)
        return try Ledger.open(
            directory: FickleDisk.path, starting: Fixture.starting, settings: settings, files: disk
        ).ledger
    }

    @Test func everyRecordIsHeardOnceInOrderAndStandsInTheState() throws {
        let ledger = try Self.many(disk)
        let heard = Mutex<[Record]>([])
        let wrong = Mutex(0)
        ledger.listen { [weak ledger] records in
            guard let ledger, let last = records.last else { return }
            let inJournal = (try? ledger.records(from: records[0].sequence, atMost: records.count)) ?? []
            let isRight = ledger.state.sequence == last.sequence && inJournal.map(\.record) == records
            if !isRight { wrong.withLock { $0 += 1 } }
            heard.withLock { $0 += records }
        }

        LedgerConcurrencyTests.race(20) { thread in
            for number in 0..<15 {
                let wish: Command.Wish =
                    number % 3 == 0 ? .confirm([Fixture.beds, Fixture.rooms]) : .note(.signedIn, AccessNote())
                _ = try? ledger.submit(wish, at: Fixture.moment(Double(thread)))
            }
        }

        #expect(heard.withLock { $0.map(\.sequence) } == Array(1...300))
        #expect(wrong.withLock { $0 } == 0)
        #expect(heard.withLock { $0 } == (try ledger.records(from: 1, atMost: .max).map(\.record)))
    }

    @Test func listenerMaySubmit() throws {
        let ledger = try Self.many(disk)
        let answer = Waiter()
        ledger.listen { [weak ledger] records in
            guard records.first?.kind == .capacityConfirmed else { return }
            ledger?.submit(Command(.note(.signedIn, AccessNote()), by: nil, at: Fixture.moment(1)), then: answer.sink)
        }

        _ = try ledger.confirm().get()

        #expect(try answer.wait().get().sequence == 2)
    }

    @Test func lastPlaceHasOneWinnerOfTwoHundred() throws {
        let ledger = try Self.many(disk)
        _ = try ledger.report(Fixture.statement(free: 1), ifVersion: 0).get()
        let results = Mutex<[Result<Receipt, LedgerError>]>([])

        LedgerConcurrencyTests.race(200) { number in
            let actor = Actor(keyID: "key-\(number)", role: .coordinator)
            let result = try? ledger.submit(HoldTests.request(by: actor), by: actor)
            if let result { results.withLock { $0.append(result) } }
        }

        let winners = results.withLock { $0.compactMap { try? $0.get().hold } }
        #expect(winners.count == 1)
        #expect(results.withLock { $0.count { $0 == .failure(.noRoom(free: 0)) } } == 199)
        #expect(ledger.state.capacity(of: Fixture.beds)?.capacity.held == 1)
        #expect(ledger.state.allHolds == winners)
    }

    @Test(arguments: 0..<2 as Range<UInt64>)
    func twoHundredThreadsLeaveWhatTheJournalSays(seed: UInt64) throws {
        let ledger = try Self.many(disk)
        let wrong = Mutex<[LedgerState]>([])
        ledger.listen { [weak ledger] _ in
            guard let state = ledger?.state, !Self.isSound(state) else { return }
            wrong.withLock { $0.append(state) }
        }
        let answered = Mutex(0)

        LedgerConcurrencyTests.race(200) { thread in
            var commands = RandomCommands(seed: seed * 1_000 + UInt64(thread))
            for _ in 0..<5 {
                let command = commands.command(after: ledger.state)
                if (try? ledger.submit(command)) != nil { answered.withLock { $0 += 1 } }
            }
        }

        #expect(answered.withLock { $0 } == 1_000)
        #expect(wrong.withLock { $0.isEmpty } && Self.isSound(ledger.state))
        let read = try Ledger.read(directory: FickleDisk.path, starting: Fixture.starting, files: disk)
        #expect(read.isSame(as: ledger.state))
        ledger.close()
        let verified = try Ledger.verify(directory: FickleDisk.path, files: disk)
        #expect(verified.records == ledger.state.sequence && verified.badSnapshots.isEmpty)
    }

    static func isSound(_ state: LedgerState) -> Bool {
        state.all.values.allSatisfy { live in
            let held = state.allHolds.filter { $0.service == live.service && $0.state.isActive }.map(\.places)
            let (free, total) = (live.capacity.free ?? 0, live.capacity.total ?? .max)
            return live.capacity.held == held.reduce(0, +) && free >= 0 && free + live.capacity.held <= total
        }
    }

    @Test func ledgerThatNobodyHoldsGoes() throws {
        weak var gone: Ledger?
        try {
            var settings = LedgerSettings()
            (settings.clock, settings.recordsPerSnapshot) = ({ Fixture.moment(0) }, 1)
            let ledger = try Ledger.open(
                directory: FickleDisk.path, starting: Fixture.starting, settings: settings, files: disk
            ).ledger
            gone = ledger
            ledger.listen { _ in }
            _ = try ledger.submit(HoldTests.request()).get()
            ledger.close()
        }()
        // Whoever opens next finds the directory free as soon as the writer's queue has let go.
        #expect(throws: Never.self) { try Self.many(disk) }
        let deadline = Date().addingTimeInterval(5)
        while gone != nil, Date() < deadline { sched_yield() }
        #expect(gone == nil)
    }

    /// Only reading, with a hold that is long due: the clock asks for nothing that cannot be done.
    @Test func closedLedgerAsksForNothing() throws {
        let calls = Mutex(0)
        var settings = LedgerSettings()
        settings.clock = {
            calls.withLock { $0 += 1 }
            return Fixture.moment(calls.withLock { $0 } < 3 ? 0 : 90_000)
        }
        let ledger = try Ledger.open(
            directory: FickleDisk.path, starting: Fixture.starting, settings: settings, files: disk
        ).ledger
        _ = try ledger.submit(HoldTests.request()).get()
        ledger.close()

        #expect(try ledger.submit(.expireHolds, at: Fixture.moment(90_000)) == .failure(.closed))
        #expect(try ledger.submit(.expireHolds, at: Fixture.moment(90_000)) == .failure(.closed))
        #expect(calls.withLock { $0 } <= 2)
        #expect(ledger.state.sequence == 1)
    }
}
