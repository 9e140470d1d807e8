import Foundation

/// The two clocks a server reads, passed in so that tests can hold them still.
package struct ServerClock: Sendable {
    /// For time limits and durations.
    package let now: @Sendable () -> Moment
    /// For the `Date` field: whole seconds since 1970 in UTC.
    package let epochSeconds: @Sendable () -> Int

    package init(now: @escaping @Sendable () -> Moment, epochSeconds: @escaping @Sendable () -> Int) {
        (self.now, self.epochSeconds) = (now, epochSeconds)
    }

    package static let system = ServerClock(
        now: {
            let time = read(CLOCK_MONOTONIC)
            return Moment(nanoseconds: UInt64(clamping: time.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: time.tv_nsec))
        },
        epochSeconds: { read(CLOCK_REALTIME).tv_sec })

    private static func read(_ clock: clockid_t) -> timespec {
        var time = timespec()
        clock_gettime(clock, &time)
        return time
    }
}
