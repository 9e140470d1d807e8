import Dispatch
import Synchronization

/// Counts open connections and lets a stopping server wait for the last.
final class OpenConnections: Sendable {
    enum Place { case welcome, turnedAway }

    private let maximum: Int
    /// Beyond ``maximum``, so many at a time are told that there is no room; others are closed unheard.
    private let waitingRoom: Int
    private let count = Atomic(0)
    private let group = DispatchGroup()

    init(maximum: Int) {
        self.maximum = max(1, maximum)
        waitingRoom = 16 + self.maximum / 8
    }

    /// Counts one more; `nil` (and does not count it) when it cannot even be told that there is no room.
    func enter() -> Place? {
        let (_, number) = count.add(1, ordering: .relaxed)
        guard number <= maximum + waitingRoom else {
            count.subtract(1, ordering: .relaxed)
            return nil
        }
        group.enter()
        return number <= maximum ? .welcome : .turnedAway
    }

    func leave() {
        count.subtract(1, ordering: .relaxed)
        group.leave()
    }

    /// False when some were left after `seconds`.
    func waitUntilNone(seconds: Double) -> Bool {
        group.wait(timeout: .now() + max(0, seconds)) == .success
    }
}
