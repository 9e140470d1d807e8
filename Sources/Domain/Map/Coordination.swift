import Foundation

/// Who co-ordinates care for which municipality, and who stands behind them (rule R3; features F03 and F04).
package struct Coordination: Sendable {
    package let coordinators: [Coordinator]
    /// Municipalities of which it is known that nobody co-ordinates there, or only from afar.
    package let uncovered: [MunicipalityCode: CoordinationStatus]
    package let backup: NationalBackup

    private let byMunicipality: [MunicipalityCode: Coordinator]

    package init(
        coordinators: [Coordinator], uncovered: [MunicipalityCode: CoordinationStatus], backup: NationalBackup
    ) {
        (self.coordinators, self.uncovered, self.backup) = (coordinators, uncovered, backup)
        let pairs = coordinators.flatMap { coordinator in coordinator.municipalities.map { ($0, coordinator) } }
        byMunicipality = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }

    package func coordinator(of municipality: MunicipalityCode) -> Coordinator? { byMunicipality[municipality] }

    package func status(of municipality: MunicipalityCode) -> CoordinationStatus {
        byMunicipality[municipality]?.status ?? uncovered[municipality] ?? .unknown
    }

    /// The co-ordinator, the substitute and the national back-up, in the order to call them.
    /// Where nobody co-ordinates, or the place is not known: exactly the back-up.
    package func contacts(for municipality: MunicipalityCode?) -> [Contact] {
        var contacts: [Contact] = []
        if let coordinator = municipality.flatMap(coordinator(of:)) {
            contacts.append(
                Contact(
                    role: .coordinator, name: coordinator.name, phone: coordinator.phone, hours: coordinator.hours))
            if let substitute = coordinator.substitute {
                contacts.append(
                    Contact(
                        role: .substitute, name: substitute.name, phone: substitute.phone, hours: substitute.hours))
            }
        }
        contacts.append(
            Contact(role: .nationalBackup, name: backup.name, phone: backup.phone, hours: backup.hours))
        return contacts
    }
}

/// A care co-ordinator for human trafficking: a function of an organisation, never a person's name.
package struct Coordinator: Hashable, Sendable {
    package let id: String
    package let organization: OrganizationID
    package let name: String
    package let region: String
    package let municipalities: [MunicipalityCode]
    package let status: CoordinationStatus
    package let audience: [String]
    package let phone: String
    package let hours: String?
    package let hoursPerWeek: Int?
    package let substitute: Substitute?
    package let followsGuideline: Answer
    package let fundedBy: FundingSource?
    package let isExample: Bool

    /// Who answers when the co-ordinator does not.
    package struct Substitute: Hashable, Sendable {
        package let name: String
        package let phone: String
        package let hours: String?

        package init(name: String, phone: String, hours: String? = nil) {
            (self.name, self.phone, self.hours) = (name, phone, hours)
        }
    }

    package init(
        id: String, organization: OrganizationID, name: String, region: String, municipalities: [MunicipalityCode],
        status: CoordinationStatus, audience: [String] = [], phone: String, hours: String? = nil,
        hoursPerWeek: Int? = nil, substitute: Substitute? = nil, followsGuideline: Answer = .unknown,
        fundedBy: FundingSource? = nil, isExample: Bool = false
    ) {
        (self.id, self.organization, self.name, self.region) = (id, organization, name, region)
        (self.municipalities, self.status, self.audience) = (municipalities, status, audience)
        (self.phone, self.hours, self.hoursPerWeek) = (phone, hours, hoursPerWeek)
        (self.substitute, self.followsGuideline) = (substitute, followsGuideline)
        (self.fundedBy, self.isExample) = (fundedBy, isExample)
    }
}

/// The organisation that answers for every municipality nobody else answers for.
package struct NationalBackup: Hashable, Sendable {
    package let organization: OrganizationID
    package let name: String
    package let phone: String
    package let hours: String?

    package init(organization: OrganizationID, name: String, phone: String, hours: String? = nil) {
        (self.organization, self.name, self.phone, self.hours) = (organization, name, phone, hours)
    }
}

/// Whom to call, in which part.
package struct Contact: Hashable, Sendable {
    package let role: ContactRole
    package let name: String
    package let phone: String
    package let hours: String?

    package init(role: ContactRole, name: String, phone: String, hours: String? = nil) {
        (self.role, self.name, self.phone, self.hours) = (role, name, phone, hours)
    }

    /// Both answer day and night, for everybody, everywhere (rule R3; feature F42).
    package static let alwaysThere: [Contact] = [
        Contact(role: .emergency, name: "Alarmnummer", phone: "112", hours: "24/7"),
        Contact(role: .reportingPoint, name: "Veilig Thuis", phone: "0800-2000", hours: "24/7"),
    ]
}
