import Domain
import Foundation

extension ProfileFact {
    /// The facts that could lift any of `exclusions`, each once, in the order in which they are tried and told.
    ///
    /// Of several danger areas none is named: without the threat all of them fall away at once, which is one fact.
    static func relevant(
        to exclusions: [Exclusion], of profile: Profile, at service: Service, on map: Geography
    ) -> [ProfileFact] {
        var facts: [ProfileFact] = []
        for exclusion in exclusions {
            for fact in lifting(exclusion, of: profile, at: service, on: map) where !facts.contains(fact) {
                facts.append(fact)
            }
        }
        return facts
    }

    private static func lifting(
        _ exclusion: Exclusion, of profile: Profile, at service: Service, on map: Geography
    ) -> [ProfileFact] {
        switch exclusion {
        case .age: return [.age]
        case .gender: return [.gender]
        case .household: return [.household]
        case .sonsAge: return [.children]
        case .capacityTooSmall: return [.persons, .household, .children]
        case .residence: return [.residence]
        case .formNotServed: return [.exploitationForms]
        case .notTargetGroup: return [.targetGroup]
        case .contraIndication(let circumstance):
            // Without it the place may be there for somebody else.
            let isTarget = service.admission.onlyFor.contains(circumstance)
            return [.circumstance(circumstance)] + (isTarget ? [.targetGroup] : [])
        case .pet: return [.pet]
        case .accessibility: return [.wheelchair]
        case .securityInsufficient: return [.threat]
        case .dangerRegion:
            let areas = dangerAreas(of: profile, around: service, on: map)
            return (areas.count == 1 ? areas.map(ProfileFact.dangerArea) : []) + [.threat]
        case .closedNeedsCourtOrder: return [.courtAuthorisation]
        case .outOfArea: return [.location]
        case .wishMustNot:
            return profile.mustNot.filter { $0.isMet(by: service) }.map(ProfileFact.mustNot)
        case .noSafeHome: return [.housing]
        case .phase: return [.onwardPlace]
        case .paused: return []
        }
    }

    /// The areas of the profile that hold the place, no more precise than may be known of it.
    private static func dangerAreas(of profile: Profile, around service: Service, on map: Geography) -> Set<Area> {
        let named = Set(profile.dangerAreas ?? [])
        let hides = service.effectiveSecurity == .secret
        let comparable = hides ? Set(named.compactMap { map.province(of: $0).map(Area.province) }) : named
        return comparable.filter { DangerAreas([$0], on: map).hold(service) }
    }
}
