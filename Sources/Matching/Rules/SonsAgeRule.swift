package import Domain
import Foundation

/// Some places take sons only up to an age of their own (domain section 3.3).
package struct SonsAgeRule: PlacementRule {
    package init() {}

    package func evaluate(_ profile: Profile, for place: Place, on map: Geography) -> [Finding] {
        let limit = place.service.admission.sonsMaximumAge
        guard let children = profile.children else {
            let mayBringSons = profile.household == .withChildren || profile.household == .family
            return mayBringSons && limit.years != nil ? [.ask(.unknown(.children))] : []
        }
        let sons = children.filter { $0.gender == .male }.map(\.age)
        guard let oldest = sons.max() else { return [] }
        switch limit {
        case .years(let years): return oldest > years ? [.excluded(.sonsAge)] : []
        case .notStated: return [.ask(.notStated(.sonsMaximumAge))]
        case .unlimited: return []
        }
    }
}
