import Domain
import Foundation
import Ledger
import TestTools
import Testing

@Suite("What was said of a service")
struct HistoryTests {
    let directory = TemporaryDirectory()

    /// Writes `count` records, most of them about other services, one second after the other; every report of
    /// ``Fixture/beds`` says its own number as the total.
    private func fill(
        _ count: Int, segmentBytes: Int = 64 << 20, seed: UInt64
    ) throws -> (ledger: Ledger, sequences: [Int]) {
        var settings = LedgerSettings()
        settings.segmentBytes = segmentBytes
        let ledger = try Ledger.open(
            directory: directory.path, starting: Fixture.starting, settings: settings
        ).ledger
        var random = SeededGenerator(seed: seed)
        var sequences: [Int] = []
        for sequence in 1...count {
            let moment = Fixture.moment(Double(sequence))
            if Int.random(in: 0..<4, using: &random) == 0 {
                let version = ledger.state.capacity(of: Fixture.beds)?.version ?? 0
                let statement = try Fixture.statement(total: sequence, free: 0)
                _ = try ledger.report(statement, ifVersion: version, at: moment).get()
                sequences.append(sequence)
            } else {
                _ = try ledger.confirm(Fixture.rooms, at: moment).get()
            }
        }
        return (ledger, sequences)
    }

    @Test(arguments: [64 << 20, 8_192], 0..<4 as Range<UInt64>)
    func everyPageOfItNewestFirst(_ segmentBytes: Int, seed: UInt64) throws {
        let (ledger, sequences) = try fill(200, segmentBytes: segmentBytes, seed: seed)
        let newest = Array(sequences.reversed())

        for (skipped, count) in [(0, 1), (0, 20), (3, 7), (sequences.count - 1, 5), (sequences.count, 5), (0, Int.max)]
        {
            let page = try ledger.history(of: Fixture.beds, skipping: skipped, atMost: count)
            #expect(page.total == sequences.count)
            let found = page.records.map(\.record)
            #expect(found.map(\.sequence) == Array(newest.dropFirst(skipped).prefix(count)), "seed \(seed)")
            for record in found { #expect(record.change(of: Fixture.beds)?.after.total == record.sequence) }
        }
        #expect(try ledger.history(of: Fixture.unknown).records.isEmpty)
    }

    @Test(arguments: 0..<3 as Range<UInt64>)
    func aSeriesIsWhatLiesBetweenTheMoments(seed: UInt64) throws {
        let (ledger, sequences) = try fill(120, segmentBytes: 8_192, seed: seed)

        for (from, to) in [(0, 200), (1, 120), (40, 80), (40.5, 41.5), (80, 40), (150, 160), (-5, 1)]
            as [(Double, Double)]
        {
            let series = try ledger.series(of: Fixture.beds, from: Fixture.moment(from), to: Fixture.moment(to))
            let expected = sequences.filter { Double($0) >= from && Double($0) < to }
            #expect(series.points.map { $0.after.total } == expected, "seed \(seed), \(from) to \(to)")
            #expect(series.points.map(\.date) == expected.map { Fixture.moment(Double($0)) })
            let standing = sequences.last { Double($0) < from }
            #expect(series.start?.total == standing ?? 6)
            #expect(zip(series.points, series.points.dropFirst()).allSatisfy { $0.after == $1.before })
        }
    }

    @Test func aSeriesOfWhatNobodyReported() throws {
        let ledger = try Fixture.open(directory).ledger
        let (from, to) = (Fixture.moment(0), Fixture.moment(60))

        #expect(try ledger.series(of: Fixture.beds, from: from, to: to).start?.free == 2)
        #expect(try ledger.series(of: Fixture.beds, from: from, to: to).points.isEmpty)
        #expect(try ledger.series(of: Fixture.id("bestaat-niet"), from: from, to: to).start == nil)
    }

    @Test func holdsBetweenTwoReportsAreSeenInWhatStoodBefore() throws {
        let ledger = try Fixture.open(directory).ledger
        _ = try ledger.confirm(at: Fixture.moment(1)).get()
        let holder = Actor(keyID: "key-coordinator", role: .coordinator)
        let request = HoldRequest(service: Fixture.beds, places: 1, limits: .beds, by: holder)
        _ = try ledger.submit(.openHold(request), by: holder, at: Fixture.moment(2)).get()
        _ = try ledger.confirm(at: Fixture.moment(3)).get()

        let points = try ledger.series(of: Fixture.beds, from: Fixture.moment(0), to: Fixture.moment(9)).points

        #expect(points.map { $0.before.free } == [2, 1])
        #expect(points.map { $0.after.free } == [2, 1])
        #expect(points.last?.before.held == 1)
    }

    /// The records that are whole are given, each in its place, though lines between them are gone or damaged.
    @Test(arguments: [nil, "dit is geen regel"])
    func aDamagedJournal(_ damage: String?) throws {
        let (ledger, sequences) = try fill(100, seed: 9)
        ledger.close()
        let lines = try String(decoding: directory.bytes(of: "journal.jsonl"), as: UTF8.self)
            .split(separator: "\n").filter { $0.hasPrefix("{") }
        let lost = sequences[sequences.count / 2]
        var left = lines.map(String.init)
        if let damage { left[lost - 1] = damage } else { left.remove(at: lost - 1) }
        try directory.write((left.joined(separator: "\n") + "\n").utf8, to: "journal.jsonl")
        var settings = LedgerSettings()
        settings.acceptsDamage = true
        // A snapshot would know the journal as it was.
        for name in try directory.names() where name.hasPrefix("snapshot") {
            try FileManager.default.removeItem(atPath: directory.path(of: name))
        }

        let damaged = try Ledger.open(
            directory: directory.path, starting: Fixture.starting, settings: settings
        ).ledger
        let found = try damaged.history(of: Fixture.beds).records.map(\.record.sequence)

        #expect(found == sequences.filter { $0 != lost }.reversed())
        #expect(try damaged.records(from: 1, atMost: 1_000).count == 99)
        let series = try damaged.series(of: Fixture.beds, from: Fixture.moment(Double(lost)), to: Fixture.moment(1_000))
        #expect(series.points.map { $0.after.total } == sequences.filter { $0 > lost })
    }

    @Test func nothingToSayIsNoRecord() throws {
        let ledger = try Fixture.open(directory).ledger

        #expect(try ledger.submit(.confirm([])).get().capacities.isEmpty)
        #expect(try ledger.submit(.report([])).get().capacities.isEmpty)

        #expect(ledger.state.sequence == 0)
    }
}
