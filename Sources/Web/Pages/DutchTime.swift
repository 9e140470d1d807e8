import Domain
import Foundation

/// Days and moments as people in the Netherlands write them, in their own time zone.
enum DutchTime {
    static let zoneName = "Europe/Amsterdam"

    /// `zojuist (14.05 uur)`, `vandaag 08.12 uur`, `gisteren 20.00 uur`, `maandag 11 mei, 20.00 uur`.
    static func moment(_ moment: Date, now: Date) -> String {
        let clock = clockStyle.format(moment) + " uur"
        let days = dayNumber(now) - dayNumber(moment)
        if now.timeIntervalSince(moment) < 3_600, now >= moment { return "zojuist (\(clock))" }
        switch days {
        case 0: return "vandaag \(clock)"
        case 1: return "gisteren \(clock)"
        default: return "\(weekdayStyle.format(moment)), \(clock)"
        }
    }

    /// The day it is in the Netherlands.
    static func today(_ now: Date) -> CalendarDate {
        CalendarDate(now.addingTimeInterval(TimeInterval(zone.secondsFromGMT(for: now))))
    }

    /// `12 mei 2026`.
    static func day(_ date: CalendarDate) -> String {
        dateStyle.format(date.start.addingTimeInterval(12 * 3_600))
    }

    /// The first moment of the day there. No clock is set at midnight.
    static func start(of day: CalendarDate) -> Date {
        day.start.addingTimeInterval(TimeInterval(-zone.secondsFromGMT(for: day.start)))
    }

    /// `12 mei 2026, 14.05 uur`.
    static func exact(_ moment: Date) -> String { "\(dateStyle.format(moment)), \(clockStyle.format(moment)) uur" }

    /// From 17.00 to 08.00 hours.
    static func isNight(_ moment: Date) -> Bool {
        let local = moment.addingTimeInterval(TimeInterval(zone.secondsFromGMT(for: moment)))
        let hour = Int(local.timeIntervalSince(CalendarDate(local).start)) / 3_600
        return hour >= 17 || hour < 8
    }

    private static func dayNumber(_ moment: Date) -> Int { today(moment).daysSinceEpoch }

    /// Checked when the server starts; UTC would be an hour or two off.
    private static let zone = TimeZone(identifier: zoneName) ?? .gmt

    private static let clockStyle = style(
        "\(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)).\(minute: .twoDigits)")
    private static let weekdayStyle = style("\(weekday: .wide) \(day: .defaultDigits) \(month: .wide)")
    private static let dateStyle = style("\(day: .defaultDigits) \(month: .wide) \(year: .defaultDigits)")

    private static func style(_ format: Date.FormatString) -> Date.VerbatimFormatStyle {
        Date.VerbatimFormatStyle(
            format: format, locale: Locale(identifier: "nl_NL"), timeZone: zone,
            calendar: Calendar(identifier: .gregorian))
    }
}
