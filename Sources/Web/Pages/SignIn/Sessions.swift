import Access
import Foundation
import Hashing
import Synchronization

/// Who signed in on the pages: in memory only, gone when the program stops, ended by time or by signing out.
///
/// What stands for the key is kept for as long as the session lasts, and asked again at each request, so that a
/// revoked key ends its sessions at once. The key itself is not kept.
final class Sessions: Sendable {
    private enum Name: Hashable {
        /// The hash of the token in the cookie, so that the time of a look-up says nothing of the token.
        case cookie(SHA256Digest)
        /// A proxy says at each request who it is; there is no cookie.
        case vouched(keyID: String)
    }

    private struct Session {
        let key: KeyHandle
        let keyID: String
        let forms: FormSecret
        let startedAt: Date
        var usedAt: Date
        /// Rises with each that is added.
        var number = 0

        func isAlive(at now: Date) -> Bool {
            now.timeIntervalSince(usedAt) < idleLimit && now.timeIntervalSince(startedAt) < absoluteLimit
        }
    }

    /// Seconds without a request, and seconds in all.
    static let idleLimit: TimeInterval = 30 * 60
    static let absoluteLimit: TimeInterval = 12 * 3_600
    /// More sessions than this push out the one that was unused longest: of the same key, and of all.
    static let mostOfKey = 100
    static let most = 10_000

    private let keys: KeyStore
    private let table = Mutex<[Name: Session]>([:])

    init(keys: KeyStore) {
        self.keys = keys
    }

    // MARK: Signing in with a key

    /// Starts a session for a key that counts; the token goes into the cookie.
    ///
    /// - Parameter old: the token of the browser's session before. It ends; when it was of the same key, forms that
    ///   were filled in meanwhile may still be sent.
    func start(with key: String, after old: String?, at now: Date) -> (token: String, visit: Visit)? {
        guard let key = KeyHandle(token: key), let principal = keys.principal(for: key, at: now) else { return nil }
        let token = RandomToken.text(RandomToken.bytes(32))
        let forms = table.withLock { table in
            let before = old.flatMap { table.removeValue(forKey: Self.name(of: $0)) }
            let forms = before.flatMap { $0.keyID == principal.keyID ? $0.forms : nil } ?? FormSecret()
            let session = Session(key: key, keyID: principal.keyID, forms: forms, startedAt: now, usedAt: now)
            Self.add(session, as: Self.name(of: token), to: &table)
            return forms
        }
        return (token, Visit(principal: principal, forms: forms, startedAt: now, isVouched: false))
    }

    /// - Parameter isUse: whether somebody did something. What a page asks by itself keeps nobody signed in.
    func guest(withToken token: String, at now: Date, isUse: Bool = true) -> Guest {
        let name = Self.name(of: token)
        let session = table.withLock { table -> Session? in
            if isUse, let session = table[name], session.isAlive(at: now) {
                table[name]?.usedAt = max(session.usedAt, now)
            }
            return table[name]
        }
        guard let session, session.isAlive(at: now), let principal = keys.principal(for: session.key, at: now) else {
            return .ended(session?.forms)
        }
        return .signedIn(
            Visit(principal: principal, forms: session.forms, startedAt: session.startedAt, isVouched: false))
    }

    // MARK: A proxy vouches

    /// The session of somebody a proxy vouches for, and whether it begins with this request.
    ///
    /// - Parameter isUse: whether somebody did something. What a page asks by itself begins nothing.
    func guest(named user: String, at now: Date, isUse: Bool = true) -> (guest: Guest, isNew: Bool) {
        guard let key = keys.handle(forUser: user, at: now), let principal = keys.principal(for: key, at: now) else {
            return (.stranger, false)
        }
        let name = Name.vouched(keyID: principal.keyID)
        let known: (session: Session, isNew: Bool)? = table.withLock { table in
            guard isUse else { return table[name].flatMap { $0.isAlive(at: now) ? ($0, false) : nil } }
            if var session = table[name], session.isAlive(at: now) {
                session.usedAt = max(session.usedAt, now)
                table[name] = session
                return (session, false)
            }
            let forms = table[name]?.forms ?? FormSecret()
            let session = Session(key: key, keyID: principal.keyID, forms: forms, startedAt: now, usedAt: now)
            Self.add(session, as: name, to: &table)
            return (session, true)
        }
        guard let (session, isNew) = known else { return (.ended(nil), false) }
        let visit = Visit(principal: principal, forms: session.forms, startedAt: session.startedAt, isVouched: true)
        return (.signedIn(visit), isNew)
    }

    // MARK: Listening

    /// Who hears of changes for as long as this session lasts. Listening is no use of it: a page that stands open keeps
    /// nobody signed in.
    ///
    /// - Parameter token: that of the cookie; `nil` where a proxy vouches.
    func listening(_ visit: Visit, token: String?) -> Listening {
        let name = visit.isVouched ? .vouched(keyID: visit.principal.keyID) : token.map(Self.name)
        return Listening(visit.principal) { [weak self] principal, now in
            guard let self, let name, let session = table.withLock({ $0[name] }), session.isAlive(at: now) else {
                return false
            }
            return keys.principal(for: session.key, at: now) == principal
        }
    }

    // MARK: Signing out

    func end(_ token: String) {
        table.withLock { $0[Self.name(of: token)] = nil }
    }

    /// Ends every session of one key, wherever it stands open.
    func endAll(ofKey id: String) {
        table.withLock { table in table = table.filter { $0.value.keyID != id } }
    }

    // MARK: How many

    /// How many stand open with one key.
    func count(ofKey id: String, at now: Date) -> Int {
        table.withLock { $0.values.count { $0.keyID == id && $0.isAlive(at: now) } }
    }

    func count(at now: Date) -> Int {
        table.withLock { $0.values.count { $0.isAlive(at: now) } }
    }

    // MARK: The table

    private static func name(of token: String) -> Name { .cookie(SHA256.digest(of: Array(token.utf8))) }

    private static func add(_ session: Session, as name: Name, to table: inout [Name: Session]) {
        table[name] = nil
        // One that is over is still known for a while, for the forms that were filled in meanwhile.
        table = table.filter { session.startedAt.timeIntervalSince($0.value.usedAt) < absoluteLimit }
        let ofKey = table.filter { $0.value.keyID == session.keyID }
        if ofKey.count >= mostOfKey { drop(from: &table, among: ofKey) }
        if table.count >= most { drop(from: &table, among: table) }
        var added = session
        added.number = (table.values.map(\.number).max() ?? 0) + 1
        table[name] = added
    }

    private static func drop(from table: inout [Name: Session], among some: [Name: Session]) {
        guard let oldest = some.min(by: { ($0.value.usedAt, $0.value.number) < ($1.value.usedAt, $1.value.number) })
        else { return }
        table[oldest.key] = nil
    }
}
