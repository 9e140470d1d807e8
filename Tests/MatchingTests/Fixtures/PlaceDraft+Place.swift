import Domain
import Matching

extension PlaceDraft {
    var place: Place { Place(service: service, capacity: capacity) }

    /// Help without a bed has none.
    var capacity: Capacity? {
        guard kind != nil, isCounted else { return nil }
        return Capacity(
            unit: unit, total: total, free: free, isPaused: isPaused, confirmedAt: confirmedAt,
            expectedFreeOn: expectedFreeOn)
    }

    var admission: Admission {
        Admission(
            genders: genders, welcomesTransgender: welcomesTransgender, minimumAge: minimumAge,
            maximumAge: maximumAge, households: households, sonsMaximumAge: sonsMaximumAge, residence: residence,
            exploitationForms: forms, onlyFor: onlyFor, wheelchair: wheelchair, pets: pets,
            requiresPoliceReport: requiresPoliceReport, accessDecision: accessDecision)
    }

    private var service: Service {
        guard let id = ServiceID(rawValue: id), let organization = OrganizationID(rawValue: "voorbeeld") else {
            preconditionFailure("not an id: \(id)")
        }
        return Service(
            id: id, organization: organization, organizationName: "Voorbeeld", name: "Plek", shelterKind: kind,
            helpKinds: helpKinds, status: status, phases: phases,
            site: Site(province: province, municipality: municipality, unsafeForAreas: unsafeForAreas), reach: reach,
            serviceArea: serviceArea, securityLevel: security, restriction: restriction, admission: admission,
            contraIndications: contraIndications, specialFor: specialFor, expertiseLevel: expertise,
            languages: languages, stay: stay, waiting: waiting, funding: funding, fundingTerm: fundingTerm,
            fundingEndsOn: fundingEndsOn)
    }
}
