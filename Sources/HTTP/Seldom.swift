import Synchronization

/// Lets something happen at most once in a while.
final class Seldom: Sendable {
    private let clock: ServerClock
    private let seconds: Double
    private let next = Mutex<Moment?>(nil)

    init(every seconds: Double, clock: ServerClock) { (self.seconds, self.clock) = (seconds, clock) }

    /// True when the last time it was true is long enough ago.
    func isDue() -> Bool {
        let now = clock.now()
        return next.withLock { next in
            if let next, now < next { return false }
            next = now.advanced(bySeconds: seconds)
            return true
        }
    }
}
