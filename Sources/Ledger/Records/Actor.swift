package import Domain
import Foundation

/// Who asked for a change: an access key, never a person.
package struct Actor: Hashable, Sendable {
    package let keyID: String
    package let role: AccessRole
    package let organization: OrganizationID?

    package init(keyID: String, role: AccessRole, organization: OrganizationID? = nil) {
        (self.keyID, self.role, self.organization) = (keyID, role, organization)
    }
}
