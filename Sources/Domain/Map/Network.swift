import Foundation

/// A standing form of co-operation between organisations (feature F30).
package struct Network: Hashable, Sendable {
    package let id: String
    package let name: String
    package let kind: NetworkKind
    package let province: ProvinceCode?
    package let region: String?
    package let chair: OrganizationID?
    package let rhythm: String?
    package let members: [OrganizationID]
    package let audience: String?
    package let isExample: Bool
    package let sources: [Source]

    package init(
        id: String, name: String, kind: NetworkKind, province: ProvinceCode? = nil, region: String? = nil,
        chair: OrganizationID? = nil, rhythm: String? = nil, members: [OrganizationID] = [], audience: String? = nil,
        isExample: Bool = false, sources: [Source] = []
    ) {
        (self.id, self.name, self.kind, self.province) = (id, name, kind, province)
        (self.region, self.chair, self.rhythm, self.members) = (region, chair, rhythm, members)
        (self.audience, self.isExample, self.sources) = (audience, isExample, sources)
    }
}
