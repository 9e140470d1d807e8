import Domain
import Foundation

/// The moment at which the tests search: 20 November 2026, half past nine in the morning, UTC.
enum TestMoment {
    static let now = Date(timeIntervalSince1970: 1_795_167_000)
    static let today = CalendarDate(now)

    static func hoursAgo(_ hours: Double) -> Date { now.addingTimeInterval(-hours * 3_600) }

    static func secondsAgo(_ seconds: Double) -> Date { now.addingTimeInterval(-seconds) }

    static func inDays(_ days: Int) -> CalendarDate { today.adding(days: days) }
}
