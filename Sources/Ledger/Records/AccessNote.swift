package import Domain
import Foundation

/// What happened to the access itself, for the audit: what was asked for, which key it is about, or what a service has
/// begun with.
///
/// Nothing in it comes from what a person typed: a resource is the template of a route.
package struct AccessNote: Hashable, Sendable {
    /// How many such events the record stands for; more than one only where they came too fast to keep each.
    package let count: Int
    /// The key that was issued or revoked.
    package let keyID: String?
    package let role: AccessRole?
    package let organization: OrganizationID?
    /// The template of the route, such as `/v1/services/{id}/capacity`.
    package let resource: String?
    /// The HTTP status of a refusal.
    package let status: Int?
    /// Of a service that has begun, and of nothing else.
    package let start: ServiceStart?

    package init(
        count: Int = 1, keyID: String? = nil, role: AccessRole? = nil, organization: OrganizationID? = nil,
        resource: String? = nil, status: Int? = nil, start: ServiceStart? = nil
    ) {
        (self.count, self.keyID, self.role) = (count, keyID, role)
        (self.organization, self.resource, self.status) = (organization, resource, status)
        self.start = start
    }
}
