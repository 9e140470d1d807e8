import Access
import Domain
import HTTP

/// Who asks.
enum Visitor: String, CaseIterable, Sendable {
    case nobody
    /// Sends a key that was never given out.
    case wrongKey
    case coordinator, comensha, policy, admin
    /// The shelter whose places a test is about.
    case shelter
    /// A shelter of another organisation.
    case otherShelter

    static let signedIn = allCases.filter { $0.role != nil }

    var role: AccessRole? {
        switch self {
        case .nobody, .wrongKey: nil
        case .coordinator: .coordinator
        case .comensha: .comensha
        case .policy: .policy
        case .admin: .admin
        case .shelter, .otherShelter: .shelter
        }
    }

    var secret: String? { self == .nobody ? nil : "sleutel-\(rawValue)" }

    /// The keys of everybody who has one.
    static func keys(own: OrganizationID, other: OrganizationID) -> [DemonstrationKey] {
        allCases.compactMap { visitor in
            guard let role = visitor.role, let secret = visitor.secret else { return nil }
            let organization: OrganizationID? =
                switch visitor {
                case .shelter: own
                case .otherShelter: other
                case .nobody, .wrongKey, .coordinator, .comensha, .policy, .admin: nil
                }
            return DemonstrationKey(
                id: "toets-\(visitor.rawValue)", secret: secret, role: role, organization: organization,
                name: "Toets \(visitor.rawValue)")
        }
    }
}
