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
    /// The SHA-256 of the secret; the secret itself is nowhere.
    package let digest: SHA256Digest
    package let createdAt: Date
    /// The last day on which the key is valid, in Europe/Amsterdam; `nil` where it does not end.
    package let expiresOn: CalendarDate?
    package let revokedAt: Date?

    /// Whether the key is good at a moment that falls on `day` in Europe/Amsterdam.
    package func isValid(on day: CalendarDate) -> Bool {
        guard revokedAt == nil else { return false }
        guard let expiresOn else { return true }
        return day <= expiresOn
    }

    func revoked(at moment: Date) -> AccessKey {
        AccessKey(
            id: id, name: name, role: role, organization: organization, digest: digest, createdAt: createdAt,
            expiresOn: expiresOn, revokedAt: moment)
    }
}
