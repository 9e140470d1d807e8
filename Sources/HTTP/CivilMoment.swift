/// A date as it is written, not checked yet.
struct CivilMoment {
    /// 0 is Sunday.
    var weekday: Int
    var year: Int
    /// 1 to 12.
    var month: Int
    var day: Int
    /// 0 to 86,400; the last is a leap second.
    var secondOfDay: Int

    init(weekday: Int, year: Int, month: Int, day: Int, secondOfDay: Int) {
        (self.weekday, self.year, self.month, self.day) = (weekday, year, month, day)
        self.secondOfDay = secondOfDay
    }

    /// Seconds outside the years 1970 to 9999 are brought to the nearer end.
    init(epochSeconds: Int) {
        let seconds = min(max(epochSeconds, 0), 253_402_300_799)
        let (days, rest) = seconds.quotientAndRemainder(dividingBy: 86_400)
        let (year, month, day) = HTTPDate.civil(daysSince1970: days)
        self.init(
            weekday: HTTPDate.weekday(daysSince1970: days), year: year, month: month, day: day, secondOfDay: rest)
    }

    /// In UTC, negative before 1970; `nil` for a date that does not exist in the years 1900 to 9999 or falls on
    /// another day of the week.
    var epochSeconds: Int? {
        guard (1900...9999).contains(year) else { return nil }
        let days = HTTPDate.daysSince1970(year: year, month: month, day: day)
        guard HTTPDate.civil(daysSince1970: days) == (year, month, day),
            HTTPDate.weekday(daysSince1970: days) == weekday
        else { return nil }
        return days * 86_400 + secondOfDay
    }

    /// The calendar is compared and not the seconds, so that leap days make no difference.
    func isMoreThan50Years(after other: CivilMoment) -> Bool {
        (year - 50, month, day, secondOfDay) > (other.year, other.month, other.day, other.secondOfDay)
    }
}
