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
