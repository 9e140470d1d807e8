import Foundation
import Synchronization

/// When the keys were last used, to the minute, in memory.
///
/// Asking whether a key still counts is a use too: a page that is open, a stream of changes.
final class KeyUses: Sendable {
    /// Minutes since 1970, of the keys that were used since the start.
    private let minutes = Mutex<[String: Int]>([:])

    func note(_ id: String, at moment: Date) {
        guard let minute = Self.minute(moment) else { return }
        minutes.withLock { minutes in
            if minutes[id] ?? .min < minute { minutes[id] = minute }
        }
    }

    var all: [String: Int] { minutes.withLock(\.self) }

    /// `nil` outside the years that a file can name.
    static func minute(_ moment: Date) -> Int? {
        let minute = (moment.timeIntervalSince1970 / 60).rounded(.down)
        return abs(minute) < 200_000_000 ? Int(minute) : nil
    }
}
