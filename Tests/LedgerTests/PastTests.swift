import Domain
import Foundation
import Testing

@testable import Ledger

@Suite("The state as of a moment")
struct PastTests {
    /// A journal with everything in it, its records, and the disk that it lies on.
    private struct Sample {
        let disk: FickleDisk
        let state: LedgerState
        let records: [SealedRecord]
        /// As anyone would first write it: what stands after so many records, applied one after the other.
        let states: [LedgerState]

        init(seed: UInt64, commands count: Int = 60) throws {
            var commands = RandomCommands(seed: seed)
            disk = FickleDisk()
            let ledger = try LedgerModelTests.open(disk, seed)
            for _ in 0..<count { _ = try ledger.submit(commands.command(after: ledger.state)) }
            (state, records) = (ledger.state, try ledger.records(from: 1, atMost: .max))
            ledger.close()
            var next = LedgerState(starting: Fixture.starting)
            states =
                [next]
                + records.map { sealed in
                    next.apply(sealed.record, hash: sealed.hash)
                    return next
                }
        }

        func past(at moment: Date, where isWanted: ((LedgerState) -> Bool)? = nil) throws -> PastState {
            try Ledger.past(directory: FickleDisk.path, at: moment, where: isWanted, files: disk)
        }
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func everyMomentGivesWhatStoodThen(seed: UInt64) throws {
        let sample = try Sample(seed: seed)
        let times = Set(sample.records.map(\.record.time)).sorted()
        let first = try #require(times.first)

        for (index, time) in times.enumerated() where index % 3 == Int(seed % 3) {
            for moment in [-0.001, 0, 0.0004, 0.001].map({ time.date + $0 }) where moment >= first.date {
                let place: Comment = "seed \(seed), \(moment)"
                let expected = sample.states[sample.records.count { $0.record.date <= moment + 0.000_01 }]

                let past = try sample.past(at: moment)

                let then = try #require(past.then, place)
                #expect(then.starting(from: Fixture.starting).isSame(as: expected), place)
                #expect(past.now.starting(from: Fixture.starting).isSame(as: sample.state), place)
                let later = sample.records.map(\.record).filter { $0.sequence > expected.sequence }
                #expect(past.laterHolds.map(\.date) == later.filter { $0.hold != nil }.map(\.date), place)
                #expect(past.laterHolds.map(\.places) == later.compactMap(\.hold?.places), place)
                let late = later.compactMap(\.note?.start).last { $0.loadedAt <= moment }
                #expect(past.start == late ?? expected.start, place)
            }
        }
        let before = try sample.past(at: first.date - 0.001)
        #expect(before.then == nil && before.begin == first.date)
        #expect(before.now.sequence == sample.records.count)
    }

    @Test(arguments: 0..<6 as Range<UInt64>)
    func everyStateIsFoundByItsData(seed: UInt64) throws {
        let sample = try Sample(seed: seed)

        for head in Set(sample.states.map(\.dataHead)) {
            let expected = try #require(sample.states.first { $0.dataHead == head })

            let past = try sample.past(at: Fixture.moment(0)) { $0.dataHead == head }

            let then = try #require(past.then)
            #expect(then.starting(from: Fixture.starting).isSame(as: expected), "seed \(seed)")
        }
        #expect(try sample.past(at: Fixture.moment(0)) { _ in false }.then == nil)
    }

    /// Its end is not recorded yet: a search at that moment saw it.
    @Test func aHoldWhoseTimeIsOverStandsUntilThatIsRecorded() throws {
        let disk = FickleDisk()
        let ledger = try Fixture.open(disk).ledger
        let request = HoldRequest(service: Fixture.beds, places: 1, limits: .beds, by: Fixture.actor)
        _ = try ledger.submit(.openHold(request)).get()
        _ = try ledger.submit(.expireHolds, by: nil, at: Fixture.moment(3_600.5)).get()
        ledger.close()
        func held(at seconds: Double) throws -> Int? {
            let past = try Ledger.past(directory: FickleDisk.path, at: Fixture.moment(seconds), files: disk)
            return past.then?.capacity(of: Fixture.beds)?.capacity.held
        }

        #expect(try held(at: 3_600.2) == 1)
        #expect(try held(at: 3_600.5) == 0)
    }

    @Test func noJournalHasNoPast() throws {
        let past = try Ledger.past(directory: FickleDisk.path, at: Fixture.moment(0), files: FickleDisk())

        #expect(past.then == nil && past.begin == nil && past.now.sequence == 0)
    }

    /// Wherever it is: what is known of a moment before it is not known for sure.
    @Test(arguments: [1, 5, 9])
    func damageIsTold(line: Int) throws {
        let sample = try Sample(seed: 3)
        var files = sample.disk.files.filter { !$0.key.hasPrefix("snapshot") }
        let name = try #require(files.keys.filter { $0.hasPrefix("journal") }.min())
        let bytes = try #require(files[name])
        let ends = bytes.indices.filter { bytes[$0] == RecordLine.lineEnd }
        files[name]?[ends[line - 1] - 100] ^= 1

        #expect(throws: LedgerError.damaged(file: name, line: line, what: .wrongHash)) {
            try Ledger.past(
                directory: FickleDisk.path, at: Fixture.moment(1_000_000), files: FickleDisk(with: files))
        }
    }

    /// Beside a ledger that is open, from the first record or from a snapshot.
    @Test(arguments: 0..<8 as Range<UInt64>)
    func everyRecordGivesWhatStoodAfterIt(seed: UInt64) throws {
        let sample = try Sample(seed: seed)
        let ledger = try LedgerModelTests.open(sample.disk, seed)
        defer { ledger.close() }

        for (sequence, expected) in sample.states.enumerated() where sequence % 5 == Int(seed % 5) {
            let state = try ledger.state(after: sequence)
            #expect(state.starting(from: Fixture.starting).isSame(as: expected), "seed \(seed), record \(sequence)")
        }
        let last = try ledger.state(after: sample.records.count)
        #expect(last.starting(from: Fixture.starting).isSame(as: sample.state), "seed \(seed)")
        #expect(throws: LedgerError.self) { try ledger.state(after: ledger.state.sequence + 1) }
    }

    @Test func readingChangesNothing() throws {
        let sample = try Sample(seed: 6)
        let before = sample.disk.files

        _ = try sample.past(at: Fixture.moment(100))

        #expect(sample.disk.files == before)
    }
}
