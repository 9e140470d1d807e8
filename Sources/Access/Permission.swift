package import Domain

/// What an access key may let somebody do or see: the one table of who may do what (contract section 5; feature F36).
/// Routes, the OpenAPI document, pages and tests read it here, and nothing else says it.
package enum Permission: String, CaseIterable, Sendable {
    /// Read the live counts of places.
    case readCounts
    /// Read what was reported of a place before.
    case readCountHistory
    /// See in that history which access key reported.
    case seeWhoReported
    /// Report, confirm and take back counts.
    case changeCounts
    /// Change whom a place takes in.
    case changeAdmission
    /// Know in which municipality a place with a sheltered address is (feature F16).
    case seeShelteredMunicipality
    /// Search places for somebody, ask why, and divide a group over places.
    case searchPlacements
    /// Keep places for a short time, and extend and close that.
    case holdPlaces
    /// Read which places are kept.
    case readHolds
    /// See which access key keeps places.
    case seeWhoHolds
    /// Say yes or no to whoever keeps places.
    case decideHolds
    /// Hear of changes as they happen, each as far as it may be read.
    case followChanges
    /// Read who did and looked at what.
    case readAuditEvents
    /// Read which data are old, missing or not confirmed.
    case readDataQuality
    /// Read how the program runs.
    case readMetrics

    /// How far a permission reaches.
    package enum Scope: Hashable, Sendable {
        case nothing
        /// The places of the key's own organisation; of holds also those that were made with this key.
        case own
        case everything
    }

    private struct Row {
        let coordinator, comensha, shelter, policy, admin: Scope

        init(_ coordinator: Scope, _ comensha: Scope, _ shelter: Scope, _ policy: Scope, _ admin: Scope) {
            (self.coordinator, self.comensha, self.shelter) = (coordinator, comensha, shelter)
            (self.policy, self.admin) = (policy, admin)
        }
    }

    private var row: Row {
        switch self {
        // In this order: coordinator, comensha, shelter, policy, admin.
        case .readCounts: Row(.everything, .everything, .everything, .everything, .everything)
        case .readCountHistory: Row(.everything, .everything, .everything, .everything, .everything)
        case .seeWhoReported: Row(.nothing, .nothing, .own, .nothing, .everything)
        case .changeCounts: Row(.nothing, .nothing, .own, .nothing, .everything)
        case .changeAdmission: Row(.nothing, .nothing, .own, .nothing, .everything)
        case .seeShelteredMunicipality: Row(.everything, .everything, .own, .nothing, .everything)
        case .searchPlacements: Row(.everything, .everything, .nothing, .nothing, .everything)
        case .holdPlaces: Row(.own, .own, .nothing, .nothing, .nothing)
        case .readHolds: Row(.own, .everything, .own, .nothing, .everything)
        case .seeWhoHolds: Row(.nothing, .nothing, .nothing, .nothing, .everything)
        case .decideHolds: Row(.nothing, .nothing, .own, .nothing, .nothing)
        case .followChanges: Row(.everything, .everything, .everything, .everything, .everything)
        case .readAuditEvents: Row(.nothing, .nothing, .nothing, .nothing, .everything)
        case .readDataQuality: Row(.nothing, .nothing, .own, .everything, .everything)
        case .readMetrics: Row(.nothing, .nothing, .nothing, .nothing, .everything)
        }
    }

    package func scope(for role: AccessRole) -> Scope {
        switch role {
        case .coordinator: row.coordinator
        case .comensha: row.comensha
        case .shelter: row.shelter
        case .policy: row.policy
        case .admin: row.admin
        }
    }

    /// Who has it at all, in the order of the roles.
    package var roles: [AccessRole] { AccessRole.allCases.filter { scope(for: $0) != .nothing } }
}

extension Principal {
    package func scope(of permission: Permission) -> Permission.Scope { permission.scope(for: role) }

    /// Whether there is anything for which the holder has this permission.
    package func may(_ permission: Permission) -> Bool { scope(of: permission) != .nothing }

    /// Whether the holder has it for what belongs to an organisation.
    package func may(_ permission: Permission, of organization: OrganizationID) -> Bool {
        switch scope(of: permission) {
        case .nothing: false
        case .own: self.organization == organization
        case .everything: true
        }
    }
}
