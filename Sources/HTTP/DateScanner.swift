/// Takes one of the three forms of a date apart from left to right, RFC 9110 §5.6.7; each answers `nil` where the
/// text is not of that form.
struct DateScanner {
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
