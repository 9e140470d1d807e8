package import Domain
import Foundation

/// Services as rows, one column per field, lists joined by `;` (contract sections 1 and 8).
package enum ServiceTable {
    package static func table(of services: [ServiceView]) -> CSVTable {
        CSVTable(columns: columns.map(\.name), rows: services.map { service in columns.map { $0.value(service) } })
    }

    private struct Column {
        let name: String
        let value: @Sendable (ServiceView) -> String

        init(_ name: String, _ value: @escaping @Sendable (ServiceView) -> String) {
            (self.name, self.value) = (name, value)
        }
    }

    private static let columns: [Column] = identity + place + admission + contraIndications + work + capacity

    private static let identity: [Column] = [
        Column("id") { $0.id.rawValue },
        Column("organizationId") { $0.organization.rawValue },
        Column("organizationName") { $0.organizationName },
        Column("example") { String($0.isExample) },
        Column("name") { $0.name },
        Column("description") { $0.description ?? "" },
        Column("shelterKind") { code($0.shelterKind) },
        Column("helpKinds") { codes($0.helpKinds) },
        Column("status") { $0.status.rawValue },
        Column("phase") { codes($0.phases) },
    ]

    private static let place: [Column] = [
        Column("province") { $0.province.rawValue },
        Column("municipality") { $0.municipality?.rawValue ?? "" },
        Column("reach") { code($0.reach) },
        Column("serviceArea") { joined(($0.serviceArea ?? []).map(\.code)) },
        Column("securityLevel") { code($0.securityLevel) },
        Column("restriction") { code($0.restriction) },
    ]

    private static let admission: [Column] = [
        Column("genders") { codes($0.admission.genders ?? []) },
        Column("welcomesTransgender") { flag($0.admission.welcomesTransgender) },
        Column("minimumAge") { number($0.admission.minimumAge.years) },
        Column("maximumAge") { number($0.admission.maximumAge.years) },
        Column("households") { codes($0.admission.households ?? []) },
        Column("sonsMaximumAge") { number($0.admission.sonsMaximumAge.years) },
        Column("residence") { view in
            let stated = ResidenceStatus.allCases.compactMap { status in
                view.admission.residence?[status].map { "\(status.rawValue)=\($0.rawValue)" }
            }
            return joined(stated)
        },
        Column("exploitationForms") { codes($0.admission.exploitationForms) },
        Column("onlyFor") { codes($0.admission.onlyFor) },
        Column("wheelchair") { flag($0.admission.wheelchair) },
        Column("pets") { code($0.admission.pets) },
        Column("requiresPoliceReport") { flag($0.admission.requiresPoliceReport) },
        Column("accessDecision") { code($0.admission.accessDecision) },
    ]

    private static let contraIndications: [Column] = [
        Column("contraIndications") { view in
            joined(view.contraIndications.map { "\($0.circumstance.rawValue)=\($0.hardness.rawValue)" })
        },
        Column("contraIndicationConditions") { view in joined(view.contraIndications.map { $0.condition ?? "" }) },
        Column("contraIndicationsSince") { view in joined(view.contraIndications.map { $0.since?.text ?? "" }) },
    ]

    private static let work: [Column] = [
        Column("specialFor") { joined($0.specialFor.map(\.code)) },
        Column("expertiseLevel") { code($0.expertiseLevel) },
        Column("livedExperience") { flag($0.livedExperience) },
        Column("languages") { joined($0.languages) },
        Column("interpreter") { flag($0.interpreter) },
        Column("routes") { codes($0.referral?.routes ?? []) },
        Column("phone") { $0.referral?.phone ?? "" },
        Column("hours") { $0.referral?.hours ?? "" },
        Column("intakeAroundTheClock") { flag($0.referral?.intakeAroundTheClock) },
        Column("steps") { joined($0.referral?.steps ?? []) },
        Column("decisionWithinHours") { number($0.referral?.decisionWithinHours) },
        Column("documents") { joined($0.referral?.documents ?? []) },
        Column("minimumDays") { number($0.stay?.minimumDays) },
        Column("usualDays") { number($0.stay?.usualDays) },
        Column("maximumDays") { number($0.stay?.maximumDays) },
        Column("extensible") { flag($0.stay?.extensible) },
        Column("waitingDays") { number($0.waiting?.days) },
        Column("waitingStatedOn") { $0.waiting?.statedOn?.text ?? "" },
        Column("aftercare") { code($0.aftercare) },
        Column("funding") { codes($0.funding) },
        Column("fundingTerm") { code($0.fundingTerm) },
        Column("fundingEndsOn") { $0.fundingEndsOn?.text ?? "" },
    ]

    private static let capacity: [Column] = [
        Column("capacityUnit") { code($0.capacity?.unit) },
        Column("capacityTotal") { number($0.capacity?.total) },
        Column("capacityFree") { number($0.capacity?.free) },
        Column("capacityFreshness") { code($0.freshness) },
        Column("capacityConfirmedAt") { $0.capacity?.confirmedAt.map(Timestamp.text) ?? "" },
        Column("capacityExpectedFreeOn") { $0.capacity?.expectedFreeOn?.text ?? "" },
    ]

    private static func code<Kind: Code>(_ code: Kind?) -> String { code?.rawValue ?? "" }

    private static func codes<Kind: Code>(_ codes: [Kind]) -> String { joined(codes.map(\.rawValue)) }

    private static func joined(_ texts: [String]) -> String { texts.joined(separator: ";") }

    private static func flag(_ flag: Bool?) -> String { flag.map(String.init) ?? "" }

    private static func number(_ number: Int?) -> String { number.map(String.init) ?? "" }
}
