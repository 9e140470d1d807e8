import Domain
import Foundation
import Matching

/// A place as a bag of codes, so that the naive matcher shares no thought with the rules it checks.
struct NaivePlace {
    let id: String
    let kind: String?
    let helpKinds: [String]
    let status: String
    let province: String
    var municipality: String?
    let unsafeForAreas: [String]
    var reach: String?
    let serviceArea: [String]?
    let security: String
    let restriction: String

    var genders: [String]?
    let welcomesTransgender: Bool?
    var minimumAge: Admission.Limit
    var maximumAge: Admission.Limit
    var households: [String]?
    var sonsMaximumAge: Admission.Limit
    var residence: [String: String]?
    let forms: [String]
    let onlyFor: [String]
    var wheelchair: Bool?
    var pets: String?

    let contraIndications: [(code: String, hardness: String)]
    let marks: [String]
    let expertise: String
    let maximumStay: Int?
    let waitingDays: Int?
    /// Seconds since 1970, like every moment here.
    let waitingStatedAt: Double?

    let isPaused: Bool
    let unit: String
    let total: Int?
    let free: Int?
    let confirmedAt: Double?
    let expectedFreeDay: Int?

    init(_ place: Place) {
        let (service, capacity) = (place.service, place.capacity)
        let admission = service.admission
        (id, kind, status) = (service.id.rawValue, service.shelterKind?.rawValue, service.status.rawValue)
        helpKinds = service.helpKinds.map(\.rawValue)
        (province, municipality) = (service.site.province.rawValue, service.site.municipality?.rawValue)
        unsafeForAreas = service.site.unsafeForAreas.map(\.code)
        (reach, serviceArea) = (service.reach?.rawValue, service.serviceArea?.map(\.code))
        security = service.securityLevel?.rawValue ?? "none"
        restriction = service.restriction?.rawValue ?? "ambulatory"

        (genders, welcomesTransgender) = (admission.genders?.map(\.rawValue), admission.welcomesTransgender)
        (minimumAge, maximumAge) = (admission.minimumAge, admission.maximumAge)
        (households, sonsMaximumAge) = (admission.households?.map(\.rawValue), admission.sonsMaximumAge)
        residence = admission.residence.map { stated in
            Dictionary(uniqueKeysWithValues: stated.map { ($0.key.rawValue, $0.value.rawValue) })
        }
        (forms, onlyFor) = (admission.exploitationForms.map(\.rawValue), admission.onlyFor.map(\.rawValue))
        (wheelchair, pets) = (admission.wheelchair, admission.pets?.rawValue)

        contraIndications = service.contraIndications.map { ($0.circumstance.rawValue, $0.hardness.rawValue) }
        (marks, expertise) = (service.specialFor.map(\.code), service.expertiseLevel?.rawValue ?? "none")
        (maximumStay, waitingDays) = (service.stay?.maximumDays, service.waiting?.days)
        waitingStatedAt = service.waiting?.statedOn.map { Double($0.daysSinceEpoch) * 86_400 }

        (isPaused, unit) = (capacity?.isPaused ?? false, capacity?.unit.rawValue ?? "bed")
        (total, free) = (capacity?.total, capacity?.free)
        confirmedAt = capacity?.confirmedAt?.timeIntervalSince1970
        expectedFreeDay = capacity?.expectedFreeOn?.daysSinceEpoch
    }

    var isAmbulatory: Bool { kind == nil }

    /// "`stay.maximumDays` ≤ 14, or, not stated, `time_out` and emergency beds."
    var isShortStay: Bool {
        if let maximumStay { return maximumStay <= 14 }
        return ["time_out", "emergency_bed", "emergency_bed_disadvantaged"].contains(kind)
    }
}
