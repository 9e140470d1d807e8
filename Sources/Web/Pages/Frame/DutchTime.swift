import Domain
import Foundation

/// Days and moments as people in the Netherlands write them, in their own time zone.
enum DutchTime {
    static let zoneName = "Europe/Amsterdam"

    /// `zojuist (14.05 uur)`, `vandaag 08.12 uur`, `gisteren 20.00 uur`, `maandag 11 mei, 20.00 uur`.
    static func moment(_ moment: Date, now: Date, in language: Language = .dutch) -> String {
        let (say, clock) = (Words(language: language), clock(moment, in: language))
        let days = dayNumber(now) - dayNumber(moment)
        if now.timeIntervalSince(moment) < 3_600, now >= moment {
            return say("zojuist (\(clock))", "just now (\(clock))")
        }
        switch days {
        case 0: return say("vandaag \(clock)", "today \(clock)")
        case 1: return say("gisteren \(clock)", "yesterday \(clock)")
        default: return "\(styles(language).weekday.format(moment)), \(clock)"
        }
    }

    /// The day it is in the Netherlands.
    static func today(_ now: Date) -> CalendarDate {
        CalendarDate(now.addingTimeInterval(TimeInterval(zone.secondsFromGMT(for: now))))
    }

    /// `12 mei 2026`.
    static func day(_ date: CalendarDate, in language: Language = .dutch) -> String {
        styles(language).date.format(date.start.addingTimeInterval(12 * 3_600))
    }

    /// `maandag 11 mei`.
    static func weekday(_ moment: Date, in language: Language = .dutch) -> String {
        styles(language).weekday.format(moment)
    }

    /// The same of a day.
    static func weekday(_ date: CalendarDate, in language: Language = .dutch) -> String {
        weekday(date.start.addingTimeInterval(12 * 3_600), in: language)
    }

    /// `maandag 11 mei 2026`.
    static func fullDay(_ date: CalendarDate, in language: Language = .dutch) -> String {
        "\(weekday(date, in: language)) \(date.civil.year)"
    }

    /// The first moment of the day there. No clock is set at midnight.
    static func start(of day: CalendarDate) -> Date {
        day.start.addingTimeInterval(TimeInterval(-zone.secondsFromGMT(for: day.start)))
    }

    /// `12 mei 2026, 14.05 uur`.
    static func exact(_ moment: Date, in language: Language = .dutch) -> String {
        "\(styles(language).date.format(moment)), \(clock(moment, in: language))"
    }

    /// `14.05 uur`, in English `14:05`.
    static func clock(_ moment: Date, in language: Language = .dutch) -> String {
        let seconds = secondsIntoDay(moment)
        let (hour, minute) = (twoDigits(seconds / 3_600), twoDigits(seconds / 60 % 60))
        return Words(language: language)("\(hour).\(minute) uur", "\(hour):\(minute)")
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// From 17.00 to 08.00 hours.
    static func isNight(_ moment: Date) -> Bool {
        let hour = secondsIntoDay(moment) / 3_600
        return hour >= 17 || hour < 8
    }

    /// By the clock there: 0 to 86,399.
    private static func secondsIntoDay(_ moment: Date) -> Int {
        let local = moment.addingTimeInterval(TimeInterval(zone.secondsFromGMT(for: moment)))
        return Int(local.timeIntervalSince(CalendarDate(local).start))
    }

    private static func dayNumber(_ moment: Date) -> Int { today(moment).daysSinceEpoch }

    /// Checked when the server starts; UTC would be an hour or two off.
    private static let zone = TimeZone(identifier: zoneName) ?? .gmt

    private struct Styles: Sendable {
        let weekday, date: Date.VerbatimFormatStyle
    }

    private static func styles(_ language: Language) -> Styles {
        switch language {
        case .dutch: dutch
        case .english: english
        }
    }

    private static let dutch = Styles(
        weekday: style("\(weekday: .wide) \(day: .defaultDigits) \(month: .wide)", "nl_NL"),
        date: style("\(day: .defaultDigits) \(month: .wide) \(year: .defaultDigits)", "nl_NL"))
    private static let english = Styles(
        weekday: style("\(weekday: .wide) \(day: .defaultDigits) \(month: .wide)", "en_GB"),
        date: style("\(day: .defaultDigits) \(month: .wide) \(year: .defaultDigits)", "en_GB"))

    private static func style(_ format: Date.FormatString, _ locale: String) -> Date.VerbatimFormatStyle {
        Date.VerbatimFormatStyle(
            format: format, locale: Locale(identifier: locale), timeZone: zone,
            calendar: Calendar(identifier: .gregorian))
    }
}
