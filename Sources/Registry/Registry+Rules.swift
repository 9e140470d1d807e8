package import Domain
import Foundation

/// Saved rules that do not count, with the reason.
package enum UnusedRules: Hashable, Sendable {
    /// The files have no such service any more.
    case unknownService(ServiceID)
    /// The files have made of the service what cannot have such rules.
    case conflict(ServiceID, Service.RulesConflict)
}

extension Registry {
    /// The registry in which the rules that shelters saved stand in the place of those of the files, and what of them
    /// does not count.
    ///
    /// What was saved counts, as a count does that was reported: the files are what one starts from. Saved rules that
    /// do not fit the files are kept where they are and change nothing here. The ``version`` stays that of the files.
    package func applying(_ saved: [ServiceID: AdmissionRules]) -> (registry: Registry, unused: [UnusedRules]) {
        guard !saved.isEmpty else { return (self, []) }
        var (changed, unused): ([OrganizationID: [ServiceID: Service]], [UnusedRules]) = ([:], [])
        for (id, rules) in saved.sorted(by: { $0.key < $1.key }) {
            guard let service = service(id) else {
                unused.append(.unknownService(id))
                continue
            }
            if let conflict = service.conflict(with: rules) {
                unused.append(.conflict(id, conflict))
            } else {
                changed[service.organization, default: [:]][id] = service.applying(rules, on: geography)
            }
        }
        guard !changed.isEmpty else { return (self, unused) }
        let organizations = organizations.map { organization in
            changed[organization.id].map { changes in
                organization.with(services: organization.services.map { changes[$0.id] ?? $0 })
            } ?? organization
        }
        return (with(organizations: organizations), unused)
    }

    private func with(organizations: [Organization]) -> Registry {
        Registry(
            geography: geography, organizations: organizations, coordination: coordination, networks: networks,
            figures: figures, referenceProfiles: referenceProfiles, codeLists: codeLists, version: version,
            warnings: warnings)
    }
}

extension Organization {
    fileprivate func with(services: [Service]) -> Organization {
        Organization(
            id: id, name: name, kind: kind, province: province, isExample: isExample, description: description,
            website: website, email: email, phones: phones, municipality: municipality, status: status,
            statedChainRoles: statedChainRoles, sources: sources, confidence: confidence, checkedOn: checkedOn,
            services: services)
    }
}
