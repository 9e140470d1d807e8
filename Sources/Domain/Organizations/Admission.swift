import Foundation

/// Whom a place takes in. A field that is `nil` was not stated: a point to ask, never a no
/// (contract section 2).
package struct Admission: Hashable, Sendable {
    package let genders: [Gender]?
    package let welcomesTransgender: Bool?
    package let minimumAge: Limit
    package let maximumAge: Limit
    package let households: [Household]?
    /// The oldest age of sons who may come along.
    package let sonsMaximumAge: Limit
    /// Stated: a status that is not listed is a no.
    package let residence: [ResidenceStatus: ResidenceAnswer]?
    package let residenceReasons: [ResidenceStatus: ResidenceReason]
    /// Empty: every form except `serious_disadvantage`.
    package let exploitationForms: [ExploitationForm]
    /// The person must have at least one of these; empty for no such rule.
    package let onlyFor: [Circumstance]
    package let wheelchair: Bool?
    package let pets: PetPolicy?
    package let requiresPoliceReport: Bool?
    package let accessDecision: AccessDecision?

    // What follows from the above and every search asks; worked out once.

    /// For exactly one of women and men, whatever else is listed (contract section 8).
    package let isSingleSex: Bool
    /// Genders are stated, and one of the three is missing.
    package let restrictsGender: Bool
    /// Residence is stated, and not every status gets a yes.
    package let restrictsResidence: Bool

    /// A bound in completed years. In the files `null` says that there is none, and an absent key says nothing.
    package enum Limit: Hashable, Sendable {
        case notStated
        case unlimited
        case years(Int)

        /// The bound, or `nil` where there is none or none is known.
        package var years: Int? {
            if case .years(let years) = self { years } else { nil }
        }
    }

    package init(
        genders: [Gender]? = nil, welcomesTransgender: Bool? = nil, minimumAge: Limit = .notStated,
        maximumAge: Limit = .notStated, households: [Household]? = nil, sonsMaximumAge: Limit = .notStated,
        residence: [ResidenceStatus: ResidenceAnswer]? = nil,
        residenceReasons: [ResidenceStatus: ResidenceReason] = [:], exploitationForms: [ExploitationForm] = [],
        onlyFor: [Circumstance] = [], wheelchair: Bool? = nil, pets: PetPolicy? = nil,
        requiresPoliceReport: Bool? = nil, accessDecision: AccessDecision? = nil
    ) {
        (self.genders, self.welcomesTransgender) = (genders, welcomesTransgender)
        (self.minimumAge, self.maximumAge) = (minimumAge, maximumAge)
        (self.households, self.sonsMaximumAge) = (households, sonsMaximumAge)
        (self.residence, self.residenceReasons) = (residence, residenceReasons)
        (self.exploitationForms, self.onlyFor) = (exploitationForms, onlyFor)
        (self.wheelchair, self.pets) = (wheelchair, pets)
        (self.requiresPoliceReport, self.accessDecision) = (requiresPoliceReport, accessDecision)
        isSingleSex = genders.map { $0.contains(.female) != $0.contains(.male) } ?? false
        restrictsGender = genders.map { ![Gender.female, .male, .nonBinary].allSatisfy($0.contains) } ?? false
        restrictsResidence = residence.map { stated in ResidenceStatus.stated.contains { stated[$0] != .yes } } ?? false
    }
}

extension Admission {
    /// The answer for one status; `nil` where the place has stated nothing.
    package func answer(for status: ResidenceStatus) -> ResidenceAnswer? {
        residence.map { $0[status] ?? .no }
    }
}
