import Domain
import Foundation

/// A service as the API tells it, by the names of the registry's files (contract section 2).
struct ServiceBody: Encodable, Sendable {
    let id: String
    let organizationId: String
    let organizationName: String
    let example: Bool
    let name: String
    @OrNull var description: String?
    @OrNull var shelterKind: String?
    let helpKinds: [String]
    let status: String
    let phase: [String]
    let province: String
    @OrNull var municipality: String?
    @OrNull var reach: String?
    @OrNull var serviceArea: [String]?
    @OrNull var securityLevel: String?
    @OrNull var restriction: String?
    let admission: AdmissionBody
    let contraIndications: [ContraIndicationBody]
    let specialFor: [String]
    @OrNull var expertiseLevel: String?
    @OrNull var livedExperience: Bool?
    let languages: [String]
    @OrNull var interpreter: Bool?
    @OrNull var referral: ReferralBody?
    @OrNull var stay: StayBody?
    @OrNull var waiting: WaitingBody?
    @OrNull var aftercare: String?
    let funding: [String]
    @OrNull var fundingTerm: String?
    @OrNull var fundingEndsOn: String?
    @OrNull var capacity: CountBody?

    init(_ view: ServiceView) {
        (id, organizationId) = (view.id.rawValue, view.organization.rawValue)
        (organizationName, example, name) = (view.organizationName, view.isExample, view.name)
        (description, shelterKind) = (view.description, view.shelterKind?.rawValue)
        (helpKinds, status) = (view.helpKinds.map(\.rawValue), view.status.rawValue)
        (phase, province) = (view.phases.map(\.rawValue), view.province.rawValue)
        (municipality, reach) = (view.municipality?.rawValue, view.reach?.rawValue)
        serviceArea = view.serviceArea?.map(\.code)
        (securityLevel, restriction) = (view.securityLevel?.rawValue, view.restriction?.rawValue)
        admission = AdmissionBody(view.admission)
        contraIndications = view.contraIndications.map(ContraIndicationBody.init)
        (specialFor, expertiseLevel) = (view.specialFor.map(\.code), view.expertiseLevel?.rawValue)
        (livedExperience, languages, interpreter) = (view.livedExperience, view.languages, view.interpreter)
        referral = view.referral.map(ReferralBody.init)
        stay = view.stay.map(StayBody.init)
        waiting = view.waiting.map(WaitingBody.init)
        (aftercare, funding) = (view.aftercare?.rawValue, view.funding.map(\.rawValue))
        (fundingTerm, fundingEndsOn) = (view.fundingTerm?.rawValue, view.fundingEndsOn?.text)
        if let capacity = view.capacity, let freshness = view.freshness {
            self.capacity = CountBody(capacity, freshness: freshness)
        }
    }

    static let schema = Schema.Named(
        "Service",
        .object([
            Schema.Property("id", .text), Schema.Property("organizationId", .text),
            Schema.Property("organizationName", .text),
            Schema.Property("example", .boolean, "Verzonnen, om te laten zien hoe Opvangkaart werkt."),
            Schema.Property("name", .text), .optional("description", .text),
            .optional("shelterKind", .code(ShelterKind.self), "null bij hulp zonder verblijf."),
            Schema.Property("helpKinds", .array(.code(HelpKind.self))),
            Schema.Property("status", .code(ServiceStatus.self)), Schema.Property("phase", .array(.code(Phase.self))),
            Schema.Property("province", .code(ProvinceCode.self)),
            .optional(
                "municipality", .text, "Nooit bij een geheime plek. Bij een afgeschermd adres alleen voor wie plaatst."),
            .optional("reach", .code(Reach.self)), .optional("serviceArea", .array(.text)),
            .optional("securityLevel", .code(SecurityLevel.self)),
            .optional("restriction", .code(Restriction.self)),
            Schema.Property("admission", .named(AdmissionBody.schema)),
            Schema.Property("contraIndications", .array(.named(ContraIndicationBody.schema))),
            Schema.Property("specialFor", .array(.text)), .optional("expertiseLevel", .code(ExpertiseLevel.self)),
            .optional("livedExperience", .boolean), Schema.Property("languages", .array(.text)),
            .optional("interpreter", .boolean), .optional("referral", .named(ReferralBody.schema)),
            .optional("stay", .named(StayBody.schema)), .optional("waiting", .named(WaitingBody.schema)),
            .optional("aftercare", .code(Answer.self)), Schema.Property("funding", .array(.code(FundingSource.self))),
            .optional("fundingTerm", .code(FundingTerm.self)), .optional("fundingEndsOn", .date),
            .optional("capacity", .named(CountBody.schema), "Alleen met een toegangssleutel."),
        ]))
}
