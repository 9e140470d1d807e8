package import Domain
import Foundation

/// Which municipality answers for a person, under which law, and where the risk is screened (rules R1 and R2).
package struct Responsibility: Hashable, Sendable {
    package let municipality: MunicipalityCode?
    package let basis: ResponsibilityBasis
    package let law: Law?
    /// The regional lead for women's shelter of the responsible municipality.
    package let centreMunicipality: String?
    /// The safety region where the person is now: a separate answer.
    package let riskScreeningRegion: String?

    package enum Law: String, CaseIterable, Hashable, Sendable {
        case socialSupport = "Wmo 2015"
        case youth = "Jeugdwet"
        case guardian = "Nidos"
        case state = "Rijk via CoMensha"
    }

    package init(for profile: Profile, on map: Geography) {
        riskScreeningRegion = profile.currentMunicipality.flatMap { map.municipality($0)?.safetyRegion }
        let known = profile.registeredMunicipality ?? profile.foundMunicipality
        if profile.residence == .unaccompaniedMinor {
            (municipality, basis, law) = (nil, .guardian, .guardian)
        } else if profile.residence == .reflectionPeriod, !profile.isMinor {
            (municipality, basis, law) = (known, .state, .state)
        } else if let known {
            municipality = known
            basis = profile.registeredMunicipality != nil ? .registered : .found
            law = profile.isMinor ? .youth : .socialSupport
        } else {
            (municipality, basis, law) = (nil, .unknown, nil)
        }
        centreMunicipality = municipality.flatMap { map.municipality($0)?.centreMunicipality }
    }
}
