import Domain
import Foundation
import TestTools
import Testing

@testable import Ledger

@Suite("Ledger against a naive model")
struct LedgerModelTests {
    static let terms = HoldTerms(length: 3_600, extensionLength: 3_600, longest: 6_000, mostPerHolder: 3)

    /// Files of every size, snapshots often or never, used or not.
    static func settings(_ seed: UInt64) -> LedgerSettings {
        var settings = LedgerSettings()
        settings.terms = terms
        settings.random = SeededGenerator(seed: seed)
        settings.segmentBytes = [1, 2_000, 9_000, 64 << 20][Int(seed % 4)]
        settings.recordsPerSnapshot = [1, 4, 15, 50_000][Int(seed / 4 % 4)]
        settings.bytesReadWhole = seed / 3 % 3 == 0 ? 32 << 20 : 0
        return settings
    }

    @Test(arguments: 0..<14 as Range<UInt64>)
    func randomCommandsGiveTheSame(seed: UInt64) throws {
        var commands = RandomCommands(seed: seed)
        var model = NaiveLedger(starting: Fixture.starting, terms: Self.terms)
        var disk = FickleDisk()
        var ledger = try Self.open(disk, seed)
        let steps = 70

        for step in 0..<steps {
            let place: Comment = "seed \(seed), step \(step)"
            if commands.chance(9) {
                disk = try Self.reopen(&ledger, disk, seed, &commands, model, place)
            } else {
                let command = commands.command(after: ledger.state)
                let answer = try ledger.submit(command)
                check(model.perform(command), against: answer, &model, command, place)
            }
            let world = model.world()
            checkState(ledger.state, model, world, place)
            if step % 4 == 0 || step == steps - 1 { try checkHistory(ledger, model, world, &commands, place) }
        }
        ledger.close()
        let read = try Ledger.read(directory: FickleDisk.path, starting: Fixture.starting, files: disk)
        #expect(read.isSame(as: ledger.state))
        #expect(try Ledger.verify(directory: FickleDisk.path, files: disk).head == ledger.state.head)
    }

    static func open(_ disk: FickleDisk, _ seed: UInt64) throws -> Ledger {
        try Ledger.open(
            directory: FickleDisk.path, starting: Fixture.starting, settings: settings(seed), files: disk
        ).ledger
    }

