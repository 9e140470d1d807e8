import Domain
import Foundation

/// A moment as the journal keeps it: whole milliseconds, UTC, years 1970 to 2199.
struct RecordTime: Hashable, Sendable, Comparable {
    let milliseconds: Int64

    /// The moment rounded down to the millisecond; `nil` outside the years, and for what is no number.
    init?(_ date: Date) {
        // A Date keeps 12:00:00.007 as a little less, hence the hundredth of a millisecond: what was
        // rounded down once must stay what it is.
        let milliseconds = (date.timeIntervalSince1970 * 1_000 + 0.01).rounded(.down)
        guard milliseconds >= 0, milliseconds < Double(Self.end) else { return nil }
        self.milliseconds = Int64(milliseconds)
    }

    /// - Parameter milliseconds: since 1970; outside the years it is the first or last moment that can be written.
    init(clamping milliseconds: Int64) { self.milliseconds = min(max(0, milliseconds), Self.end - 1) }

    /// Reads exactly `2026-11-20T08:00:00.123Z`; `nil` for anything else.
    init?(text: String) { self.init(bytes: Array(text.utf8)[...]) }

    /// The same from ASCII bytes, for readers that hold no text.
    init?(bytes: ArraySlice<UInt8>) {
        guard bytes.count == 24 else { return nil }
        var digits = Digits(bytes)
        guard let year = digits.take(4, endedBy: "-"), let month = digits.take(2, endedBy: "-"),
            let day = digits.take(2, endedBy: "T"), let hour = digits.take(2, endedBy: ":"),
            let minute = digits.take(2, endedBy: ":"), let second = digits.take(2, endedBy: "."),
            let fraction = digits.take(3, endedBy: "Z"), hour < 24, minute < 60, second < 60,
            let date = CalendarDate(year: year, month: month, day: day), date.daysSinceEpoch >= 0
        else { return nil }
        let seconds = ((date.daysSinceEpoch * 24 + hour) * 60 + minute) * 60 + second
        milliseconds = Int64(seconds * 1_000 + fraction)
    }

    var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1_000) }

    var text: String { Timestamp.preciseText(date) }

    /// Later by `seconds`, at most the last moment that can be written.
    func adding(_ seconds: TimeInterval) -> RecordTime {
        RecordTime(clamping: milliseconds + Int64((seconds * 1_000).rounded()))
    }

    static func < (left: RecordTime, right: RecordTime) -> Bool { left.milliseconds < right.milliseconds }

    /// 2200-01-01T00:00:00Z.
    private static let end: Int64 = 7_258_118_400_000

    /// The numbers of a time, one after the other.
    private struct Digits {
        private var rest: ArraySlice<UInt8>

        init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

        /// The number of exactly `count` digits that stands next with `end` after it.
        mutating func take(_ count: Int, endedBy end: UnicodeScalar) -> Int? {
            var number = 0
            for byte in rest.prefix(count) {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                number = number * 10 + Int(byte - 0x30)
            }
            rest = rest.dropFirst(count)
            guard let last = rest.popFirst(), UInt32(last) == end.value else { return nil }
            return number
        }
    }
}
