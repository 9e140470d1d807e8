import Foundation

/// An organisation on the social map, with the services it offers.
package struct Organization: Sendable {
    package let id: OrganizationID
    package let name: String
    package let kind: OrganizationKind
    /// The province in whose file it stands; its services may stand elsewhere.
    package let province: ProvinceCode?
    /// Invented, to show how the program works; never shown in production.
    package let isExample: Bool
    package let description: String?
    package let website: String?
    package let email: String?
    package let phones: [Phone]
    /// The public office, never a place where people stay.
    package let municipality: MunicipalityCode?
    package let status: ServiceStatus
    /// Roles the file states; ``chainRoles`` adds those that follow from the services.
    package let statedChainRoles: [ChainRole]
    package let sources: [Source]
    package let confidence: Confidence?
    package let checkedOn: CalendarDate?
    package let services: [Service]

    package init(
        id: OrganizationID, name: String, kind: OrganizationKind, province: ProvinceCode? = nil,
        isExample: Bool = false, description: String? = nil,
        website: String? = nil, email: String? = nil, phones: [Phone] = [], municipality: MunicipalityCode? = nil,
        status: ServiceStatus = .active, statedChainRoles: [ChainRole] = [], sources: [Source] = [],
        confidence: Confidence? = nil, checkedOn: CalendarDate? = nil, services: [Service] = []
    ) {
        (self.id, self.name, self.kind, self.province, self.isExample) = (id, name, kind, province, isExample)
        (self.description, self.website, self.email, self.phones) = (description, website, email, phones)
        (self.municipality, self.status, self.statedChainRoles) = (municipality, status, statedChainRoles)
        (self.sources, self.confidence, self.checkedOn, self.services) = (sources, confidence, checkedOn, services)
    }
}

/// A telephone number with what it is for and when it is answered.
package struct Phone: Hashable, Sendable {
    package let number: String
    package let purpose: String?
    package let hours: String?

    package init(number: String, purpose: String? = nil, hours: String? = nil) {
        (self.number, self.purpose, self.hours) = (number, purpose, hours)
    }
}

/// Where a fact comes from (domain section 2, no. 12).
package struct Source: Hashable, Sendable {
    package let title: String
    package let date: CalendarDate?
    package let url: String?

    package init(title: String, date: CalendarDate? = nil, url: String? = nil) {
        (self.title, self.date, self.url) = (title, date, url)
    }
}