    /// Closes, kills, cuts the power, or leaves half a write behind.
    private static func reopen(
        _ ledger: inout Ledger, _ disk: FickleDisk, _ seed: UInt64, _ commands: inout RandomCommands,
        _ model: NaiveLedger, _ place: Comment
    ) throws -> FickleDisk {
        var next = disk
        var tail = 0
        switch Int.random(in: 0..<4, using: &commands.random) {
        case 0: ledger.close()
        case 1: next = disk.afterKill()
        case 2: next = disk.afterPowerCut(using: &commands.random)
        default:
            var files = disk.files
            let bytes = files[disk.newestSegment] ?? []
            let end = 1 + (bytes.lastIndex { $0 != UInt8(ascii: " ") } ?? -1)
            let half = Array(#"{"actor":{"keyId":"key","role":"admin"},"batch":9}"#.utf8)
            tail = Int.random(in: 1...half.count, using: &commands.random)
            files[disk.newestSegment] = Array(bytes.prefix(end) + half.prefix(tail)) + bytes.dropFirst(end + tail)
            next = FickleDisk(with: files)
        }
        let (again, start) = try Ledger.open(
            directory: FickleDisk.path, starting: Fixture.starting, settings: settings(seed), files: next)
        ledger = again
        #expect(start.replayed == model.entries.count, place)
        #expect(start.tornTail?.bytes ?? 0 == tail, place)
        #expect(start.badSnapshots.isEmpty && start.damage == nil, place)
        return next
    }

    private func check(
        _ expected: NaiveLedger.Answer, against answer: Result<Receipt, LedgerError>, _ model: inout NaiveLedger,
        _ command: Command, _ place: Comment
    ) {
        switch (expected, answer) {
        case (.refused(let error), .failure(let found)): #expect(found == error, place)
        case (.done, .success(let receipt)): #expect(!receipt.isRepeated, place)
        case (.repeated(let reference), .success(let receipt)):
            #expect(receipt.isRepeated && receipt.hold?.reference == reference, place)
        case (.opens(let request), .success(let receipt)):
            guard let hold = receipt.hold else {
                Issue.record("no hold; \(place)")
                return
            }
            #expect(model.world().holds[hold.reference] == nil && !receipt.isRepeated, place)
            model.record(
                .opened(hold.reference, request), by: command.actor, at: NaiveLedger.whole(command.moment))
        default: Issue.record("\(place): \(command.wish): \(expected) is not \(answer)")
        }
        if case .success(let receipt) = answer { #expect(receipt.sequence == model.entries.count, place) }
    }

    // MARK: Comparing

    private func checkState(
        _ state: LedgerState, _ model: NaiveLedger, _ world: NaiveLedger.World, _ place: Comment
    ) {
        #expect(state.sequence == model.entries.count, place)
        #expect(Set(state.all.keys) == Set(world.services.keys), place)
        for (service, known) in world.services {
            guard let live = state.capacity(of: service) else { continue }
            #expect(live.version == known.version, place)
            #expect(NaiveLedger.Place(live.capacity) == known.place, place)
            #expect(live.capacity.unit == Fixture.starting[service]?.unit, place)
            let active = state.allHolds.filter { $0.service == service && $0.state.isActive }
            #expect(live.capacity.held == active.map(\.places).reduce(0, +), place)
            if let free = live.capacity.free {
                #expect(free >= 0 && free + live.capacity.held <= live.capacity.total ?? .max, place)
            }
        }
        #expect(Set(state.rules.keys) == Set(world.rules.keys), place)
        for (service, said) in world.rules {
            let live = state.rules(of: service)
            #expect(live?.version == said.count && live?.reviewedOn == said.last?.day, place)
            #expect(live?.saved == said.compactMap(\.sets?.after).last, place)
        }
        let found = Dictionary(uniqueKeysWithValues: state.allHolds.map { ($0.reference, NaiveLedger.Kept($0)) })
        #expect(found == world.holds, place)
        let active = world.holds.values.filter { $0.closedAt == nil }
        #expect(state.holds.nextEnd?.date == active.map(\.end).min(), place)
        for actor in RandomCommands.actors {
            #expect(
                state.holds.activeCount(of: actor.keyID) == active.count { $0.keyID == actor.keyID }, place)
        }
    }

    private func checkHistory(
        _ ledger: Ledger, _ model: NaiveLedger, _ world: NaiveLedger.World, _ commands: inout RandomCommands,
        _ place: Comment
    ) throws {
        for (service, known) in world.services {
            let (skipped, count) = (
                Int.random(in: 0...3, using: &commands.random), Int.random(in: 0...12, using: &commands.random)
            )
            let found = try ledger.reports(of: service, skipping: skipped, atMost: count)
            let expected = known.reports.reversed().dropFirst(skipped).prefix(count)
            #expect(ledger.reportCount(of: service) == known.reports.count, place)
            #expect(found.map(\.record.sequence) == expected.map(\.sequence), place)
            for (sealed, report) in zip(found, expected) {
                let change = sealed.record.capacities.first { $0.service == service }
                #expect(change?.version == report.version, place)
                #expect(change.map { NaiveLedger.Place($0.after.capacity(in: .bed)) } == report.after, place)
            }
        }
        let from = Int.random(in: -1...model.entries.count + 2, using: &commands.random)
        let records = try ledger.records(from: from, atMost: Int.random(in: 0...50, using: &commands.random))
        let first = max(1, from)
        for (offset, sealed) in records.enumerated() {
            #expect(sealed.record.sequence == first + offset, place)
            #expect(sealed.record.date == model.entries[first + offset - 1].time, place)
            #expect(sealed.record.actor == model.entries[first + offset - 1].actor, place)
        }
        let all = try ledger.records(from: first, atMost: .max)
        #expect(all.count == max(0, model.entries.count - first + 1), place)
        #expect(Array(all.prefix(records.count)) == records, place)
        #expect(zip(all, all.dropFirst()).allSatisfy { $0.hash == $1.record.previous }, place)
        #expect(all.last.map(\.hash) == (all.isEmpty ? nil : ledger.state.head), place)
    }
}

extension NaiveLedger.Place {
    init(_ capacity: Capacity) {
        self.init(
            total: capacity.total, free: capacity.free, held: capacity.held, isPaused: capacity.isPaused,
            pausedUntil: capacity.pausedUntil, pauseReason: capacity.pauseReason,
            expectedFreeOn: capacity.expectedFreeOn, confirmedAt: capacity.confirmedAt)
    }
}

extension NaiveLedger.Kept {
    init(_ hold: Hold) {
        self.init(
            reference: hold.reference, service: hold.service, places: hold.places, keyID: hold.holder.keyID,
            idempotency: hold.idempotency.map(AnyHashable.init), createdAt: hold.createdAt, state: hold.state,
            end: hold.expiresAt, isExtended: hold.isExtended, reason: hold.declineReason, closedAt: hold.closedAt)
    }
}
