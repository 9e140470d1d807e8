package import Foundation

/// A service as one audience may see it. Every route, page and export is built from this, and it has no field for
/// what must not leave: a secret place has a province and nothing nearer, and the areas it is unsafe for are not
/// here at all (feature F16, rule R10).
///
/// A reference for the same reason as ``Service``.
package final class ServiceView: Sendable {
    package let id: ServiceID
    package let organization: OrganizationID
    package let organizationName: String
    package let isExample: Bool
    package let name: String
    package let description: String?
    package let shelterKind: ShelterKind?
    package let helpKinds: [HelpKind]
    package let status: ServiceStatus
    package let phases: [Phase]
    package let province: ProvinceCode
    /// `nil` where there is none, or where this audience may not know it.
    package let municipality: MunicipalityCode?
    package let reach: Reach?
    /// Municipalities stand for their province where they would give a hidden one away.
    package let serviceArea: [Area]?
    package let securityLevel: SecurityLevel?
    package let restriction: Restriction?
    package let admission: Admission
    package let contraIndications: [ContraIndication]
    package let specialFor: [SpecialMark]
    package let expertiseLevel: ExpertiseLevel?
    package let livedExperience: Bool?
    package let languages: [String]
    package let interpreter: Bool?
    package let referral: Referral?
    package let stay: Stay?
    package let waiting: Waiting?
    package let aftercare: Answer?
    package let funding: [FundingSource]
    package let fundingTerm: FundingTerm?
    package let fundingEndsOn: CalendarDate?
    /// `nil` for help without a bed, and for everyone who has not signed in.
    package let capacity: Capacity?
    package let freshness: Freshness?

    package init(
        of service: Service, capacity: Capacity?, for audience: Audience, on map: Geography, at now: Date
    ) {
        (id, organization, organizationName) = (service.id, service.organization, service.organizationName)
        (isExample, name, description) = (service.isExample, service.name, service.description)
        (shelterKind, helpKinds, status, phases) = (
            service.shelterKind, service.helpKinds, service.status, service.phases
        )
        province = service.site.province
        let isHidden = !audience.knowsMunicipality(of: service)
        municipality = isHidden ? nil : service.site.municipality
        serviceArea = isHidden ? Self.provinces(of: service.serviceArea, on: map) : service.serviceArea
        (reach, securityLevel, restriction) = (service.reach, service.securityLevel, service.restriction)
        (admission, contraIndications) = (service.admission, service.contraIndications)
        (specialFor, expertiseLevel) = (service.specialFor, service.expertiseLevel)
        (livedExperience, languages, interpreter) = (service.livedExperience, service.languages, service.interpreter)
        (referral, stay, waiting, aftercare) = (service.referral, service.stay, service.waiting, service.aftercare)
        (funding, fundingTerm, fundingEndsOn) = (service.funding, service.fundingTerm, service.fundingEndsOn)
        let showsCount = audience.seesCounts && !service.isAmbulatory
        self.capacity = showsCount ? capacity ?? Capacity() : nil
        freshness = showsCount ? service.freshness(of: capacity, at: now) : nil
    }

    private static func provinces(of areas: [Area]?, on map: Geography) -> [Area]? {
        guard let areas else { return nil }
        let provinces = Set(areas.compactMap(map.province(of:)))
        return ProvinceCode.allCases.filter(provinces.contains).map(Area.province)
    }
}
