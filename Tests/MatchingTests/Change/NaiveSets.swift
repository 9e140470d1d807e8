import Domain
import Matching

/// Every fact of a profile with every other value it might have, tried in every combination.
struct NaiveSets {
    private let profile: Profile
    private let place: Place
    private let map: RandomMap

    init(_ profile: Profile, _ place: Place, on map: RandomMap) {
        (self.profile, self.place, self.map) = (profile, place, map)
    }

    /// Whether some values of `facts` let the person in.
    func opens(_ facts: [ProfileFact]) -> Bool { opens(facts[...], profile) }

    private func opens(_ facts: ArraySlice<ProfileFact>, _ profile: Profile) -> Bool {
        guard let fact = facts.first else {
            let assessment = Assessment(of: place, for: profile, on: map.geography, at: TestMoment.now)
            return assessment.section(for: profile) != nil
        }
        return values(of: fact, in: profile).contains { opens(facts.dropFirst(), $0) }
    }

    /// Any set of fewer than `size` facts that opens the place; sizes up to three.
    func smallestThatOpens(below size: Int) -> [ProfileFact]? {
        if size > 0, opens([]) { return [] }
        if size > 1, let fact = all.first(where: { opens([$0]) }) { return [fact] }
        guard size > 2 else { return nil }
        for (index, one) in all.enumerated() {
            for other in all[(index + 1)...] where opens([one, other]) { return [one, other] }
        }
        return nil
    }

    private var all: [ProfileFact] {
        let single: [ProfileFact] = [
            .threat, .courtAuthorisation, .age, .gender, .persons, .household, .children, .residence,
            .exploitationForms, .targetGroup, .wheelchair, .pet, .location, .housing, .onwardPlace,
        ]
        let areas = Set(profile.dangerAreas ?? []).sorted { $0.code < $1.code }
        return single + areas.map(ProfileFact.dangerArea)
            + profile.circumstances.sorted().map(ProfileFact.circumstance)
            + Set(profile.mustNot).sorted { $0.code < $1.code }.map(ProfileFact.mustNot)
    }

    private func values(of fact: ProfileFact, in profile: Profile) -> [Profile] {
        func with<Value>(_ path: WritableKeyPath<Profile, Value>, _ values: [Value]) -> [Profile] {
            values.map { value in
                var changed = profile
                changed[keyPath: path] = value
                return changed
            }
        }
        switch fact {
        case .threat: return with(\.threat, ThreatLevel.allCases)
        case .courtAuthorisation: return with(\.courtAuthorisation, [true])
        case .age: return with(\.age, [0, 5, 11, 12, 15, 16, 17, 18, 21, 22, 30, 64, 90, 110])
        case .gender: return with(\.gender, Gender.allCases)
        case .persons: return with(\.persons, [nil, 1, 2, 4])
        case .household: return with(\.household, [nil] + Household.allCases)
        case .children: return with(\.children, [nil, [], [Child(age: 0, gender: .female)]])
        case .residence: return with(\.residence, [nil] + ResidenceStatus.allCases)
        case .exploitationForms: return with(\.exploitationForms, [nil] + ExploitationForm.allCases.map { [$0] })
        case .circumstance(let circumstance):
            return with(\.circumstances, [profile.circumstances.subtracting([circumstance])])
        case .targetGroup:
            return place.service.admission.onlyFor.map { target in
                var changed = profile
                changed.has(target)
                return changed
            }
        case .wheelchair: return with(\.wheelchair, [nil, false])
        case .pet: return with(\.pet, [nil, false])
        case .location:
            return ([nil] + map.geography.municipalities.map(\.code)).map { municipality in
                var changed = profile
                (changed.currentMunicipality, changed.currentProvince) = (municipality, nil)
                return changed
            }
        case .housing: return with(\.housing, HousingSituation.allCases)
        case .onwardPlace: return with(\.onwardPlaceWanted, [false])
        case .mustNot(let wish): return with(\.mustNot, [profile.mustNot.filter { $0 != wish }])
        case .dangerArea(let area):
            let left = (profile.dangerAreas ?? []).filter { named in
                named != area && map.geography.province(of: named).map(Area.province) != area
            }
            return with(\.dangerAreas, [left])
        }
    }
}
