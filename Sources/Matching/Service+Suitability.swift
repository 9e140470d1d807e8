package import Domain
import Foundation

/// How well a place suits a person, beyond whether it may take them: what the ranking keys are made of.
extension Service {
    /// The wishes this place meets, each once, in the order in which they were given.
    package func wishesMet(of profile: Profile) -> [Wish] {
        var met: [Wish] = []
        for wish in profile.prefers where wish.isMet(by: self) && !met.contains(wish) { met.append(wish) }
        return met
    }

    /// Takes people before and after the eighteenth birthday. A bound that was not stated does not stand between.
    package var spansEighteen: Bool {
        (admission.minimumAge.years ?? 0) <= 17 && (admission.maximumAge.years ?? 120) >= 18
    }

    /// Who is seventeen may wait for this adult place: neither scarce, short nor unsuitable (rule R4). Help without a bed
    /// is never for later (contract section 4).
    package var awaitsEighteen: Bool {
        guard let shelterKind, admission.minimumAge == .years(18), !isShortStay else { return false }
        return !shelterKind.isScarce && !shelterKind.isUnsuitable
    }

    /// Twice the number of marks that apply, plus expertise in trafficking (domain section 5, "Exact values").
    package func specialisation(for profile: Profile) -> Int {
        2 * specialMarks(for: profile).count + (expertiseLevel?.weight ?? 0)
    }

    /// The marks of this place that apply to the person, each once.
    package func specialMarks(for profile: Profile) -> [SpecialMark] {
        var marks: [SpecialMark] = []
        for mark in specialFor where mark.applies(to: profile) && !marks.contains(mark) { marks.append(mark) }
        return marks
    }

    /// In the person's own province, and that province was not named as dangerous.
    package func isInSafeOwnRegion(of profile: Profile, on map: Geography) -> Bool {
        let own = profile.currentMunicipality.flatMap { map.municipality($0)?.province } ?? profile.currentProvince
        guard let own, own == site.province else { return false }
        return !DangerAreas(profile.dangerAreas ?? [], on: map).holdWhole(own)
    }
}

extension SpecialMark {
    func applies(to profile: Profile) -> Bool {
        switch self {
        case .circumstance(let circumstance): profile.circumstances.contains(circumstance)
        case .target(.men): profile.gender == .male && !profile.isMinor
        case .target(.girls): profile.gender == .female && profile.isMinor
        case .target(.boys): profile.gender == .male && profile.isMinor
        case .target(.labour): profile.knownForms.contains(.labour)
        case .target(.family): profile.household == .couple || profile.household == .family
        case .target(.reflectionPeriod): profile.residence == .reflectionPeriod
        case .target(.unaccompaniedMinor): profile.residence == .unaccompaniedMinor
        }
    }
}
