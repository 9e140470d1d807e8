package import Domain
import Foundation

/// Who a request comes from, as far as the program knows: the holder of an access key.
package struct Principal: Hashable, Sendable {
    package let keyID: String
    package let role: AccessRole
    package let organization: OrganizationID?
    package let name: String?
    /// A key that everybody knows: refused in production, told on the pages.
    package let isDemonstration: Bool

    package init(
        keyID: String, role: AccessRole, organization: OrganizationID? = nil, name: String? = nil,
        isDemonstration: Bool = false
    ) {
        (self.keyID, self.role, self.organization) = (keyID, role, organization)
        (self.name, self.isDemonstration) = (name, isDemonstration)
    }
}
