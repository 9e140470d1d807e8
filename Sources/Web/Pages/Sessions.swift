import Access
import Foundation
import Hashing
import Synchronization

/// Who signed in on the pages: in memory only, gone when the program stops, ended by time or by signing out.
///
/// What stands for the key is kept for as long as the session lasts, and asked again at each request, so that a
/// revoked key ends its sessions at once. The key itself is not kept.
final class Sessions: Sendable {
    private struct Session {
        let key: KeyHandle
        let startedAt: Date
        var usedAt: Date
    }

    /// Seconds without a request, and seconds in all.
    static let idleLimit: TimeInterval = 30 * 60
    static let absoluteLimit: TimeInterval = 12 * 3_600
    /// More sessions than this push out the one that was unused longest.
    static let most = 10_000

    private let keys: KeyStore
    private let open = Mutex<[SHA256Digest: Session]>([:])

    init(keys: KeyStore) {
        self.keys = keys
    }

    /// Starts a session for a key that counts; the token goes into the cookie.
    func start(with key: String, at now: Date) -> (token: String, principal: Principal)? {
        guard let key = KeyHandle(token: key), let principal = keys.principal(for: key, at: now) else { return nil }
        var random = SystemRandomNumberGenerator()
        let token = (0..<4).map { _ in String(random.next(), radix: 36) }.joined()
        open.withLock { open in
            open = open.filter { Self.isAlive($0.value, at: now) }
            if open.count >= Self.most, let oldest = open.min(by: { $0.value.usedAt < $1.value.usedAt }) {
                open[oldest.key] = nil
            }
            open[Self.digest(token)] = Session(key: key, startedAt: now, usedAt: now)
        }
        return (token, principal)
    }

    func principal(for token: String, at now: Date) -> Principal? {
        let digest = Self.digest(token)
        let key = open.withLock { open -> KeyHandle? in
            guard let session = open[digest], Self.isAlive(session, at: now) else {
                open[digest] = nil
                return nil
            }
            open[digest]?.usedAt = now
            return session.key
        }
        return key.flatMap { keys.principal(for: $0, at: now) }
    }

    func end(_ token: String) {
        open.withLock { $0[Self.digest(token)] = nil }
    }

    /// Tokens are looked up by their hash, so that the time of a look-up says nothing of them.
    private static func digest(_ token: String) -> SHA256Digest { SHA256.digest(of: Array(token.utf8)) }

    private static func isAlive(_ session: Session, at now: Date) -> Bool {
        now.timeIntervalSince(session.usedAt) < idleLimit && now.timeIntervalSince(session.startedAt) < absoluteLimit
    }
}
