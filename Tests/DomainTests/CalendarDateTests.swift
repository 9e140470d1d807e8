import Domain
import Foundation
import Testing

@Suite("Calendar date")
struct CalendarDateTests {
    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()

    /// One case per decade, so that they run side by side.
    @Test(arguments: stride(from: 1900, to: 2200, by: 10).map { $0 })
    func everyDayAsFoundationCountsIt(decade: Int) throws {
        let first = try #require(Self.calendar.date(from: DateComponents(year: decade, month: 1, day: 1)))
        let end = try #require(Self.calendar.date(from: DateComponents(year: decade + 10, month: 1, day: 1)))

        for moment in stride(from: first, to: end, by: 86_400) {
            let parts = Self.calendar.dateComponents([.year, .month, .day], from: moment)
            guard let year = parts.year, let month = parts.month, let day = parts.day else { continue }
            let date = CalendarDate(moment)
            let same = CalendarDate(year: year, month: month, day: day)
            guard date.civil == (year, month, day), same == date, date.start == moment else {
                Issue.record("\(year)-\(month)-\(day): \(date.text), \(String(describing: same?.daysSinceEpoch))")
                return
            }
        }
    }

    @Test func everyDayIsReadBackFromItsText() throws {
        let first = try #require(CalendarDate(year: 1900, month: 1, day: 1))
        let last = try #require(CalendarDate(year: 2199, month: 12, day: 31))
        var before = ""

        for days in first.daysSinceEpoch...last.daysSinceEpoch {
            let date = CalendarDate(daysSinceEpoch: days)
            let text = date.text
            guard CalendarDate(text: text) == date, before < text else {
                Issue.record("\(days): \(text) after \(before)")
                return
            }
            before = text
        }
        #expect(before == "2199-12-31")
    }

    @Test(arguments: [
        ("1970-01-01", 0), ("1969-12-31", -1), ("1900-01-01", -25_567), ("2000-02-29", 11_016), ("2026-11-20", 20_777),
        ("2199-12-31", 84_005),
    ])
    func knownDays(text: String, days: Int) {
        #expect(CalendarDate(text: text)?.daysSinceEpoch == days)
        #expect(CalendarDate(daysSinceEpoch: days).text == text)
    }

    @Test(arguments: [
        "", "2026", "2026-11", "2026-11-2", "2026-1-20", "26-11-20", "2026-11-200", "20261120", "2026/11/20",
        "2026-11-20 ", " 2026-11-20", "2026-11-20T00:00:00Z", "20-11-2026", "2026-00-20", "2026-13-20", "2026-11-00",
        "2026-11-31", "2026-02-29", "1900-02-29", "2100-02-29", "2024-02-30", "2026-04-31", "2026-12-32", "1899-12-31",
        "2200-01-01", "0000-00-00", "-026-11-20", "+026-11-20", "2026-1a-20", "2026-11-2o", "２０２６-11-20", "2026–11–20",
        "2026-11-20\n", "2026-W47-5", "2026-324",
    ])
    func malformedTextsAreNoDates(text: String) {
        #expect(CalendarDate(text: text) == nil)
    }

    @Test(arguments: ["2024-02-29", "2000-02-29", "1904-02-29", "2196-02-29", "1900-02-28", "2100-02-28"])
    func leapDays(text: String) {
        #expect(CalendarDate(text: text)?.text == text)
    }

    @Test(arguments: [
        (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (2026, 2, 29), (1899, 1, 1), (2200, 1, 1),
    ])
    func partsThatAreNoDay(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    /// Days are days in UTC (contract section 4).
    @Test(arguments: [
        (0.0, 0), (86_399.999, 0), (86_400.0, 1), (-0.001, -1), (-86_400.0, -1), (-86_400.001, -2),
    ])
    func theDayOfAMoment(seconds: Double, days: Int) {
        #expect(CalendarDate(Date(timeIntervalSince1970: seconds)).daysSinceEpoch == days)
    }

    @Test func countsDays() throws {
        let date = try #require(CalendarDate(text: "2024-02-28"))
        let later = try #require(CalendarDate(text: "2024-03-01"))

        #expect(date.days(until: later) == 2)
        #expect(later.days(until: date) == -2)
        #expect(date.adding(days: 2) == later)
        #expect(later.adding(days: -1).text == "2024-02-29")
        #expect(date < later)
        #expect(date.start == Date(timeIntervalSince1970: 1_709_078_400))
    }
}
