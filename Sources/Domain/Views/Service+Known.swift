import Foundation

extension Audience {
    /// Whether this audience may know in which municipality `service` stands (feature F16).
    package func knowsMunicipality(of service: Service) -> Bool {
        switch service.effectiveSecurity {
        case .none, .openVisible: true
        case .sheltered: seesShelteredMunicipality
        case .secret: false
        }
    }
}

extension Service {
    /// The same service with no more of where it stands, and whom it serves, than `audience` may know: what may be
    /// worked with for a picture that audience sees, so that the picture cannot give a hidden municipality away.
    package func known(to audience: Audience, on map: Geography) -> Service {
        guard !audience.knowsMunicipality(of: self) || !site.unsafeForAreas.isEmpty else { return self }
        let view = ServiceView(of: self, capacity: nil, for: audience, on: map, at: .distantPast)
        return Service(
            id: id, organization: organization, organizationName: organizationName, isExample: isExample, name: name,
            description: description, shelterKind: shelterKind, helpKinds: helpKinds, status: status, phases: phases,
            site: Site(province: site.province, municipality: view.municipality), reach: reach,
            serviceArea: view.serviceArea, securityLevel: securityLevel, restriction: restriction,
            admission: admission, contraIndications: contraIndications, specialFor: specialFor,
            expertiseLevel: expertiseLevel, livedExperience: livedExperience, languages: languages,
            interpreter: interpreter, referral: referral, stay: stay, waiting: waiting, aftercare: aftercare,
            funding: funding, fundingTerm: fundingTerm, fundingEndsOn: fundingEndsOn)
    }
}
