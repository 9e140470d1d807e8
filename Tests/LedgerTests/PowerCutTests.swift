import Dispatch
import Domain
import Foundation
import Synchronization
import Testing

@testable import Ledger

/// The power goes at any call; the disk keeps any part of what was not synced. See ``FickleDisk``.
@Suite("Power cut")
struct PowerCutTests {
    @Test(arguments: 0..<12 as Range<UInt64>)
    func everyAcknowledgedRecordIsThereAndTheStartSucceeds(seed: UInt64) throws {
        var commands = RandomCommands(seed: seed)
        var disk = FickleDisk()
        var kept: [Record] = []

        for generation in 0..<3 {
            let place: Comment = "seed \(seed), generation \(generation)"
            disk.cutPower(atCall: Int.random(in: 1...(generation == 0 ? 40 : 150), using: &commands.random))
            kept = try Self.work(on: disk, seed, &commands, kept)

            var next = disk
            for _ in 0..<3 {
                next = disk.afterPowerCut(using: &commands.random)
                let (ledger, start) = try Self.open(next, seed)
                let records = try ledger.records(from: 1, atMost: .max).map(\.record)
                #expect(Array(records.prefix(kept.count)) == kept, place)
                #expect(start.replayed == records.count && start.damage == nil, place)
                #expect(start.badSnapshots.isEmpty, place)
                #expect(try ledger.confirm(at: commands.now).get().version > 0, place)
                let whole = try ledger.records(from: 1, atMost: .max).map(\.record)
                ledger.close()
                let verified = try Ledger.verify(directory: FickleDisk.path, files: next)
                #expect(verified.records == whole.count && verified.tornTail == nil, place)
                #expect(verified.badSnapshots.isEmpty, place)
            }
            // Goes on with the last of them, and with what that one has.
            let (ledger, _) = try Self.open(next, seed)
            kept = try ledger.records(from: 1, atMost: .max).map(\.record)
            disk = next.afterKill()
        }
    }

    private static func open(_ disk: FickleDisk, _ seed: UInt64) throws -> (ledger: Ledger, start: StartReport) {
        var settings = LedgerModelTests.settings(seed)
        settings.segmentBytes = [3_000, 12_000, 64 << 20][Int(seed % 3)]
        return try Ledger.open(
            directory: FickleDisk.path, starting: Fixture.starting, settings: settings, files: disk)
    }

    /// Works until the power is gone; gives all records that are acknowledged then.
    private static func work(
        on disk: FickleDisk, _ seed: UInt64, _ commands: inout RandomCommands, _ kept: [Record]
    ) throws -> [Record] {
        guard let ledger = try? open(disk, seed).ledger else { return kept }
        let heard = Mutex(kept)
        ledger.listen { records in heard.withLock { $0 += records } }
        for _ in 0..<12 {
            let count = commands.chance(2) ? 1 : Int.random(in: 2...30, using: &commands.random)
            let batch = (0..<count).map { _ in commands.command(after: ledger.state) }
            let answers = try together(batch, in: ledger, on: disk)
            let acknowledged = answers.compactMap { try? $0.get().sequence }.max() ?? 0
            #expect(acknowledged <= heard.withLock { $0.count })
        }
        return heard.withLock { $0 }
    }

    /// Submits while the disk works on the first, so that all others share one write.
    static func together(
        _ commands: [Command], in ledger: Ledger, on disk: FickleDisk
    ) throws -> [Result<Receipt, LedgerError>] {
        let (entered, gate) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let isFirst = Mutex(true)
        disk.beforeSync {
            let first = isFirst.withLock { isFirst in
                defer { isFirst = false }
                return isFirst
            }
            guard first else { return }
            entered.signal()
            gate.wait()
        }
        let waiters = commands.map { _ in Waiter() }
        let plug = Waiter()
        ledger.submit(
            Command(.note(.signedIn, AccessNote()), by: Fixture.actor, at: Fixture.moment(0))
        ) { result in
            // Without power there is no sync to wait at.
            entered.signal()
            plug.sink(result)
        }
        entered.wait()
        for (command, waiter) in zip(commands, waiters) { ledger.submit(command, then: waiter.sink) }
        gate.signal()
        disk.beforeSync(nil)
        _ = try plug.wait()
        return try waiters.map { try $0.wait() }
    }
}
