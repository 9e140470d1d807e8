package import Domain
import Foundation

extension Assessment {
    /// The section the place belongs to, or `nil` when it is excluded (contract section 4, "Section").
    package func section(for profile: Profile) -> Section? {
        let isForLater = waitsForBirthday(profile)
        guard exclusions.isEmpty || isForLater else { return nil }
        let section = ownSection(for: profile, isForLater: isForLater)
        let relies = section == .fitsNow || section == .inConsultation || section == .bridging
        return relies && !availability.freshness.isReliable ? .callFirst : section
    }

    /// Before the age of the count is looked at.
    private func ownSection(for profile: Profile, isForLater: Bool) -> Section {
        let kind = place.service.shelterKind
        if kind?.isUnsuitable ?? false { return .fallback }
        let isPlannedOnly = (kind?.isPlanned ?? false) && profile.urgency != .planned
        if isForLater || isPlannedOnly { return .followUp }
        if !availability.isWithinHorizon { return .waiting }
        if kind == .omp, !profile.hasMultiProblemMark { return .ompReserve }
        if place.service.isShortStay, !meetsPurpose(of: profile) { return .bridging }
        return conditions.isEmpty ? .fitsNow : .inConsultation
    }

    /// Seventeen, eighteen within six months, and age the only thing against an adult place that is neither
    /// scarce, short nor unsuitable (rule R4). Help without a bed is never for later (contract section 4).
    private func waitsForBirthday(_ profile: Profile) -> Bool {
        guard profile.age == 17, profile.turns18Within6Months, exclusions == [.age] else { return false }
        return place.service.awaitsEighteen
    }

    /// What a short stay is there for: rest while much is unclear, or workers who were badly treated.
    private func meetsPurpose(of profile: Profile) -> Bool {
        guard let kind = place.service.shelterKind else { return false }
        if kind == .timeOut {
            return profile.victimStatusUnclear || profile.prefers.contains(.shelterKind(.timeOut))
        }
        guard kind.isEmergencyBed else { return false }
        return profile.foundByInspectorate || profile.knownForms.contains(.seriousDisadvantage)
    }
}
