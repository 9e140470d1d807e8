import Domain
import Foundation
import Testing

@testable import Ledger

/// A journal of three segments with two records each and two snapshots, of which the last record is in neither.
@Suite("Journal of several segments, damaged")
struct SegmentDamageTests {
    struct Line {
        let file: String
        /// From 1.
        let number: Int
        let range: Range<Int>
        let record: Record
    }

    static let services = [Fixture.beds, Fixture.rooms, Fixture.beds, Fixture.unknown, Fixture.rooms, Fixture.beds]

    static func make() throws -> (files: [String: [UInt8]], lines: [Line]) {
        let disk = FickleDisk()
        var settings = LedgerSettings()
        settings.segmentBytes = 600
        let ledger = try Ledger.open(
            directory: FickleDisk.path, starting: Fixture.starting, settings: settings, files: disk
        ).ledger
        for (index, service) in services.enumerated() {
            let version = ledger.state.capacity(of: service)?.version ?? 0
            _ = try ledger.report(Fixture.statement(free: index), on: service, ifVersion: version).get()
            if index == 3 || index == 4 {
                try ledger.saveSnapshot(in: SnapshotStore(directory: ledger.directory))
            }
        }
        let records = try ledger.records(from: 1, atMost: .max).map(\.record)
        ledger.close()
        var lines: [Line] = []
        for file in disk.files.keys.filter({ $0.hasPrefix("journal") }).sorted(by: { ($0.count, $0) < ($1.count, $1) })
        {
            var begin = 0
            for (number, line) in (disk.files[file] ?? []).split(separator: RecordLine.lineEnd).enumerated() {
                let range = begin..<begin + line.count + 1
                lines.append(Line(file: file, number: number + 1, range: range, record: records[lines.count]))
                begin = range.upperBound
            }
        }
        return (disk.files, lines)
    }

    static func open(
        _ disk: FickleDisk, acceptsDamage: Bool = false, fromSnapshot: Bool = false
    ) throws(LedgerError) -> (ledger: Ledger, start: StartReport) {
        var settings = LedgerSettings()
        settings.acceptsDamage = acceptsDamage
        if fromSnapshot { settings.bytesReadWhole = 0 }
        return try Ledger.open(
            directory: FickleDisk.path, starting: Fixture.starting, settings: settings, files: disk)
    }

