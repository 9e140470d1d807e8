package import Domain
import Foundation

/// Orange needs at least a visible, guarded place, red a secret one (rule R10). Help without a bed is not asked.
package struct SecurityRule: PlacementRule {
    package init() {}

    package func evaluate(_ profile: Profile, for place: Place, on map: Geography) -> [Finding] {
        guard !place.service.isAmbulatory else { return [] }
        let required = profile.threat.requiredSecurity.strength
        return place.service.effectiveSecurity.strength < required ? [.excluded(.securityInsufficient)] : []
    }
}

extension ThreatLevel {
    /// The least a place must offer at this threat.
    package var requiredSecurity: SecurityLevel {
        switch self {
        case .green: SecurityLevel.none
        case .orange: .openVisible
        case .red: .secret
        }
    }
}
