import Domain
import Foundation
import TestTools
import Testing

@Suite("Timestamp, RFC 3339")
struct TimestampTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let text: String
        let seconds: Double?
        let name: String
        var testDescription: String { "\(name): \(text)" }

        init(_ name: String, _ text: String, _ seconds: Double?) {
            (self.name, self.text, self.seconds) = (name, text, seconds)
        }
    }

    /// 2026-11-20T08:00:00Z.
    private static let moment: Double = 1_795_161_600

    @Test(arguments: [
        Example("UTC", "2026-11-20T08:00:00Z", moment),
        Example("epoch", "1970-01-01T00:00:00Z", 0),
        Example("before 1970", "1969-12-31T23:59:59Z", -1),
        Example("long before 1970", "1900-01-01T00:00:00Z", -2_208_988_800),
        Example("last second", "2199-12-31T23:59:59Z", 7_258_118_399),
        Example("winter time", "2026-11-20T09:00:00+01:00", moment),
        Example("summer time", "2026-03-29T03:30:00+02:00", 1_774_747_800),
        Example("west", "2026-11-20T03:00:00-05:00", moment),
        Example("half hours", "2026-11-20T13:30:00+05:30", moment),
        Example("plus zero", "2026-11-20T08:00:00+00:00", moment),
        Example("offset over midnight", "2026-11-21T00:30:00+16:30", moment),
        Example("largest offset", "2026-11-21T07:59:00+23:59", moment),
        Example("fraction", "2026-11-20T08:00:00.25Z", moment + 0.25),
        Example("fraction of one digit", "2026-11-20T08:00:00.5Z", moment + 0.5),
        Example("fraction of nine digits", "2026-11-20T08:00:00.000000000Z", moment),
        Example("fraction and offset", "2026-11-20T09:00:00.75+01:00", moment + 0.75),
        Example("fraction before 1970", "1969-12-31T23:59:59.5Z", -0.5),
        Example("leap day", "2024-02-29T12:00:00Z", 1_709_208_000),
        Example("minus zero", "2026-11-20T08:00:00-00:00", nil),
        Example("lower case t", "2026-11-20t08:00:00Z", nil),
        Example("lower case z", "2026-11-20T08:00:00z", nil),
        Example("space for T", "2026-11-20 08:00:00Z", nil),
        Example("leap second", "2016-12-31T23:59:60Z", nil),
        Example("24 o'clock", "2026-11-20T24:00:00Z", nil),
        Example("60 minutes", "2026-11-20T08:60:00Z", nil),
        Example("no offset", "2026-11-20T08:00:00", nil),
        Example("no seconds", "2026-11-20T08:00Z", nil),
        Example("no time", "2026-11-20", nil),
        Example("offset without colon", "2026-11-20T08:00:00+0100", nil),
        Example("offset of hours only", "2026-11-20T08:00:00+01", nil),
        Example("offset of 24 hours", "2026-11-20T08:00:00+24:00", nil),
        Example("offset of 60 minutes", "2026-11-20T08:00:00+01:60", nil),
        Example("offset and Z", "2026-11-20T08:00:00+01:00Z", nil),
        Example("Z twice", "2026-11-20T08:00:00ZZ", nil),
        Example("name of a zone", "2026-11-20T08:00:00CET", nil),
        Example("point without digits", "2026-11-20T08:00:00.Z", nil),
        Example("comma as point", "2026-11-20T08:00:00,5Z", nil),
        Example("letter in the fraction", "2026-11-20T08:00:00.5aZ", nil),
        Example("day that does not exist", "2026-02-29T08:00:00Z", nil),
        Example("year out of range", "2200-01-01T00:00:00Z", nil),
        Example("one digit for the hour", "2026-11-20T8:00:00Z", nil),
        Example("sign in the hour", "2026-11-20T+8:00:00Z", nil),
        Example("no colons", "2026-11-20T080000Z", nil),
        Example("space before", " 2026-11-20T08:00:00Z", nil),
        Example("space after", "2026-11-20T08:00:00Z ", nil),
        Example("nothing", "", nil),
        Example("digits of another script", "２０２６-11-20T08:00:00Z", nil),
    ])
    func reads(_ example: Example) {
        #expect(Timestamp.date(example.text)?.timeIntervalSince1970 == example.seconds)
    }

    @Test(arguments: [
        (0.0, "1970-01-01T00:00:00Z"), (0.999, "1970-01-01T00:00:00Z"), (-0.001, "1969-12-31T23:59:59Z"),
        (1_795_161_600.5, "2026-11-20T08:00:00Z"), (1_795_219_199, "2026-11-20T23:59:59Z"),
        (1_795_219_200, "2026-11-21T00:00:00Z"), (-2_208_988_800, "1900-01-01T00:00:00Z"),
    ])
    func writesWholeSecondsInUTC(seconds: Double, text: String) {
        #expect(Timestamp.text(Date(timeIntervalSince1970: seconds)) == text)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func whatIsWrittenIsReadBack(seed: UInt64) {
        var random = SeededGenerator(seed: seed)

        for _ in 0..<200 {
            let seconds = Int.random(in: -2_208_988_800...7_258_118_399, using: &random)
            let text = Timestamp.text(Date(timeIntervalSince1970: Double(seconds)))
            #expect(Timestamp.date(text)?.timeIntervalSince1970 == Double(seconds), "seed \(seed): \(text)")
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func anOffsetChangesTheTextAndNotTheMoment(seed: UInt64) {
        var random = SeededGenerator(seed: seed)

        for _ in 0..<50 {
            let seconds = Int.random(in: -2_000_000_000...7_000_000_000, using: &random)
            let minutes = Int.random(in: 1..<1_440, using: &random)
            let local = Timestamp.text(Date(timeIntervalSince1970: Double(seconds + minutes * 60))).dropLast()
            let text = local + String(format: "+%02d:%02d", minutes / 60, minutes % 60)
            #expect(Timestamp.date(String(text))?.timeIntervalSince1970 == Double(seconds), "seed \(seed): \(text)")
        }
    }
}

@Suite("Moments to the millisecond")
struct PreciseTimestampTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (1_795_161_600, "2026-11-20T08:00:00.000Z"),
        (1_795_161_600.123, "2026-11-20T08:00:00.123Z"), (1_795_161_600.0079, "2026-11-20T08:00:00.007Z"),
        (1_795_161_659.9999, "2026-11-20T08:00:59.999Z"), (-0.001, "1969-12-31T23:59:59.999Z"),
    ])
    func text(_ seconds: Double, _ expected: String) {
        #expect(Timestamp.preciseText(Date(timeIntervalSince1970: seconds)) == expected)
    }

    /// What was written is read as what it was, whatever millisecond it is.
    @Test func everyMillisecond() {
        for millisecond in 0..<1_000 {
            let date = Date(timeIntervalSince1970: 1_795_161_600 + Double(millisecond) / 1_000)
            let text = Timestamp.preciseText(date)
            #expect(text.hasSuffix("." + String(1_000 + millisecond).dropFirst() + "Z"))
            #expect(Timestamp.date(text).map(Timestamp.preciseText) == text)
        }
    }
}
