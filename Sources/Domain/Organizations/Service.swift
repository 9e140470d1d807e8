import Foundation

/// One thing an organisation offers: a place to stay, help, or both (contract section 2).
///
/// A reference, because it never changes and is passed around in every search: copying some thirty fields cost
/// more than all rules together.
package final class Service: Sendable {
    package let id: ServiceID
    package let organization: OrganizationID
    package let organizationName: String
    /// Invented, to show how the program works.
    package let isExample: Bool
    package let name: String
    package let description: String?
    /// The kind of place to stay; `nil` for help without a bed.
    package let shelterKind: ShelterKind?
    package let helpKinds: [HelpKind]
    package let status: ServiceStatus
    package let phases: [Phase]
    package let site: Site
    package let reach: Reach?
    /// Where people may come from; `nil` where the file does not say.
    package let serviceArea: [Area]?
    package let securityLevel: SecurityLevel?
    package let restriction: Restriction?
    package let admission: Admission
    package let contraIndications: [ContraIndication]
    package let specialFor: [SpecialMark]
    package let expertiseLevel: ExpertiseLevel?
    package let livedExperience: Bool?
    /// ISO 639-1 codes.
    package let languages: [String]
    package let interpreter: Bool?
    package let referral: Referral?
    package let stay: Stay?
    package let waiting: Waiting?
    package let aftercare: Answer?
    package let funding: [FundingSource]
    package let fundingTerm: FundingTerm?
    package let fundingEndsOn: CalendarDate?
    /// The count to start from; once the journal holds a report, the journal wins.
    package let startingCapacity: Capacity?

    package init(
        id: ServiceID, organization: OrganizationID, organizationName: String, isExample: Bool = false, name: String,
        description: String? = nil, shelterKind: ShelterKind?, helpKinds: [HelpKind] = [],
        status: ServiceStatus = .active, phases: [Phase] = [], site: Site, reach: Reach? = .national,
        serviceArea: [Area]? = nil, securityLevel: SecurityLevel? = nil, restriction: Restriction? = nil,
        admission: Admission = Admission(), contraIndications: [ContraIndication] = [],
        specialFor: [SpecialMark] = [], expertiseLevel: ExpertiseLevel? = nil, livedExperience: Bool? = nil,
        languages: [String] = [], interpreter: Bool? = nil, referral: Referral? = nil, stay: Stay? = nil,
        waiting: Waiting? = nil, aftercare: Answer? = nil, funding: [FundingSource] = [],
        fundingTerm: FundingTerm? = nil, fundingEndsOn: CalendarDate? = nil, startingCapacity: Capacity? = nil
    ) {
        (self.id, self.organization, self.organizationName) = (id, organization, organizationName)
        (self.isExample, self.name, self.description) = (isExample, name, description)
        (self.shelterKind, self.helpKinds, self.status, self.phases) = (shelterKind, helpKinds, status, phases)
        (self.site, self.reach, self.serviceArea) = (site, reach, serviceArea)
        (self.securityLevel, self.restriction) = (securityLevel, restriction)
        (self.admission, self.contraIndications, self.specialFor) = (admission, contraIndications, specialFor)
        (self.expertiseLevel, self.livedExperience) = (expertiseLevel, livedExperience)
        (self.languages, self.interpreter, self.referral) = (languages, interpreter, referral)
        (self.stay, self.waiting, self.aftercare) = (stay, waiting, aftercare)
        (self.funding, self.fundingTerm, self.fundingEndsOn) = (funding, fundingTerm, fundingEndsOn)
        self.startingCapacity = startingCapacity
    }
}

extension Service {
    /// Help without a bed.
    package var isAmbulatory: Bool { shelterKind == nil }

    package var offersPerpetratorHelp: Bool { helpKinds.contains(.perpetratorHelp) }

    /// The security level that counts: help without a bed has none.
    package var effectiveSecurity: SecurityLevel { securityLevel ?? SecurityLevel.none }

    /// The restriction that counts: help without a bed restricts nobody.
    package var effectiveRestriction: Restriction { restriction ?? (isAmbulatory ? .ambulatory : .open) }

    /// At most fourteen days: as stated, or by nature of the kind (contract section 4).
    package var isShortStay: Bool {
        if let maximum = stay?.maximumDays { return maximum <= 14 }
        return shelterKind?.isShortByNature ?? false
    }
}

/// Where a service stands on the map: its province and, where that may be known, its municipality.
/// Never more: the system holds no address (domain section 2, no. 3).
package struct Site: Hashable, Sendable {
    package let province: ProvinceCode
    /// Always `nil` for a secret place; the registry refuses it otherwise.
    package let municipality: MunicipalityCode?
    /// Areas from which somebody is not safe here, stated by the shelter.
    package let unsafeForAreas: [Area]

    package init(province: ProvinceCode, municipality: MunicipalityCode? = nil, unsafeForAreas: [Area] = []) {
        (self.province, self.municipality, self.unsafeForAreas) = (province, municipality, unsafeForAreas)
    }
}

/// Whom a service is made for: a target group or a circumstance (`specialFor`, contract section 2).
package enum SpecialMark: Hashable, Sendable {
    case target(SpecialTarget)
    case circumstance(Circumstance)

    package init?(code: String) {
        if let target = SpecialTarget(rawValue: code) {
            self = .target(target)
        } else if let circumstance = Circumstance(rawValue: code) {
            self = .circumstance(circumstance)
        } else {
            return nil
        }
    }

    package var code: String {
        switch self {
        case .target(let target): target.rawValue
        case .circumstance(let circumstance): circumstance.rawValue
        }
    }
}
