import Access
import Domain
import Testing

/// Contract sections 5 and 8 and feature F16, written out once more: the program's table is held against it.
@Suite("Who may do what")
struct PermissionTests {
    /// One letter for each of co-ordinator, CoMensha, shelter, policy, admin: nothing, own, everything.
    static let contract: [String: String] = [
        "readCounts": "eeeee", "readCountHistory": "eeeee", "seeWhoReported": "nnone", "changeCounts": "nnone",
        "changeAdmission": "nnone",
        "seeShelteredMunicipality": "eeone", "searchPlacements": "eenne", "holdPlaces": "oonnn", "readHolds": "oeone",
        "seeWhoHolds": "nnnne", "decideHolds": "nnonn", "followChanges": "eeeee", "readAuditEvents": "nnnne",
        "readDataQuality": "nnoee", "readMetrics": "nnnne",
    ]
    static let roles: [AccessRole] = [.coordinator, .comensha, .shelter, .policy, .admin]

    @Test(arguments: Permission.allCases)
    func scopes(_ permission: Permission) throws {
        let letters = Self.roles.map { role in
            switch permission.scope(for: role) {
            case .nothing: "n"
            case .own: "o"
            case .everything: "e"
            }
        }

        #expect(letters.joined() == Self.contract[permission.rawValue])
        #expect(Set(permission.roles) == Set(Self.roles.filter { permission.scope(for: $0) != .nothing }))
    }

    @Test func everyPermissionStandsInTheContract() {
        #expect(Set(Permission.allCases.map(\.rawValue)) == Set(Self.contract.keys))
    }

    @Test(arguments: Permission.allCases, roles)
    func ownIsOfOneOrganization(_ permission: Permission, _ role: AccessRole) throws {
        let (own, other) = (
            try #require(OrganizationID(rawValue: "huis")), try #require(OrganizationID(rawValue: "ander"))
        )
        let principal = Principal(keyID: "key-abcdefgh", role: role, organization: own)
        let nobodys = Principal(keyID: "key-abcdefgh", role: role)

        switch permission.scope(for: role) {
        case .nothing:
            #expect(!principal.may(permission) && !principal.may(permission, of: own))
        case .own:
            #expect(principal.may(permission) && principal.may(permission, of: own))
            #expect(!principal.may(permission, of: other) && !nobodys.may(permission, of: own))
        case .everything:
            #expect(nobodys.may(permission, of: own) && principal.may(permission, of: other))
        }
    }
}
