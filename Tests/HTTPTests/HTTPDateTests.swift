import TestTools
import Testing

@testable import HTTP

@Suite("HTTP-date, RFC 9110 §5.6.7")
struct HTTPDateTests {
    /// Tue, 10 Mar 2026 12:00:00 GMT
    static let now = 1_773_144_000

    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        /// Seconds since 1970.
        let expected: Int?
        var testDescription: String { name }

        init(_ name: String, _ text: String, _ expected: Int?) {
            (self.name, self.text, self.expected) = (name, text, expected)
        }
    }

    @Test(
        "a date is read in each of the three forms",
        arguments: [
            Example("IMF-fixdate", "Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
            Example("rfc850-date", "Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
            Example("asctime-date", "Sun Nov  6 08:49:37 1994", 784_111_777),
            Example("asctime-date, day of two digits", "Sun Nov 06 08:49:37 1994", 784_111_777),
            Example("asctime-date, day after the ninth", "Wed Nov 16 08:49:37 1994", 784_975_777),
            Example("the first second", "Thu, 01 Jan 1970 00:00:00 GMT", 0),
            Example("before 1970", "Wed, 31 Dec 1969 23:59:59 GMT", -1),
            Example("1900, no leap year", "Mon, 01 Jan 1900 00:00:00 GMT", -2_208_988_800),
            Example("leap day", "Thu, 29 Feb 2024 00:00:00 GMT", 1_709_164_800),
            Example("leap day of a century", "Tue, 29 Feb 2000 00:00:00 GMT", 951_782_400),
            Example("the last second", "Fri, 31 Dec 9999 23:59:59 GMT", 253_402_300_799),
            Example("leap second", "Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_800),
            Example("longest weekday", "Wednesday, 09-Nov-94 08:49:37 GMT", 784_370_977),
            Example("two digits, to come", "Tuesday, 01-Jan-30 00:00:00 GMT", 1_893_456_000),
            Example("two digits, 50 years ahead to the second", "Tuesday, 10-Mar-76 12:00:00 GMT", 3_351_067_200),
            Example("two digits, one second further", "Wednesday, 10-Mar-76 12:00:01 GMT", 195_307_201),
            Example("two digits, the weekday of the other century", "Tuesday, 10-Mar-76 12:00:01 GMT", nil),
            Example("two digits, 99", "Friday, 31-Dec-99 23:59:59 GMT", 946_684_799),
        ])
    func valid(_ example: Example) {
        #expect(HTTPDate.epochSeconds(example.text, now: Self.now) == example.expected)
    }

    @Test(
        "anything else is no date",
        arguments: [
            Example("nothing", "", nil), Example("a number", "784111777", nil),
            Example("ISO 8601", "1994-11-06T08:49:37Z", nil),
            Example("small weekday", "sun, 06 Nov 1994 08:49:37 GMT", nil),
            Example("capital month", "Sun, 06 NOV 1994 08:49:37 GMT", nil),
            Example("small zone", "Sun, 06 Nov 1994 08:49:37 gmt", nil),
            Example("another weekday", "Mon, 06 Nov 1994 08:49:37 GMT", nil),
            Example("long weekday in the fixed form", "Sunday, 06 Nov 1994 08:49:37 GMT", nil),
            Example("short weekday with dashes", "Sun, 06-Nov-94 08:49:37 GMT", nil),
            Example("dashes and four digits", "Sunday, 06-Nov-1994 08:49:37 GMT", nil),
            Example("day of one digit", "Sun, 6 Nov 1994 08:49:37 GMT", nil),
            Example("day zero", "Mon, 00 Nov 1994 08:49:37 GMT", nil),
            Example("31 November", "Thu, 31 Nov 1994 08:49:37 GMT", nil),
            Example("29 February 2023", "Wed, 29 Feb 2023 08:49:37 GMT", nil),
            Example("29 February 1900", "Thu, 29 Feb 1900 08:49:37 GMT", nil),
            Example("no such month", "Sun, 06 Nop 1994 08:49:37 GMT", nil),
            Example("hour 24", "Sun, 06 Nov 1994 24:00:00 GMT", nil),
            Example("minute 60", "Sun, 06 Nov 1994 08:60:37 GMT", nil),
            Example("second 60 at noon", "Sun, 06 Nov 1994 12:00:60 GMT", nil),
            Example("second 61", "Sat, 31 Dec 2016 23:59:61 GMT", nil),
            Example("hour of one digit", "Sun, 06 Nov 1994  8:49:37 GMT", nil),
            Example("sign in the year", "Sun, 06 Nov +994 08:49:37 GMT", nil),
            Example("year of five digits", "Sat, 01 Jan 10000 00:00:00 GMT", nil),
            Example("before 1900", "Sun, 31 Dec 1899 23:59:59 GMT", nil),
            Example("year 0", "Sat, 01 Jan 0000 00:00:00 GMT", nil),
            Example("another zone", "Sun, 06 Nov 1994 08:49:37 UTC", nil),
            Example("an offset", "Sun, 06 Nov 1994 08:49:37 +0000", nil),
            Example("no zone", "Sun, 06 Nov 1994 08:49:37", nil),
            Example("zone after asctime", "Sun Nov  6 08:49:37 1994 GMT", nil),
            Example("asctime with one blank", "Sun Nov 6 08:49:37 1994", nil),
            Example("asctime with two digits and a blank", "Sun Nov  06 08:49:37 1994", nil),
            Example("blank before", " Sun, 06 Nov 1994 08:49:37 GMT", nil),
            Example("blank after", "Sun, 06 Nov 1994 08:49:37 GMT ", nil),
            Example("tab inside", "Sun,\t06 Nov 1994 08:49:37 GMT", nil),
            Example("two dates", "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT", nil),
            Example("other digits", "Sun, ٠٦ Nov 1994 08:49:37 GMT", nil),
            Example("half a character", "Sun\u{0301}, 06 Nov 1994 08:49:37 GMT", nil),
        ])
    func invalid(_ example: Example) {
        #expect(HTTPDate.epochSeconds(example.text, now: Self.now) == nil)
    }

    @Test("what is written is read back", arguments: 0..<50 as Range<UInt64>)
    func roundTrip(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<40 {
            let second = Int.random(in: 0...253_402_300_799, using: &generator)
            #expect(HTTPDate.epochSeconds(HTTPDate.text(epochSeconds: second), now: Self.now) == second)
        }
    }

    @Test("no text with one byte changed is read as the same second", arguments: 0..<29)
    func oneByte(place: Int) {
        let text = Array("Sun, 06 Nov 1994 08:49:37 GMT".utf8)
        for byte in UInt8.min...UInt8.max where byte != text[place] {
            var changed = text
            changed[place] = byte
            #expect(HTTPDate.epochSeconds(changed.text, now: Self.now) != 784_111_777)
        }
    }

    @Test("every day of the calendar is found again")
    func calendar() {
        var weekday = HTTPDate.weekday(daysSince1970: -25_567)  // 1 January 1900, a Monday
        #expect(weekday == 1)
        for day in -25_567...60_000 {
            let (year, month, dayOfMonth) = HTTPDate.civil(daysSince1970: day)
            guard HTTPDate.daysSince1970(year: year, month: month, day: dayOfMonth) == day,
                HTTPDate.weekday(daysSince1970: day) == weekday
            else {
                Issue.record("day \(day)")
                return
            }
            weekday = (weekday + 1) % 7
        }
    }
}
