package import Domain
package import Foundation

/// What happened to the access itself, for the audit: what was asked for, which key it is about, or what a service has
/// begun with.
///
/// Nothing in it comes from what a person typed: a resource is the template of a route, or the address of something
/// that is there.
package struct AccessNote: Hashable, Sendable {
    /// How many such events the record stands for; more than one only where they came too fast to keep each.
    package let count: Int
    /// The key that was issued, changed or revoked.
    package let keyID: String?
    /// The key in whose place it came; of a rotation, and of nothing else.
    package let replaces: String?
    /// The last day on which the key is valid; `nil` where it has no end.
    package let lastDay: CalendarDate?
    package let role: AccessRole?
    package let organization: OrganizationID?
    /// The template of the route, such as `/v1/services/{id}/capacity`; where somebody saw or took something, the
    /// address of what they saw.
    package let resource: String?
    /// When the first came that this record counts; `nil` where it stands for one event, which its own time tells.
    let beginning: RecordTime?
    /// The HTTP status of a refusal.
    package let status: Int?
    /// Of a service that has begun, and of nothing else.
    package let start: ServiceStart?

    /// When the first came that this record counts.
    package var since: Date? { beginning?.date }

    /// - Parameter since: in whole milliseconds; left out outside the years 1970 to 2199.
    package init(
        count: Int = 1, keyID: String? = nil, replaces: String? = nil, lastDay: CalendarDate? = nil,
        role: AccessRole? = nil, organization: OrganizationID? = nil, resource: String? = nil, since: Date? = nil,
        status: Int? = nil, start: ServiceStart? = nil
    ) {
        (self.count, self.keyID, self.role) = (count, keyID, role)
        (self.replaces, self.lastDay) = (replaces, lastDay)
        (self.organization, self.resource, self.status) = (organization, resource, status)
        (beginning, self.start) = (since.flatMap(RecordTime.init), start)
    }

    /// Whether a record of this kind may say what it says.
    func fits(_ kind: RecordKind) -> Bool {
        (start != nil) == (kind == .serviceStarted) && (replaces != nil) == (kind == .keyRotated)
            && (lastDay == nil || kind.beginsKey || kind == .keyChanged)
    }
}
