package import Domain
package import Foundation
import Hashing
import Synchronization

/// The access keys of one state directory: who may do what, until when.
///
/// Several stores, in several processes, may work on the same directory: changes are made one
/// after the other and replace the file whole, and each lookup sees whether the file is still the
/// one that was read. So a revoked key stops at the next request. While the file is damaged no key
/// in it is valid; see ``fault``.
package final class KeyStore: Sendable {
    let file: KeyFile
    let day: DutchDay
    private let demonstration: [SHA256Digest: Principal]
    private let known: Mutex<Known>
    let uses = KeyUses()

    /// The keys that can be valid, as one version of the file has them.
    private struct Known {
        /// Rises with every reading of the file.
        var reading = 0
        var identity: FileIdentity?
        var keys: [SHA256Digest: AccessKey] = [:]
        /// Those with a user, in the order in which they were issued.
        var users: [String: [AccessKey]] = [:]
        /// Why there are none although there is a file.
        var fault: KeyStoreError?
        /// The file could not be read, whatever is in it: the next lookup tries again.
        var mustRetry = false
    }

    /// Reads what is there; makes nothing.
    ///
    /// - Parameter demonstration: keys with public secrets; none in production.
    /// - Throws: ``KeyStoreError/missingTimeZone(_:)``; ``KeyStoreError/damaged(file:field:)``, so that a
    ///   server does not start without its keys.
    package init(directory: String, demonstration: [DemonstrationKey] = []) throws(KeyStoreError) {
        file = KeyFile(directory: directory)
        day = try DutchDay()
        var principals: [SHA256Digest: Principal] = [:]
        for key in demonstration { principals[SHA256.digest(of: Array(key.secret.utf8))] = key.principal }
        self.demonstration = principals
        let (keys, identity) = try file.read()
        known = Mutex(Known(identity: identity, keys: Self.byDigest(keys), users: Self.byUser(keys)))
    }

    /// Why no key of the file is valid at present; `nil` where all is well. For logs, after a lookup.
    package var fault: KeyStoreError? { known.withLock { $0.fault } }

    /// Whom `token` belongs to at `moment`; `nil` for no key, and for one that is revoked or past its last day.
    ///
    /// Found by the digest, of which nobody can choose the bytes, then compared in constant time.
    package func principal(for token: String, at moment: Date) -> Principal? {
        KeyHandle(token: token).flatMap { principal(for: $0, at: moment) }
    }

    /// The same for a key that was shown before.
    package func principal(for handle: KeyHandle, at moment: Date) -> Principal? {
        let digest = handle.digest
        if let principal = demonstration[digest] { return principal }
        refresh()
        guard let key = known.withLock({ $0.keys[digest] }), key.digest.matches(digest), key.isValid(on: day(moment))
        else { return nil }
        uses.note(key.id, at: moment)
        return Principal(keyID: key.id, role: key.role, organization: key.organization, name: key.name)
    }

    /// Stands for the key of somebody whom a single sign-on has let in; `nil` where no valid key is for this user.
    ///
    /// Of keys that replaced each other it is the newest. Where two are for one user all the same, because the file was
    /// written by hand, it is neither: nobody knows who is meant.
    package func handle(forUser user: String, at moment: Date) -> KeyHandle? {
        refresh()
        let today = day(moment)
        let all = known.withLock { $0.users[user] } ?? []
        let valid = all.filter { $0.isValid(on: today) }
        let replaced = valid.reduce(into: Set<String>()) { $0.formUnion(all.predecessors(of: $1)) }
        let newest = valid.filter { !replaced.contains($0.id) }
        guard newest.count == 1, let key = newest.first else { return nil }
        return KeyHandle(digest: key.digest)
    }

    /// All keys as the file has them now, in the order in which they were issued, and a number that is another after
    /// each change of the file. None while the file is damaged.
    package func current() -> (reading: Int, keys: [AccessKey]) {
        refresh()
        let (reading, keys) = known.withLock { ($0.reading, Array($0.keys.values)) }
        return (reading, keys.sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) })
    }

    /// Whether a key counts at `moment`, as the file had it when it was listed.
    package func isValid(_ key: AccessKey, at moment: Date) -> Bool { key.isValid(on: day(moment)) }

    /// All keys of the file, also those that are not valid any more, in the order in which they were issued.
    package func list() throws(KeyStoreError) -> [AccessKey] { try file.read().keys }

    /// Makes a key and keeps everything of it but its secret.
    ///
    /// - Parameters:
    ///   - user: whom it is for, to a single sign-on; no other key that is not ended may be for the same.
    ///   - expiresOn: the last day on which it is valid, in Europe/Amsterdam.
    ///   - random: a source that nobody can guess, such as `SystemRandomNumberGenerator`.
    /// - Returns: the key, and the secret, which is to be shown once.
    package func issue(
        role: AccessRole, organization: OrganizationID? = nil, name: String? = nil, user: String? = nil,
        expiresOn: CalendarDate? = nil, at moment: Date, using random: inout some RandomNumberGenerator
    ) throws(KeyStoreError) -> (key: AccessKey, secret: String) {
        guard role != .shelter || organization != nil else { throw .organizationRequired }
        if let name, !KeyText.isName(name) { throw .invalidName(most: KeyText.mostName) }
        if let user, !KeyText.isUser(user) { throw .invalidUser(most: KeyText.mostUser) }
        let today = day(moment)
        if let expiresOn, expiresOn < today { throw .alreadyExpired(expiresOn) }
        let now = try Self.writable(moment)
        let secret = KeySecret.make(using: &random)
        let key = AccessKey(
            id: KeyID.make(using: &random), name: name, role: role, organization: organization, user: user,
            replaces: nil, digest: SHA256.digest(of: Array(secret.utf8)), createdAt: now, expiresOn: expiresOn)
        try file.update { keys throws(KeyStoreError) in try Self.add(key, to: &keys, on: today) }
        return (key, secret)
    }

    /// Adds a key that is new in every way.
    static func add(_ key: AccessKey, to keys: inout [AccessKey], on today: CalendarDate) throws(KeyStoreError) {
        guard !keys.contains(where: { $0.id == key.id || $0.digest == key.digest }) else { throw .randomnessRepeated }
        if let user = key.user {
            let before = keys.predecessors(of: key)
            let other = keys.first { $0.user == user && $0.isValid(on: today) && !before.contains($0.id) }
            if let other { throw .userTaken(by: other.id) }
        }
        keys.append(key)
    }

    /// Ends a key at once and for good. One that was revoked before keeps its first moment.
    @discardableResult
    package func revoke(_ id: String, at moment: Date) throws(KeyStoreError) -> AccessKey {
        let now = try Self.writable(moment)
        return try file.update { keys throws(KeyStoreError) in
            guard let index = keys.firstIndex(where: { $0.id == id }) else { throw .unknownKey }
            if keys[index].revokedAt == nil { keys[index] = keys[index].revoked(at: now) }
            return keys[index]
        }
    }

    /// Reads the file again when it is not the one that was read. Where that fails nobody is let in.
    private func refresh() {
        var next = Known()
        do throws(KeyStoreError) {
            next.identity = try FileIdentity.of(file.path)
            guard known.withLock({ $0.mustRetry || $0.identity != next.identity }) else { return }
            let (keys, identity) = try file.read()
            (next.identity, next.keys, next.users) = (identity, Self.byDigest(keys), Self.byUser(keys))
        } catch {
            next.fault = error
            // A damaged file is not read again before it changes, however often somebody knocks.
            if case .damaged = error {} else { next.mustRetry = true }
        }
        known.withLock { [next] known in
            let reading = known.reading + 1
            known = next
            known.reading = reading
        }
    }

    private static func byDigest(_ keys: [AccessKey]) -> [SHA256Digest: AccessKey] {
        Dictionary(keys.map { ($0.digest, $0) }) { first, _ in first }
    }

    private static func byUser(_ keys: [AccessKey]) -> [String: [AccessKey]] {
        Dictionary(grouping: keys.filter { $0.user != nil }) { $0.user ?? "" }
    }

    /// The moment as the file will have it, in whole seconds.
    static func writable(_ moment: Date) throws(KeyStoreError) -> Date {
        guard let date = Timestamp.date(Timestamp.text(moment)) else { throw .clockOutOfRange }
        return date
    }
}
