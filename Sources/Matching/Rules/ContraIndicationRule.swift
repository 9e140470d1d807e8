package import Domain
import Foundation

/// Compares what a place cannot take in with what is known of the person (feature F06).
package struct ContraIndicationRule: PlacementRule {
    package init() {}

    package func evaluate(_ profile: Profile, for place: Place, on map: Geography) -> [Finding] {
        place.service.contraIndications.compactMap { contraIndication in
            let circumstance = contraIndication.circumstance
            if contraIndication.hardness == .none || profile.circumstancesRuledOut.contains(circumstance) { return nil }
            guard profile.circumstances.contains(circumstance) else { return .ask(.contraIndication(circumstance)) }
            return contraIndication.hardness == .absolute
                ? .excluded(.contraIndication(circumstance)) : .condition(.contraIndication(circumstance))
        }
    }
}
