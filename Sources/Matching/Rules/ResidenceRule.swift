package import Domain
import Foundation

/// Only a place'\''s own rule may exclude on the right to stay, and it shows (feature F11; rules R7 and R9).
package struct ResidenceRule: PlacementRule {
    package init() {}

    package func evaluate(_ profile: Profile, for place: Place, on map: Geography) -> [Finding] {
        let admission = place.service.admission
        guard let status = profile.residence else {
            return admission.restrictsResidence ? [.ask(.unknown(.residence))] : []
        }
        guard admission.residence != nil else { return [.ask(.notStated(.residence))] }
        if status == .unknown {
            return admission.restrictsResidence ? [.condition(.unknown(.residence))] : []
        }
        switch admission.answer(for: status) {
        case .yes, nil: return []
        case .conditional: return [.condition(.residence)]
        case .no: return [.excluded(.residence)]
        }
    }
}
