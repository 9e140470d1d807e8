import Access
import Domain
import Foundation
import Registry

/// The public keys to try the program with: one for each role, never in production.
enum DemonstrationKeys {
    static func all(for registry: Registry) -> [DemonstrationKey] {
        let shelter = registry.organizations.first { organization in
            organization.isExample && organization.services.contains { $0.startingCapacity?.free != nil }
        }
        return AccessRole.allCases.compactMap { role in
            guard role != .shelter || shelter != nil else { return nil }
            return DemonstrationKey(
                id: secret(of: role), secret: secret(of: role), role: role,
                organization: role == .shelter ? shelter?.id : nil, name: "\(label(role)) (voorbeeld)")
        }
    }

    /// What the ids and the secrets of such keys begin with, and no others do.
    static let prefix = "demo-"

    /// Public: it stands in the README.
    static func secret(of role: AccessRole) -> String { prefix + role.rawValue }

    private static func label(_ role: AccessRole) -> String {
        switch role {
        case .coordinator: "Zorgcoördinator"
        case .comensha: "CoMensha"
        case .shelter: "Opvang"
        case .policy: "Beleidsmedewerker"
        case .admin: "Beheerder"
        }
    }
}
