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
        guard milliseconds >= 0, milliseconds < Self.end else { return nil }
        self.milliseconds = Int64(milliseconds)
    }

    /// Reads exactly `2026-11-20T08:00:00.123Z`; `nil` for anything else.
    init?(text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 24, bytes[19] == UInt8(ascii: "."), bytes[23] == UInt8(ascii: "Z") else { return nil }
        guard let second = Timestamp.date(String(decoding: bytes[0..<19], as: UTF8.self) + "Z"),
            second.timeIntervalSince1970 >= 0
        else { return nil }
        var fraction: Int64 = 0
        for byte in bytes[20..<23] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            fraction = fraction * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        // Whole seconds of the years up to 2199 are far inside what a Double holds exactly.
        milliseconds = Int64(second.timeIntervalSince1970) * 1_000 + fraction
    }

    var date: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1_000) }

    var text: String {
        let second = Timestamp.text(Date(timeIntervalSince1970: Double(milliseconds / 1_000)))
        let fraction = String(1_000 + milliseconds % 1_000).dropFirst()
        return second.dropLast() + "." + fraction + "Z"
    }

    static func < (left: RecordTime, right: RecordTime) -> Bool { left.milliseconds < right.milliseconds }

    /// 2200-01-01T00:00:00Z.
    private static let end: Double = 7_258_118_400_000
}
