package import Domain
import Foundation

/// Everything the files in `Data/` say, checked, indexed and never changed after loading.
package struct Registry: Sendable {
    package let geography: Geography
    package let organizations: [Organization]
    /// Every service, in the order of the files; services and organisations that ended are there too.
    package let services: [Service]
    package let coordination: Coordination
    package let networks: [Network]
    package let figures: [ContextFigure]
    /// The people with whom the supply is measured, in the order of the file.
    package let referenceProfiles: [ReferenceProfile]
    package let codeLists: CodeLists
    /// SHA-256 over all files, in hexadecimal.
    package let version: String
    package let warnings: [RegistryWarning]

    private let organizationByID: [OrganizationID: Organization]
    private let serviceByID: [ServiceID: Service]

    package init(
        geography: Geography, organizations: [Organization], coordination: Coordination, networks: [Network] = [],
        figures: [ContextFigure] = [], referenceProfiles: [ReferenceProfile] = [], codeLists: CodeLists,
        version: String = "", warnings: [RegistryWarning] = []
    ) {
        (self.geography, self.organizations, self.coordination) = (geography, organizations, coordination)
        (self.networks, self.figures, self.codeLists) = (networks, figures, codeLists)
        self.referenceProfiles = referenceProfiles
        (self.version, self.warnings) = (version, warnings)
        services = organizations.flatMap(\.services)
        organizationByID = Dictionary(organizations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        serviceByID = Dictionary(services.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The drawn shapes of the provinces.
    package var outline: Outline { geography.outline }

    package func organization(_ id: OrganizationID) -> Organization? { organizationByID[id] }

    package func service(_ id: ServiceID) -> Service? { serviceByID[id] }

    /// The organisation that offers `service`, which is in the registry by construction.
    package func organization(of service: Service) -> Organization? { organizationByID[service.organization] }

    /// Whether people may still be sent there: neither the service nor its organisation has ended.
    package func isCurrent(_ service: Service) -> Bool {
        service.status != .ended && organization(of: service)?.status != .ended
    }

    /// The same registry without what was invented to show the program.
    package func withoutExamples() -> Registry {
        Registry(
            geography: geography, organizations: organizations.filter { !$0.isExample },
            coordination: Coordination(
                coordinators: coordination.coordinators.filter { !$0.isExample }, uncovered: coordination.uncovered,
                backup: coordination.backup),
            networks: networks.filter { !$0.isExample }, figures: figures, referenceProfiles: referenceProfiles,
            codeLists: codeLists, version: version, warnings: warnings)
    }
}
