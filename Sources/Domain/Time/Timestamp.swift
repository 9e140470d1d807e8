package import Foundation

/// A moment as RFC 3339 writes it: any offset is read, UTC with `Z` is written.
package enum Timestamp {
    /// Reads `2026-11-20T08:00:00Z`, with or without a fraction, with `Z` or an offset; `T` and `Z` in upper case.
    /// `nil` for anything else: days and times that do not exist, `-00:00`, a leap second.
    package static func date(_ text: String) -> Date? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes.count <= 40, bytes[10] == UInt8(ascii: "T") else { return nil }
        guard let day = CalendarDate(text: String(decoding: bytes[0..<10], as: UTF8.self)) else { return nil }
        guard bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":") else { return nil }
        guard let hour = Digits.number(bytes[11..<13]), let minute = Digits.number(bytes[14..<16]),
            let second = Digits.number(bytes[17..<19]), hour < 24, minute < 60, second < 60
        else { return nil }
        var rest = bytes[19...]
        guard let fraction = takeFraction(&rest), let offset = offsetSeconds(rest) else { return nil }
        let seconds = Double(hour * 3_600 + minute * 60 + second - offset) + fraction
        return day.start.addingTimeInterval(seconds)
    }

    /// `2026-11-20T08:00:00Z`, whole seconds, rounded down.
    package static func text(_ date: Date) -> String {
        let day = CalendarDate(date)
        let seconds = min(86_399, max(0, Int(date.timeIntervalSince(day.start))))
        return day.text + time(seconds, milliseconds: nil)
    }

    /// `2026-11-20T08:00:00.123Z`, whole milliseconds, rounded down.
    package static func preciseText(_ date: Date) -> String {
        // A Date keeps 12:00:00.007 as a little less, hence the hundredth of a millisecond.
        let milliseconds = (date.timeIntervalSince1970 * 1_000 + 0.01).rounded(.down)
        let second = (milliseconds / 1_000).rounded(.down)
        let fraction = min(999, max(0, Int(milliseconds - second * 1_000)))
        let day = CalendarDate(Date(timeIntervalSince1970: second))
        let seconds = min(86_399, max(0, Int(second - day.start.timeIntervalSince1970)))
        return day.text + time(seconds, milliseconds: fraction)
    }

    /// The moment that ``preciseText(_:)`` writes: what is read back from there is the same.
    package static func wholeMilliseconds(_ date: Date) -> Date {
        Date(timeIntervalSince1970: (date.timeIntervalSince1970 * 1_000 + 0.01).rounded(.down) / 1_000)
    }

    /// `T08:00:00.123Z`, of the seconds since midnight. Byte by byte: every record and every answer has some.
    private static func time(_ seconds: Int, milliseconds: Int?) -> String {
        var bytes = [UInt8(ascii: "T")]
        bytes.reserveCapacity(14)
        Digits.append(seconds / 3_600, 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        Digits.append(seconds / 60 % 60, 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        Digits.append(seconds % 60, 2, to: &bytes)
        if let milliseconds {
            bytes.append(UInt8(ascii: "."))
            Digits.append(milliseconds, 3, to: &bytes)
        }
        bytes.append(UInt8(ascii: "Z"))
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Takes `.123` off the front; 0 where there is none, `nil` where a point has no digits behind it.
    private static func takeFraction(_ rest: inout ArraySlice<UInt8>) -> Double? {
        guard rest.first == UInt8(ascii: ".") else { return 0 }
        let digits = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(1 + digits.count)
        return Double("0." + String(decoding: digits, as: UTF8.self))
    }

    private static func offsetSeconds(_ rest: ArraySlice<UInt8>) -> Int? {
        let bytes = Array(rest)
        if bytes == [UInt8(ascii: "Z")] { return 0 }
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":") else { return nil }
        guard let hours = Digits.number(bytes[1..<3]), let minutes = Digits.number(bytes[4..<6]), hours < 24,
            minutes < 60
        else { return nil }
        let seconds = hours * 3_600 + minutes * 60
        switch bytes[0] {
        case UInt8(ascii: "+"): return seconds
        case UInt8(ascii: "-"): return seconds == 0 ? nil : -seconds
        default: return nil
        }
    }
}