    @Test func hasThreeSegmentsAndTwoSnapshots() throws {
        let (files, lines) = try Self.make()

        #expect(lines.map(\.number) == [1, 2, 1, 2, 1, 2])
        #expect(
            files.keys.sorted() == [
                "journal-000000000003.jsonl", "journal-000000000005.jsonl", "journal.jsonl", "lock",
                "snapshot-000000000004.json", "snapshot-000000000005.json",
            ])
    }

    /// One bit of every byte of the journal.
    @Test(arguments: 0..<6)
    func flippedBitIsToldOrCutsTheLast(number: Int) throws {
        let (files, lines) = try Self.make()
        let line = lines[number]
        for index in line.range {
            var altered = files
            altered[line.file]?[index] ^= 1 << UInt8(index % 8)
            let disk = FickleDisk(with: altered)
            let place: Comment = "\(line.file), byte \(index)"
            let verified = Result { () throws(LedgerError) in
                try Ledger.verify(directory: FickleDisk.path, files: disk)
            }

            switch Result(catching: { () throws(LedgerError) in try Self.open(disk) }) {
            case .success(let (ledger, start)):
                #expect(number == 5, place)
                #expect(start.replayed == 5 && start.tornTail?.bytes == line.range.count, place)
                #expect(start.tornTail?.line == line.number, place)
                #expect(ledger.state.sequence == 5, place)
                #expect(try verified.get().records == 5, place)
                let tail = try verified.get().tornTail
                #expect(tail?.bytes == line.range.count && tail?.what == start.tornTail?.what, place)
            case .failure(.damaged(let file, let told, let what)):
                #expect(number < 5 && file == line.file && told == line.number, place)
                #expect(verified == .failure(.damaged(file: file, line: told, what: what)), place)
                #expect(
                    disk.files["lock"] != nil
                        && disk.files.filter { $0.key != "lock" } == altered.filter { $0.key != "lock" })
            case .failure(let error): Issue.record("\(place): \(error)")
            }
            if index % 12 == 0 || index == line.range.upperBound - 1 {
                try readOnly(
                    altered,
                    lost: index == line.range.upperBound - 1 && number % 2 == 0 ? [number, number + 1] : [number],
                    lines, place)
            }
        }
    }

    /// All that is whole counts, nothing is written, and the history gives what there is.
    private func readOnly(
        _ files: [String: [UInt8]], lost: Set<Int>, _ lines: [Line], _ place: Comment
    ) throws {
        guard !lost.contains(5) || lost.count == 2 else { return }
        var files = files
        let unfinished = StateFile.unfinished(StateFile.snapshot(after: 9))
        files[unfinished] = [1]
        let disk = FickleDisk(with: files)
        let (ledger, start) = try Self.open(disk, acceptsDamage: true)
        #expect((disk.files[unfinished] == nil) == (start.damage == nil), place)
        let left = lines.indices.filter { !lost.contains($0) }.map { lines[$0].record }
        if lost != [4, 5] { #expect(start.damage != nil, place) }
        for service in Fixture.starting.keys {
            let newest = left.flatMap(\.capacities).last { $0.service == service }
            #expect(ledger.state.capacity(of: service)?.version == newest?.version ?? 0, place)
            let free = newest.map(\.after.free) ?? Fixture.starting[service]?.free
            #expect(ledger.state.capacity(of: service)?.capacity.free == free, place)
            let known = left.filter { record in record.capacities.contains { $0.service == service } }
            #expect(try ledger.reports(of: service, atMost: 9).map(\.record) == known.reversed(), place)
        }
        #expect(try ledger.records(from: 1, atMost: .max).map(\.record) == left, place)
        if start.damage != nil { #expect(try ledger.confirm() == .failure(.readOnly), place) }
        ledger.close()
        if start.damage != nil {
            #expect(disk.files.filter { $0.key != "lock" } == files.filter { $0.key != "lock" }, place)
        }
    }

    /// One bit of every byte of the snapshots: they are passed over, and told where they would have been used.
    @Test(arguments: [4, 5], 0..<4)
    func flippedSnapshotIsPassedOver(sequence: Int, quarter: Int) throws {
        let (files, _) = try Self.make()
        let name = StateFile.snapshot(after: sequence)
        let count = try #require(files[name]).count
        for index in stride(from: quarter, to: count, by: 4) {
            var altered = files
            altered[name]?[index] ^= 1 << UInt8(index % 8)
            let disk = FickleDisk(with: altered)

            let (ledger, start) = try Self.open(disk, fromSnapshot: index % 2 == 0)

            #expect(ledger.state.sequence == 6)
            #expect(start.badSnapshots == (sequence == 5 ? [name] : []), "byte \(index)")
            if index % 2 == 0 { #expect(start.snapshot == (sequence == 5 ? 4 : 5), "byte \(index)") }
            if index % 40 == 0 {
                let verified = try Ledger.verify(directory: FickleDisk.path, files: disk)
                #expect(verified.badSnapshots == [name] && verified.goodSnapshots.count == 1)
            }
        }
    }

    @Test func cutAtEveryByteOfTheLastSegment() throws {
        let (files, lines) = try Self.make()
        let file = lines[5].file
        let bytes = try #require(files[file])
        let room = Array(repeating: Fill.byte, count: 3_000)
        for length in lines[5].range.lowerBound...lines[5].range.upperBound {
            for isFilled in [false, true] {
                var altered = files
                altered[file] = bytes.prefix(length) + (isFilled ? room : [])
                let disk = FickleDisk(with: altered)
                let torn = length == bytes.count ? 0 : length - lines[5].range.lowerBound

                let (ledger, start) = try Self.open(disk, fromSnapshot: length % 2 == 0)

                #expect(start.tornTail?.bytes ?? 0 == torn, "cut at \(length)")
                #expect(ledger.state.sequence == (length == bytes.count ? 6 : 5), "cut at \(length)")
                #expect(try ledger.confirm().get().version > 0)
                ledger.close()
                #expect(disk.files["torn-tail-1"] == (torn == 0 ? nil : Array(bytes[(length - torn)..<length])))
                #expect(try Self.open(disk).start.tornTail == nil)
            }
        }
        // What a snapshot has seen is missing, not torn.
        var altered = files
        altered[file] = Array(bytes.prefix(lines[4].range.upperBound - 1))
        #expect(throws: LedgerError.damaged(file: file, line: 1, what: .missing(upTo: 5))) {
            try Self.open(FickleDisk(with: altered))
        }
    }

    @Test(arguments: ["journal.jsonl", "journal-000000000003.jsonl"])
    func missingSegmentIsTold(file: String) throws {
        var (files, _) = try Self.make()
        files[file] = nil

        let next = file == "journal.jsonl" ? 3 : 5
        let error = LedgerError.damaged(
            file: StateFile.segment(from: next), line: 1, what: .wrongSequence(expected: next - 2, found: next))
        #expect(throws: error) { try Self.open(FickleDisk(with: files)) }
        #expect(throws: LedgerError.self) { try Self.open(FickleDisk(with: files), fromSnapshot: true) }
        let (ledger, start) = try Self.open(FickleDisk(with: files), acceptsDamage: true)
        #expect(start.damage?.line == 1 && ledger.state.sequence == 6)
        #expect(try ledger.records(from: 1, atMost: 99).count == 4)
    }

    /// A segment that was begun when the disk failed, and whose name came to the disk after all.
    @Test(arguments: [2, 3, 5, 6, 7])
    func emptySegmentsAreNoDamage(first: Int) throws {
        let (made, lines) = try Self.make()
        var files = made
        if first == 2 || first == 6 || first == 7 { files[StateFile.segment(from: first)] = [] }
        let disk = FickleDisk(with: files)

        let (ledger, start) = try Self.open(disk)
        #expect(start == StartReport(replayed: 6))
        #expect(try ledger.records(from: 1, atMost: 99).map(\.record) == lines.map(\.record))
        #expect(try ledger.confirm().get().version == 4)
        ledger.close()
        #expect(try Self.open(disk).start.replayed == 7)
        #expect(try Ledger.verify(directory: FickleDisk.path, files: disk).records == 7)
        // Where records are missing before it, it is.
        files[StateFile.segment(from: 9)] = []
        #expect(throws: LedgerError.self) { try Self.open(FickleDisk(with: files)) }
    }
}
