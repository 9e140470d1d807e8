import Domain
import Foundation

/// Days and moments as people in the Netherlands write them, in their own time zone.
enum DutchTime {
    static let zoneName = "Europe/Amsterdam"

    /// `zojuist (14.05 uur)`, `vandaag 08.12 uur`, `gisteren 20.00 uur`, `maandag 11 mei, 20.00 uur`.
    static func moment(_ moment: Date, now: Date) -> String {
        let clock = format(moment, "HH.mm") + " uur"
        let days = dayNumber(now) - dayNumber(moment)
        if now.timeIntervalSince(moment) < 3_600, now >= moment { return "zojuist (\(clock))" }
        switch days {
        case 0: return "vandaag \(clock)"
        case 1: return "gisteren \(clock)"
        default: return "\(format(moment, "EEEE d MMMM")), \(clock)"
        }
    }

    /// `12 mei 2026`.
    static func day(_ date: CalendarDate) -> String {
        format(date.start.addingTimeInterval(12 * 3_600), "d MMMM yyyy")
    }

    private static func dayNumber(_ moment: Date) -> Int {
        CalendarDate(moment.addingTimeInterval(TimeInterval(zone.secondsFromGMT(for: moment)))).daysSinceEpoch
    }

    /// Checked when the server starts; UTC would be an hour or two off.
    private static let zone = TimeZone(identifier: zoneName) ?? .gmt

    private static func format(_ moment: Date, _ pattern: String) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "nl_NL")
        formatter.timeZone = zone
        formatter.dateFormat = pattern
        return formatter.string(from: moment)
    }
}
