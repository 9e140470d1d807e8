import Domain
import Foundation

extension Service {
    /// The same service with lists and texts of its own, as if it had been read from a file: copies share theirs, and
    /// would take less memory than real ones and be found in the cache more often.
    func withOwnMemory() -> Service {
        Service(
            id: id, organization: organization, organizationName: organizationName, isExample: isExample,
            name: name.copy, description: description?.copy, shelterKind: shelterKind, helpKinds: helpKinds.copy,
            status: status, phases: phases.copy,
            site: Site(
                province: site.province, municipality: site.municipality, unsafeForAreas: site.unsafeForAreas.copy),
            reach: reach, serviceArea: serviceArea?.copy, securityLevel: securityLevel, restriction: restriction,
            admission: admission.withOwnMemory(),
            contraIndications: contraIndications.map { entry in
                ContraIndication(entry.circumstance, entry.hardness, condition: entry.condition?.copy)
            }, specialFor: specialFor.copy, expertiseLevel: expertiseLevel, livedExperience: livedExperience,
            languages: languages.map(\.copy), interpreter: interpreter, referral: referral?.withOwnMemory(), stay: stay,
            waiting: waiting, aftercare: aftercare, funding: funding.copy, fundingTerm: fundingTerm,
            fundingEndsOn: fundingEndsOn, startingCapacity: startingCapacity)
    }
}

extension Admission {
    fileprivate func withOwnMemory() -> Admission {
        Admission(
            genders: genders?.copy, welcomesTransgender: welcomesTransgender, minimumAge: minimumAge,
            maximumAge: maximumAge, households: households?.copy, sonsMaximumAge: sonsMaximumAge,
            residence: residence?.copy, residenceReasons: residenceReasons.copy,
            exploitationForms: exploitationForms.copy, onlyFor: onlyFor.copy, wheelchair: wheelchair, pets: pets,
            requiresPoliceReport: requiresPoliceReport, accessDecision: accessDecision)
    }
}

extension Referral {
    fileprivate func withOwnMemory() -> Referral {
        Referral(
            routes: routes.copy, phone: phone?.copy, hours: hours?.copy, intakeAroundTheClock: intakeAroundTheClock,
            steps: steps.map(\.copy), decisionWithinHours: decisionWithinHours, documents: documents.map(\.copy))
    }
}

extension Array {
    fileprivate var copy: [Element] { map { $0 } }
}

extension Dictionary {
    fileprivate var copy: [Key: Value] { Dictionary(map { ($0, $1) }, uniquingKeysWith: { first, _ in first }) }
}

extension String {
    fileprivate var copy: String { String(decoding: Array(utf8), as: UTF8.self) }
}
