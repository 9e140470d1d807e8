import Access
import Dispatch
import Foundation

/// Has it written down when the keys were last used, as long as a server runs: every minute, and at its end.
final class KeyUseKeeper: Sendable {
    private let keys: KeyStore
    private let queue = DispatchQueue(label: "keys.use", qos: .utility)

    private static let pauseSeconds = 60.0

    init(_ keys: KeyStore) {
        self.keys = keys
        tick()
    }

    private func tick() {
        queue.asyncAfter(deadline: .now() + Self.pauseSeconds) { [weak self] in
            self?.keep()
            self?.tick()
        }
    }

    /// Writes what was not yet written.
    func finish() { queue.sync { keep() } }

    /// A full disk takes nothing from anybody here: the next minute, or the next use, says it again.
    private func keep() { try? keys.keepUses() }
}
