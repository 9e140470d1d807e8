/// A moment on a clock that only runs forward, in nanoseconds from some unknown start.
package struct Moment: Hashable, Comparable, Sendable {
    package let nanoseconds: UInt64

    package init(nanoseconds: UInt64) { self.nanoseconds = nanoseconds }

    /// Negative and senseless durations count as none; the end of time is never passed.
    package func advanced(bySeconds seconds: Double) -> Moment {
        let span = UInt64(exactly: (max(0, seconds) * 1e9).rounded()) ?? .max
        let (sum, overflow) = nanoseconds.addingReportingOverflow(span)
        return Moment(nanoseconds: overflow ? .max : sum)
    }

    /// Whole microseconds from `earlier` to here; 0 when it is later.
    package func microseconds(since earlier: Moment) -> Int {
        guard nanoseconds > earlier.nanoseconds else { return 0 }
        return Int(clamping: (nanoseconds - earlier.nanoseconds) / 1000)
    }

    package static func < (one: Moment, other: Moment) -> Bool { one.nanoseconds < other.nanoseconds }
}
