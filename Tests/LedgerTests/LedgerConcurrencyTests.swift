import Dispatch
import Domain
import Foundation
import Ledger
import Synchronization
import TestTools
import Testing

@Suite("Ledger under many writers")
struct LedgerConcurrencyTests {
    let directory = TemporaryDirectory()

    /// Runs `body` on `count` threads that start together, and waits for all.
    static func race(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        let (start, end) = (DispatchSemaphore(value: 0), DispatchGroup())
        for number in 0..<count {
            end.enter()
            let thread = Thread {
                start.wait()
                body(number)
                end.leave()
            }
            thread.start()
        }
        for _ in 0..<count { start.signal() }
        end.wait()
    }

    @Test func sixtyFourReportsWithTheSameVersionHaveOneWinner() throws {
        let ledger = try Fixture.open(directory).ledger
        let statements = try (0..<64).map { try Fixture.statement(total: 100, free: $0) }
        let results = Mutex<[Result<LiveCapacity, LedgerError>]>([])

        Self.race(64) { number in
            let answer = Waiter()
            let report = CapacityReport(service: Fixture.beds, statement: statements[number], ifVersion: 0)
            ledger.submit(Command(.report([report]), by: Fixture.actor, at: Fixture.moment(0)), then: answer.sink)
            if let result = try? answer.wait().flatMap(\.only) { results.withLock { $0.append(result) } }
        }

        let winners = results.withLock { $0.compactMap { try? $0.get() } }
        #expect(results.withLock { $0.count } == 64)
        #expect(winners.count == 1)
        #expect(ledger.state.capacity(of: Fixture.beds) == winners.first)
        #expect(results.withLock { $0.count { $0 == .failure(.staleVersion(current: 1)) } } == 63)
        #expect(ledger.state.sequence == 1)
    }

    @Test func whoWaitsTogetherSharesOneSync() throws {
        let files = FaultyFiles()
        let ledger = try Fixture.open(directory, files: files).ledger
        let (entered, gate) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        files.beforeSync {
            entered.signal()
            gate.wait()
        }
        let answers = (0..<101).map { _ in Waiter() }

        ledger.submit(
            Command(.confirm([Fixture.beds]), by: Fixture.actor, at: Fixture.moment(0)), then: answers[0].sink)
        entered.wait()
        files.beforeSync(nil)
        for answer in answers.dropFirst() {
            ledger.submit(
                Command(.confirm([Fixture.beds]), by: Fixture.actor, at: Fixture.moment(0)), then: answer.sink)
        }
        gate.signal()
        let versions = try answers.map { try $0.wait().get().version }

        #expect(versions == Array(1...101).map(Optional.some))
        #expect(files.count(of: "fdatasync") == 2)
        #expect(files.count(of: "pwrite") == 3)  // the process id in the lock file, and two batches
    }

    @Test func concurrentLoadNeedsFewerSyncsThanWritesAndLosesNone() throws {
        let files = FaultyFiles()
        let ledger = try Fixture.open(directory, files: files).ledger
        let kept = Mutex(0)

        Self.race(16) { _ in
            for _ in 0..<20 {
                let answer = Waiter()
                ledger.submit(
                    Command(.confirm([Fixture.beds]), by: Fixture.actor, at: Fixture.moment(0)), then: answer.sink)
                if (try? answer.wait().get()) != nil { kept.withLock { $0 += 1 } }
            }
        }

        #expect(kept.withLock { $0 } == 320)
        #expect(files.count(of: "fdatasync") < 320)
        ledger.close()
        let (again, start) = try Fixture.open(directory)
        #expect(start == StartReport(replayed: 320, tornTail: nil))
        #expect(again.state.capacity(of: Fixture.beds)?.version == 320)
    }

    @Test func closingAnswersWhoWaits() throws {
        let ledger = try Fixture.open(directory).ledger
        let answers = (0..<50).map { _ in Waiter() }

        for answer in answers {
            ledger.submit(
                Command(.confirm([Fixture.beds]), by: Fixture.actor, at: Fixture.moment(0)), then: answer.sink)
        }
        ledger.close()
        let results = try answers.map { try $0.wait() }

        #expect(results.compactMap { try? $0.get().version } == Array(1...50))
    }

    @Test func ledgerMayBeClosedFromAnAnswer() throws {
        let ledger = try Fixture.open(directory).ledger
        let answer = Waiter()

        ledger.submit(Command(.confirm([Fixture.beds]), by: Fixture.actor, at: Fixture.moment(0))) { result in
            ledger.close()
            answer.sink(result)
        }

        #expect(try answer.wait().get().version == 1)
        #expect(try ledger.confirm() == .failure(.closed))
    }
}
