package import Domain
import Foundation

/// Which part of the supply, and which people, the gap matrix looks at (screen S14). Everything open: all of it.
package struct SupplyFilter: Hashable, Sendable {
    /// Only places of this kind.
    package var kind: ShelterKind?
    /// Only for who was exploited in this way.
    package var form: ExploitationForm?
    /// Only for who has this kind of residence.
    package var residence: ResidenceGroup?
    package var reach: ReachChoice

    /// National places beside all others, alone, or left out.
    package enum ReachChoice: String, CaseIterable, Hashable, Sendable {
        case all
        case national
        case own
    }

    package init(
        kind: ShelterKind? = nil, form: ExploitationForm? = nil, residence: ResidenceGroup? = nil,
        reach: ReachChoice = .all
    ) {
        (self.kind, self.form, self.residence, self.reach) = (kind, form, residence, reach)
    }

    /// The forms one can choose: an unknown form would ask for nothing.
    package static let forms: [ExploitationForm] = ExploitationForm.allCases.filter { $0 != .unknown }

    func hits(_ service: Service) -> Bool {
        guard kind == nil || service.shelterKind == kind else { return false }
        return switch reach {
        case .all: true
        case .national: service.isOpenToAllProvinces
        case .own: !service.isOpenToAllProvinces
        }
    }

    /// The people of `group` whom the filter leaves: one profile for each kind of residence; none where the group
    /// has another residence than the one that is asked for.
    func profiles(of group: TargetGroup) -> [Profile] {
        var person = group.profile
        if let form { person.exploitationForms = [form] }
        guard let residence else { return [person] }
        let statuses = person.residence.map { [$0] } ?? residence.statuses
        return statuses.filter(residence.statuses.contains).compactMap { status in
            // That status is for who is under eighteen alone.
            if status == .unaccompaniedMinor, !person.isMinor { return nil }
            person.residence = status
            return person
        }
    }
}

/// Kinds of residence that are looked at together or apart (domain section 3.1, column "Groep").
package enum ResidenceGroup: String, CaseIterable, Hashable, Sendable {
    case dutch
    case euEea = "eu_eea"
    /// From elsewhere, with whatever status: a place counts that takes people with at least one of them.
    case thirdCountry = "third_country"
    case thirdCountryPermit = "third_country_permit"
    case reflectionPeriod = "reflection_period"
    case b8Permit = "b8_permit"
    case continuedStay = "continued_stay"
    case asylumSeeker = "asylum_seeker"
    case undocumented

    package var statuses: [ResidenceStatus] {
        guard self == .thirdCountry else { return ResidenceStatus(rawValue: rawValue).map { [$0] } ?? [] }
        return ResidenceStatus.stated.filter { $0 != .dutch && $0 != .euEea }
    }
}

extension Service {
    /// National, or nothing said of it, which counts as national (contract section 8).
    package var isOpenToAllProvinces: Bool { reach == .national || reach == nil }
}
