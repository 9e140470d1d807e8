import Domain
import Foundation
import Ledger
import Registry

/// Who keeps a place, as a shelter may know it: what they do and for whom, never who it is (screen S12).
struct Requester: Sendable {
    private let role: AccessRole
    private let organization: Organization?
    private let coordinator: Coordinator?
    private let backup: NationalBackup

    init(_ actor: Actor, in registry: Registry) {
        role = actor.role
        organization = actor.organization.flatMap(registry.organization)
        coordinator = registry.coordination.coordinators.first { $0.organization == actor.organization }
        backup = registry.coordination.backup
    }

    func name(_ say: Words) -> String {
        if role == .comensha { return backup.name }
        if let coordinator {
            return say("zorgcoördinator regio \(coordinator.region)", "care co-ordinator of \(coordinator.region)")
        }
        if let organization {
            return say("zorgcoördinator van \(organization.name)", "care co-ordinator of \(organization.name)")
        }
        return say("een zorgcoördinator", "a care co-ordinator")
    }

    /// `nil` where none is known.
    var phone: String? {
        if role == .comensha { return backup.phone }
        return coordinator?.phone ?? organization?.phones.first?.number
    }
}
