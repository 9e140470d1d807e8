package import Domain
package import Foundation
import Hashing

extension KeyStore {
    /// A key, and the one in whose place it came, as it stands now.
    package struct Rotation: Sendable {
        package let key: AccessKey
        /// To be shown once.
        package let secret: String
        package let old: AccessKey
    }

    /// Makes a key for whoever has another one: the same role, organisation, name and user.
    ///
    /// The old one stays valid through the next day in Europe/Amsterdam, never longer than it would have, so that
    /// programs and people can change over. Both are in the file, or neither.
    ///
    /// - Parameters:
    ///   - expiresOn: the last day of the new one; `nil`: that of the old one, so that nobody gets more time unasked.
    ///   - isAtOnce: revokes the old one in the same moment.
    ///   - random: a source that nobody can guess, such as `SystemRandomNumberGenerator`.
    /// - Throws: ``KeyStoreError/unknownKey``, ``KeyStoreError/revoked``, ``KeyStoreError/alreadyReplaced(by:)``,
    ///   ``KeyStoreError/alreadyExpired(_:)``, ``KeyStoreError/userTaken(by:)``; the keys are as they were.
    package func rotate(
        _ id: String, expiresOn: CalendarDate? = nil, isAtOnce: Bool = false, at moment: Date,
        using random: inout some RandomNumberGenerator
    ) throws(KeyStoreError) -> Rotation {
        let (now, today) = (try Self.writable(moment), day(moment))
        let secret = KeySecret.make(using: &random)
        let newID = KeyID.make(using: &random)
        return try file.update { keys throws(KeyStoreError) in
            guard let index = keys.firstIndex(where: { $0.id == id }) else { throw .unknownKey }
            let old = keys[index]
            guard old.revokedAt == nil else { throw .revoked }
            // One that was revoked since, such as one whose secret nobody saw, stands in the way of nothing.
            if let next = keys.last(where: { $0.replaces == id && $0.revokedAt == nil }) {
                throw .alreadyReplaced(by: next.id)
            }
            let lastDay = expiresOn ?? old.expiresOn
            if let lastDay, lastDay < today { throw .alreadyExpired(lastDay) }
            let key = AccessKey(
                id: newID, name: old.name, role: old.role, organization: old.organization, user: old.user,
                replaces: old.id, digest: SHA256.digest(of: Array(secret.utf8)), createdAt: now, expiresOn: lastDay)
            keys[index] = isAtOnce ? old.revoked(at: now) : old.ending(on: today.adding(days: 1))
            try Self.add(key, to: &keys, on: today)
            return Rotation(key: key, secret: secret, old: keys[index])
        }
    }
}
