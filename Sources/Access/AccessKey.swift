package import Domain
package import Foundation
package import Hashing

/// One access key as the key file keeps it: everything but the secret.
///
/// Invariant: a key of the role `shelter` has an organisation.
package struct AccessKey: Hashable, Sendable {
    /// `key-` and eight letters and digits; may be shown and logged.
    package let id: String
    /// What the key was made for, as its issuer wrote it.
    package let name: String?
    package let role: AccessRole
    package let organization: OrganizationID?
    /// Who the holder is to the single sign-on that may stand in front of the pages (see ``KeyText/isUser(_:)``);
    /// `nil` for a key that only its secret opens.
    package let user: String?
    /// The key in whose place this one was made.
    package let replaces: String?
    /// The SHA-256 of the secret; the secret itself is nowhere.
    package let digest: SHA256Digest
    package let createdAt: Date
    /// The last day on which the key is valid, in Europe/Amsterdam; `nil` where it does not end.
    package internal(set) var expiresOn: CalendarDate?
    package internal(set) var revokedAt: Date?

    /// Whether the key is good at a moment that falls on `day` in Europe/Amsterdam.
    package func isValid(on day: CalendarDate) -> Bool {
        guard revokedAt == nil else { return false }
        guard let expiresOn else { return true }
        return day <= expiresOn
    }

    func revoked(at moment: Date) -> AccessKey {
        var key = self
        key.revokedAt = moment
        return key
    }

    /// Ends on `day`, or before it where it does so already.
    func ending(on day: CalendarDate) -> AccessKey {
        var key = self
        key.expiresOn = min(expiresOn ?? day, day)
        return key
    }
}

extension [AccessKey] {
    /// The keys in whose place `key` came, one after the other.
    func predecessors(of key: AccessKey) -> Set<String> {
        var found: Set<String> = []
        var next = key.replaces
        // A file that somebody wrote by hand may go round in a ring.
        while let id = next, found.insert(id).inserted { next = first { $0.id == id }?.replaces }
        return found
    }
}
