import Access
import Domain
import Foundation
import Ledger
import Registry

/// Who may know of a hold, and who may do something with it (contract sections 5 and 8). For anybody else it does
/// not exist.
extension Principal {
    /// Whether this is one of the two sides, or may read every hold.
    func maySee(_ hold: Hold, in registry: Registry) -> Bool {
        switch role {
        case .comensha, .admin: true
        case .coordinator: isHolder(of: hold)
        case .shelter: isShelter(of: hold, in: registry)
        case .policy: false
        }
    }

    /// The access key that made it, not whoever works beside its owner.
    func isHolder(of hold: Hold) -> Bool { hold.holder.keyID == keyID }

    /// The shelter whose places are kept.
    func isShelter(of hold: Hold, in registry: Registry) -> Bool {
        guard role == .shelter, let organization else { return false }
        return registry.service(hold.service)?.organization == organization
    }
}
