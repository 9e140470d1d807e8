import Domain
import Foundation

extension Profile {
    /// The same search without `facts`: each gets the value that stands least in the way of `service`.
    func lifting(_ facts: some Sequence<ProfileFact>, at service: Service, on map: Geography) -> Profile {
        var changed = self
        for fact in facts { changed.lift(fact, at: service, on: map) }
        return changed
    }

    private mutating func lift(_ fact: ProfileFact, at service: Service, on map: Geography) {
        let admission = service.admission
        switch fact {
        case .dangerArea(let area):
            dangerAreas?.removeAll { $0 == area || map.province(of: $0).map(Area.province) == area }
        case .threat: threat = .green
        case .courtAuthorisation: courtAuthorisation = true
        case .age:
            age = max(admission.minimumAge.years ?? 0, min(admission.maximumAge.years ?? age, age))
            turns18Within6Months = turns18Within6Months && age == 17
        case .gender: gender = .unknown
        case .persons: persons = 1
        case .household: household = nil
        case .children: children = nil
        case .residence: residence = nil
        case .exploitationForms: exploitationForms = nil
        case .circumstance(let circumstance): circumstances.remove(circumstance)
        case .targetGroup:
            guard let target = admission.onlyFor.first(where: { !service.refuses($0) }) else { return }
            circumstances.insert(target)
            circumstancesRuledOut.remove(target)
        case .wheelchair: wheelchair = nil
        case .pet: pet = nil
        case .location: (currentMunicipality, currentProvince) = (nil, nil)
        case .housing: housing = .safeOwnPlace
        case .onwardPlace: onwardPlaceWanted = false
        case .mustNot(let wish): mustNot.removeAll { $0 == wish }
        }
    }
}

extension Service {
    fileprivate func refuses(_ circumstance: Circumstance) -> Bool {
        contraIndications.contains { $0.circumstance == circumstance && $0.hardness == .absolute }
    }
}
