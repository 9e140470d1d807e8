import Domain
import Foundation

/// A service as a province file has it; what is not stated is left out.
struct ServiceFields {
    private(set) var fields: [String: Any] = [:]

    init(_ service: Service) {
        fields = ["id": service.id.rawValue, "name": service.name, "status": service.status.rawValue]
        put("shelterKind", service.shelterKind)
        put("helpKinds", service.helpKinds)
        put("phase", service.phases)
        put("province", service.site.province)
        fields["municipality"] = service.site.municipality?.rawValue
        put("reach", service.reach)
        fields["serviceArea"] = service.serviceArea?.map(\.code)
        put("securityLevel", service.securityLevel)
        put("restriction", service.restriction)
        fields["unsafeForAreas"] = service.site.unsafeForAreas.map(\.code)
        fields["admission"] = Self.admission(service.admission)
        fields["contraIndications"] = service.contraIndications.map { entry in
            ["code": entry.circumstance.rawValue, "hardness": entry.hardness.rawValue]
                .merging(entry.condition.map { ["condition": $0] } ?? [:]) { first, _ in first }
        }
        fields["specialFor"] = service.specialFor.map(\.code)
        put("expertiseLevel", service.expertiseLevel)
        fields["livedExperience"] = service.livedExperience
        fields["languages"] = service.languages
        fields["interpreter"] = service.interpreter
        fields["referral"] = service.referral.map(Self.referral)
        fields["stay"] = service.stay.map(Self.stay)
        fields["waiting"] = service.waiting.map(Self.waiting)
        put("aftercare", service.aftercare)
        put("funding", service.funding)
        put("fundingTerm", service.fundingTerm)
        fields["capacity"] = service.startingCapacity.map(Self.capacity)
    }

    private mutating func put(_ name: String, _ code: (some Code)?) { fields[name] = code?.rawValue }

    private mutating func put(_ name: String, _ codes: [some Code]) { fields[name] = codes.map(\.rawValue) }

    private static func admission(_ admission: Admission) -> [String: Any] {
        var fields: [String: Any] = [:]
        fields["genders"] = admission.genders?.map(\.rawValue)
        fields["welcomesTransgender"] = admission.welcomesTransgender
        fields["minimumAge"] = limit(admission.minimumAge)
        fields["maximumAge"] = limit(admission.maximumAge)
        fields["households"] = admission.households?.map(\.rawValue)
        fields["sonsMaximumAge"] = limit(admission.sonsMaximumAge)
        fields["residence"] = admission.residence.map(byCode)
        fields["residenceReasons"] = byCode(admission.residenceReasons)
        fields["exploitationForms"] = admission.exploitationForms.map(\.rawValue)
        fields["onlyFor"] = admission.onlyFor.map(\.rawValue)
        fields["wheelchair"] = admission.wheelchair
        fields["pets"] = admission.pets?.rawValue
        fields["requiresPoliceReport"] = admission.requiresPoliceReport
        fields["accessDecision"] = admission.accessDecision?.rawValue
        return fields
    }

    private static func byCode(_ values: [ResidenceStatus: some Code]) -> [String: String] {
        Dictionary(values.map { ($0.rawValue, $1.rawValue) }, uniquingKeysWith: { first, _ in first })
    }

    /// Absent for not stated, `null` for no bound.
    private static func limit(_ limit: Admission.Limit) -> Any? {
        switch limit {
        case .notStated: nil
        case .unlimited: NSNull()
        case .years(let years): years
        }
    }

    private static func referral(_ referral: Referral) -> [String: Any] {
        var fields: [String: Any] = [
            "routes": referral.routes.map(\.rawValue), "steps": referral.steps, "documents": referral.documents,
        ]
        fields["phone"] = referral.phone
        fields["hours"] = referral.hours
        fields["intakeAroundTheClock"] = referral.intakeAroundTheClock
        fields["decisionWithinHours"] = referral.decisionWithinHours
        return fields
    }

    private static func stay(_ stay: Stay) -> [String: Any] {
        var fields: [String: Any] = [:]
        fields["minimumDays"] = stay.minimumDays
        fields["usualDays"] = stay.usualDays
        fields["maximumDays"] = stay.maximumDays
        fields["extensible"] = stay.extensible
        return fields
    }

    private static func waiting(_ waiting: Waiting) -> [String: Any] {
        var fields: [String: Any] = ["days": waiting.days]
        fields["statedOn"] = waiting.statedOn?.text
        return fields
    }

    private static func capacity(_ capacity: Capacity) -> [String: Any] {
        var fields: [String: Any] = ["unit": capacity.unit.rawValue]
        fields["total"] = capacity.total
        fields["free"] = capacity.free
        fields["confirmedAt"] = capacity.confirmedAt.map(Timestamp.text)
        fields["expectedFreeOn"] = capacity.expectedFreeOn?.text
        return fields
    }
}
