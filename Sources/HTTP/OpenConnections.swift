import Dispatch
import Synchronization

/// Counts open connections, all and those of each party, and lets a stopping server wait for the last.
final class OpenConnections: Sendable {
    enum Place {
        case welcome
        /// There is no room for anybody.
        case turnedAway
        /// There is none for this party; nobody else shall feel that.
        case crowded
    }

    private struct Counts {
        var all = 0
        var parties: [String: Int] = [:]
    }

    private let maximum: Int
    private let perParty: Int
    private let counts = Mutex(Counts())
    private let group = DispatchGroup()

    /// - Parameter perParty: connections of one party; `nil` leaves it at `maximum`.
    init(maximum: Int, perParty: Int? = nil) {
        self.maximum = max(1, maximum)
        self.perParty = max(1, min(perParty ?? maximum, self.maximum))
    }

    var current: Int { counts.withLock { $0.all } }

    /// Whether there is no room for anybody.
    var isFull: Bool { current >= maximum }

    /// Counts one more; `nil` (and does not count it) when it cannot even be told that there is no room.
    ///
    /// - Parameter party: whose it is; `nil` for nobody who has a share.
    func enter(_ party: String?) -> Place? {
        let place: Place? = counts.withLock { counts in
            let own = party.map { counts.parties[$0, default: 0] + 1 } ?? 0
            guard counts.all < maximum + Self.waitingRoom(maximum), own <= perParty + Self.waitingRoom(perParty) else {
                return nil
            }
            counts.all += 1
            if let party { counts.parties[party] = own }
            return counts.all > maximum ? .turnedAway : own > perParty ? .crowded : .welcome
        }
        if place != nil { group.enter() }
        return place
    }

    func leave(_ party: String?) {
        counts.withLock { counts in
            counts.all -= 1
            guard let party, let own = counts.parties[party] else { return }
            counts.parties[party] = own > 1 ? own - 1 : nil
        }
        group.leave()
    }

    /// False when some were left after `seconds`.
    func waitUntilNone(seconds: Double) -> Bool {
        group.wait(timeout: .now() + max(0, seconds)) == .success
    }

    /// So many more are told that there is no room; others are closed unheard.
    private static func waitingRoom(_ room: Int) -> Int { 16 + room / 8 }
}
