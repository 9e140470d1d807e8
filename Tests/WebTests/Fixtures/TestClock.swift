import Foundation
import HTTP
import Synchronization

/// A clock that stands still until a test sets it on.
final class TestClock: Sendable {
    /// 2026-11-20T08:00:00Z.
    static let start = Date(timeIntervalSince1970: 1_795_161_600)

    private let moment: Mutex<Date>

    init(_ moment: Date = start) { self.moment = Mutex(moment) }

    var now: Date { moment.withLock { $0 } }

    /// As long since its start as `now` is.
    var steady: Moment { Moment(nanoseconds: 0).advanced(bySeconds: now.timeIntervalSince(Self.start)) }

    func advance(seconds: TimeInterval) { moment.withLock { $0 += seconds } }
}
