extension HTTPDate {
    /// Reads a date in one of the three forms of RFC 9110 §5.6.7: `Sun, 06 Nov 1994 08:49:37 GMT`,
    /// `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`.
    ///
    /// Case counts, the date must exist in the years 1900 to 9999 (RFC 5322 §3.3) and fall on the named day of the
    /// week. Second 60 is read at 23:59 only, as the first second of the next day. A year of two digits is the latest
    /// with those digits that lies at most 50 years after `now`.
    ///
    /// - Parameter now: seconds since 1970 in UTC.
    /// - Returns: seconds since 1970 in UTC, negative before; `nil` for anything else than such a date.
    package static func epochSeconds(_ text: String, now: Int) -> Int? {
        let bytes = text.utf8
        guard (24...33).contains(bytes.count) else { return nil }
        var scanner = DateScanner(bytes)
        let moment: CivilMoment? =
            switch bytes.dropFirst(3).first {
            case UInt8(ascii: ","): scanner.fixed()
            case UInt8(ascii: " "): scanner.asctime()
            default: scanner.rfc850(now: CivilMoment(epochSeconds: now))
            }
        guard scanner.isAtEnd else { return nil }
        return moment?.epochSeconds
    }
}

/// A date as it is written, not checked yet.
private struct CivilMoment {
    /// 0 is Sunday.
    var weekday: Int
    var year: Int
    /// 1 to 12.
    var month: Int
    var day: Int
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

    var epochSeconds: Int? {
        guard (1900...9999).contains(year) else { return nil }
        let days = HTTPDate.daysSince1970(year: year, month: month, day: day)
        guard HTTPDate.civil(daysSince1970: days) == (year, month, day),
            HTTPDate.weekday(daysSince1970: days) == weekday
        else { return nil }
        return days * 86_400 + secondOfDay
    }

    /// `self` is 50 years before `other` or more; the calendar is compared, so that no leap day counts.
    func isMoreThan50Years(after other: CivilMoment) -> Bool {
        (year - 50, month, day, secondOfDay) > (other.year, other.month, other.day, other.secondOfDay)
    }
}

/// Takes a date apart from left to right.
private struct DateScanner {
    private var rest: Substring.UTF8View

    init(_ bytes: String.UTF8View) { rest = bytes[...] }

    var isAtEnd: Bool { rest.isEmpty }

    /// `IMF-fixdate`
    mutating func fixed() -> CivilMoment? {
        guard let weekday = name(of: HTTPDate.shortWeekdays), takes(", "), let day = number(2), takes(" "),
            let month = name(of: HTTPDate.months), takes(" "), let year = number(4), takes(" "),
            let second = timeOfDay(), takes(" GMT")
        else { return nil }
        return CivilMoment(weekday: weekday, year: year, month: month + 1, day: day, secondOfDay: second)
    }

    /// `rfc850-date`
    mutating func rfc850(now: CivilMoment) -> CivilMoment? {
        guard let weekday = name(of: HTTPDate.weekdays), takes(", "), let day = number(2), takes("-"),
            let month = name(of: HTTPDate.months), takes("-"), let shortYear = number(2), takes(" "),
            let second = timeOfDay(), takes(" GMT")
        else { return nil }
        // The century after now's is the latest that can be meant.
        let latest = (now.year / 100 + 1) * 100 + shortYear
        var moment = CivilMoment(weekday: weekday, year: latest, month: month + 1, day: day, secondOfDay: second)
        while moment.isMoreThan50Years(after: now) { moment.year -= 100 }
        return moment
    }

    /// `asctime-date`
    mutating func asctime() -> CivilMoment? {
        guard let weekday = name(of: HTTPDate.shortWeekdays), takes(" "), let month = name(of: HTTPDate.months),
            takes(" "), let day = takes(" ") ? number(1) : number(2), takes(" "), let second = timeOfDay(), takes(" "),
            let year = number(4)
        else { return nil }
        return CivilMoment(weekday: weekday, year: year, month: month + 1, day: day, secondOfDay: second)
    }

    /// `hour ":" minute ":" second`, in seconds since midnight.
    private mutating func timeOfDay() -> Int? {
        guard let hour = number(2), takes(":"), let minute = number(2), takes(":"), let second = number(2),
            hour <= 23, minute <= 59, second <= 59 || (hour, minute, second) == (23, 59, 60)
        else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    /// The place in `names` of the one that comes next.
    private mutating func name(of names: [String]) -> Int? { names.firstIndex { takes($0) } }

    /// Whether `text` comes next; it is passed then.
    private mutating func takes(_ text: String) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }

    private mutating func number(_ digits: Int) -> Int? {
        let taken = rest.prefix(digits)
        guard taken.count == digits, taken.allSatisfy(\.isDigit) else { return nil }
        rest = rest.dropFirst(digits)
        return taken.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    }
}
