package import Foundation

/// A day of the proleptic Gregorian calendar without a time, such as `fundingEndsOn`.
///
/// Kept as a count of days, so that "days until" is a subtraction.
package struct CalendarDate: Hashable, Sendable, Comparable {
    /// Days since 1 January 1970; in UTC where a moment is meant.
    package let daysSinceEpoch: Int

    package init(daysSinceEpoch: Int) {
        self.daysSinceEpoch = daysSinceEpoch
    }

    /// The day on which `moment` falls in UTC (contract section 4).
    package init(_ moment: Date) {
        daysSinceEpoch = Int((moment.timeIntervalSince1970 / Self.secondsPerDay).rounded(.down))
    }

    /// The first moment of the day in UTC.
    package var start: Date { Date(timeIntervalSince1970: Double(daysSinceEpoch) * Self.secondsPerDay) }

    package static func < (left: Self, right: Self) -> Bool { left.daysSinceEpoch < right.daysSinceEpoch }

    /// How many days from `self` until `later`; negative when it has passed.
    package func days(until later: CalendarDate) -> Int { later.daysSinceEpoch - daysSinceEpoch }

    package func adding(days: Int) -> CalendarDate { CalendarDate(daysSinceEpoch: daysSinceEpoch + days) }

    private static let secondsPerDay: TimeInterval = 86_400
}

extension CalendarDate {
    /// Reads exactly `YYYY-MM-DD`, years 1900 to 2199; `nil` for anything else and for days that do not exist.
    package init?(text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        guard let year = Digits.number(bytes[0..<4]), let month = Digits.number(bytes[5..<7]),
            let day = Digits.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `nil` for a day that does not exist, and outside the years 1900 to 2199.
    package init?(year: Int, month: Int, day: Int) {
        guard (1900...2199).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        let date = CalendarDate(daysSinceEpoch: Self.daysFromCivil(year: year, month: month, day: day))
        guard date.civil == (year, month, day) else { return nil }
        self = date
    }

    /// `YYYY-MM-DD`.
    package var text: String {
        let (year, month, day) = civil
        guard (0...9_999).contains(year) else {
            return Digits.padded(year, 4) + "-" + Digits.padded(month, 2) + "-" + Digits.padded(day, 2)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(10)
        Digits.append(year, 4, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Digits.append(month, 2, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        Digits.append(day, 2, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Year, month (1–12) and day (1–31).
    package var civil: (year: Int, month: Int, day: Int) {
        let shifted = daysSinceEpoch + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, day)
    }

    /// The usual count by eras of 400 years that start in March, so that the leap day comes last.
    private static func daysFromCivil(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let era = marchYear / 400
        let yearOfEra = marchYear - era * 400
        let marchMonth = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }
}
