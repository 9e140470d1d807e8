import Domain
import Foundation
import Hashing
import TestTools
import Testing

@testable import Ledger

@Suite("Small parts of the ledger against naive ones")
struct SmallPartsTests {
    @Test(arguments: 0..<30 as Range<UInt64>)
    func numberListReadsBack(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var numbers: [Int] = []
        var next = Int.random(in: 0...3, using: &random)
        for _ in 0..<Int.random(in: 0...60, using: &random) {
            numbers.append(next)
            let step = [1, 100, 1 << 20, 1 << 55].randomElement(using: &random) ?? 1
            next += Int.random(in: 1...step, using: &random)
        }

        let text = NumberList.text(numbers)

        #expect(NumberList.numbers(text) == numbers)
        let bytes = [UInt8](try #require(Data(base64Encoded: text)))
        for index in bytes.indices {
            var altered = bytes
            altered[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            let read = NumberList.numbers(Data(altered).base64EncodedString())
            #expect(read != numbers)
            if let read { #expect(zip(read, read.dropFirst()).allSatisfy { $0 < $1 } && read.allSatisfy { $0 >= 0 }) }
        }
        if bytes.count > 1, bytes.dropLast().last.map({ $0 >= 0x80 }) == true {
            #expect(NumberList.numbers(Data(bytes.dropLast()).base64EncodedString()) == nil)
        }
    }

    @Test(arguments: [[], [0], [.max], [0, .max], [0, 1, 2], [.max - 1, .max]])
    func numberListHasNoBounds(numbers: [Int]) { #expect(NumberList.numbers(NumberList.text(numbers)) == numbers) }

    @Test(
        arguments: [
            [0x80], [0x05, 0x00], Array(repeating: 0xff, count: 12), Array(repeating: 0xff, count: 9) + [0x7f],
            Array(repeating: 0xff, count: 8) + [0x7f, 0x01],
        ] as [[UInt8]])
    func otherListsAreRefused(bytes: [UInt8]) {
        #expect(NumberList.numbers(Data(bytes).base64EncodedString()) == nil)
    }

    @Test(arguments: ["!", "A", "AA"])
    func otherTextIsNoList(text: String) { #expect(NumberList.numbers(text) == nil) }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func sharedTableIsADictionary(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var table = SharedTable<Int, Int>()
        var naive: [Int: Int] = [:]
        var copies: [(SharedTable<Int, Int>, [Int: Int])] = []

        for step in 0..<600 {
            let key = Int.random(in: 0..<200, using: &random)
            let value: Int? = Int.random(in: 0..<3, using: &random) == 0 ? nil : step
            table[key] = value
            naive[key] = value
            if step % 150 == 0 { copies.append((table, naive)) }
        }

        copies.append((table, naive))
        for (table, naive) in copies {
            #expect(table.count == naive.count && table.isEmpty == naive.isEmpty)
            #expect(Dictionary(uniqueKeysWithValues: table.pairs.map { ($0.key, $0.value) }) == naive)
            #expect(table.values.sorted() == naive.values.sorted())
            for key in 0..<200 { #expect(table[key] == naive[key]) }
        }
        #expect(copies[0].0 != copies[1].0)
    }

    /// Where the records stand, against a list of all of them.
    @Test(arguments: 0..<12 as Range<UInt64>)
    func indexFindsEveryRecord(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        var index = JournalIndex()
        var naive: [(sequence: Int, part: Int, offset: Int, services: [ServiceID])] = []
        var (part, offset) = (1, 0)
        index.beginPart(from: 1)
        for sequence in 1...200 {
            if Int.random(in: 0..<60, using: &random) == 0, sequence > 1 {
                (part, offset) = (sequence, 0)
                index.beginPart(from: sequence)
            }
            let isReport = Bool.random(using: &random)
            let record = try RecordLineTests.make(
                sequence: sequence, kind: isReport ? .capacityReported : .signedIn, note: AccessNote())
            let count = Int.random(in: 1...900, using: &random)
            index.append(record, byteCount: count)
            naive.append((sequence, part, offset, isReport ? [Fixture.beds] : []))
            offset += count
        }

        for entry in naive {
            let place = try #require(index.place(of: entry.sequence))
            #expect(place.part.first == entry.part)
            let from = try #require(naive.first { $0.part == entry.part && $0.offset == place.offset })
            #expect(from.sequence + place.linesBetween == entry.sequence && place.linesBetween < JournalIndex.stride)
        }
        for nowhere in [.min, -1, 0, 201, .max] { #expect(index.place(of: nowhere) == nil) }
        let reports = naive.filter { !$0.services.isEmpty }.map(\.sequence)
        #expect(index.reportCount(of: Fixture.beds) == reports.count)
        #expect(index.reportCount(of: Fixture.rooms) == 0)
        for (skipped, count) in [(0, 5), (3, 500), (0, .max), (.max, 9), (-1, -1), (2, 0)] {
            #expect(
                index.newestReports(of: Fixture.beds, skipping: skipped, atMost: count)
                    == reports.reversed().dropFirst(max(0, skipped)).prefix(max(0, count)).map { $0 })
        }
    }

    @Test(
        arguments: [
            ("0", 0), ("7", 7), ("10", 10), ("1000000000000000", 1_000_000_000_000_000), ("1000000000000001", nil),
            ("07", nil), ("00", nil), ("", nil), ("-1", nil), ("x", nil), ("9223372036854775808", nil),
            ("99999999999999999999999999999999999999", nil),
        ] as [(String, Int?)])
    func scannerReadsNumbers(text: String, number: Int?) {
        var scanner = LineScanner(Array(text.utf8)[...])

        let read = try? scanner.number("n")

        #expect(read == number)
        if number != nil { #expect(scanner.isAtEnd) }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func scannerReadsTexts(seed: UInt64) throws {
        var records = RandomRecords(seed: seed)
        let text = records.text()
        let note = AccessNote(keyID: text)
        let record = Record(
            sequence: 1, batch: 1, time: RecordTime(clamping: 0), actor: nil, kind: .signedIn, note: note,
            previous: .zero)
        let body = String(decoding: RecordWriter(record).bytes, as: UTF8.self)
        let begin = try #require(body.range(of: #""keyId":"#)).upperBound
        var scanner = LineScanner(Array(body[begin...].utf8)[...])

        let read = try scanner.text("keyId")
        let isEnded = scanner.skip("}")

        #expect(read == text)
        #expect(isEnded)
    }

    @Test(arguments: [
        "\"", "\"\\", #""a"#, #""\"#, #""\""#, #""\u00""#, #""\ud800""#, #""\u0041""#, #""\n""#, #""\/""#, "\"\u{1}\"",
        "a",
    ])
    func otherTextsAreRefused(text: String) {
        var scanner = LineScanner(Array(text.utf8)[...])
        let read = try? scanner.text("t")
        #expect(read == nil)
    }

    @Test func textThatIsNoUTF8IsRefused() {
        for bytes in [[0x22, 0xff, 0x22], [0x22, 0xc3, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22]] as [[UInt8]] {
            var scanner = LineScanner(bytes[...])
            let read = try? scanner.text("t")
            #expect(read == nil)
        }
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func recordTimeIsWhatFoundationSays(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        for _ in 0..<100 {
            let time = RecordTime(clamping: Int64.random(in: 0..<7_258_118_400_000, using: &random))

            // Foundation cuts off what a Date keeps as a little less.
            #expect(time.text == (time.date + 0.000_5).formatted(style))
            let whole = Date(timeIntervalSince1970: Double(time.milliseconds / 1_000))
            #expect(time.text.prefix(19) == Timestamp.text(whole).prefix(19))
            let read = try #require(Timestamp.date(time.text))
            #expect(abs(read.timeIntervalSince(time.date)) < 0.000_01)
            #expect(RecordTime(read) == time)
        }
    }

    @Test func timesStayWithinTheYears() {
        #expect(RecordTime(clamping: .min).text == "1970-01-01T00:00:00.000Z")
        #expect(RecordTime(clamping: .max).text == "2199-12-31T23:59:59.999Z")
        #expect(RecordTime(clamping: .max).adding(1e9) == RecordTime(clamping: .max))
        #expect(RecordTime(clamping: 0).adding(-1e9) == RecordTime(clamping: 0))
    }
}
