package import Domain
import Foundation

/// A key with a public secret, so that a fresh clone can be signed in to. Lives in memory only.
package struct DemonstrationKey: Hashable, Sendable {
    package let id: String
    package let secret: String
    package let role: AccessRole
    package let organization: OrganizationID?
    package let name: String?

    /// - Precondition: `secret` has 1 to 256 bytes; the role `shelter` has an organisation.
    package init(
        id: String, secret: String, role: AccessRole, organization: OrganizationID? = nil, name: String? = nil
    ) {
        precondition((1...KeySecret.mostBytes).contains(secret.utf8.count), "a demonstration secret is short")
        precondition(role != .shelter || organization != nil, "a shelter's key has an organisation")
        (self.id, self.secret, self.role) = (id, secret, role)
        (self.organization, self.name) = (organization, name)
    }

    var principal: Principal {
        Principal(keyID: id, role: role, organization: organization, name: name, isDemonstration: true)
    }
}
