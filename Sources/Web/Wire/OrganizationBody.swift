import Domain
import Foundation

/// An organisation as the API tells it, with its services in short.
struct OrganizationBody: Encodable, Sendable {
    let id: String
    let name: String
    let kind: String
    let example: Bool
    @OrNull var description: String?
    @OrNull var website: String?
    @OrNull var email: String?
    let phones: [PhoneBody]
    @OrNull var municipality: String?
    let status: String
    let chainRoles: [String]
    let sources: [SourceBody]
    @OrNull var confidence: String?
    @OrNull var checkedOn: String?
    let services: [ServiceSummary]

    init(_ organization: Organization) {
        (id, name, kind) = (organization.id.rawValue, organization.name, organization.kind.rawValue)
        (example, description) = (organization.isExample, organization.description)
        (website, email) = (organization.website, organization.email)
        phones = organization.phones.map(PhoneBody.init)
        (municipality, status) = (organization.municipality?.rawValue, organization.status.rawValue)
        chainRoles = organization.chainRoles.map(\.rawValue)
        sources = organization.sources.map(SourceBody.init)
        (confidence, checkedOn) = (organization.confidence?.rawValue, organization.checkedOn?.text)
        services = organization.services.map(ServiceSummary.init)
    }

    static let schema = Schema.Named(
        "Organization",
        .object([
            Schema.Property("id", .text), Schema.Property("name", .text),
            Schema.Property("kind", .code(OrganizationKind.self)), Schema.Property("example", .boolean),
            .optional("description", .text), .optional("website", .string(format: "uri")), .optional("email", .text),
            Schema.Property("phones", .array(.named(PhoneBody.schema))),
            .optional("municipality", .text, "Het openbare kantoor, nooit een opvangplek."),
            Schema.Property("status", .code(ServiceStatus.self)),
            Schema.Property("chainRoles", .array(.code(ChainRole.self))),
            Schema.Property("sources", .array(.named(SourceBody.schema))),
            .optional("confidence", .code(Confidence.self)), .optional("checkedOn", .date),
            Schema.Property("services", .array(.named(ServiceSummary.schema))),
        ]))
}

struct PhoneBody: Encodable, Sendable {
    let number: String
    @OrNull var purpose: String?
    @OrNull var hours: String?

    init(_ phone: Phone) {
        (number, purpose, hours) = (phone.number, phone.purpose, phone.hours)
    }

    static let schema = Schema.Named(
        "Phone", .object([Schema.Property("number", .text), .optional("purpose", .text), .optional("hours", .text)]))
}

struct SourceBody: Encodable, Sendable {
    let title: String
    @OrNull var date: String?
    @OrNull var url: String?

    init(_ source: Source) {
        (title, date, url) = (source.title, source.date?.text, source.url)
    }

    static let schema = Schema.Named(
        "Source",
        .object([Schema.Property("title", .text), .optional("date", .date), .optional("url", .string(format: "uri"))]))
}

/// A service in one line: nothing in it depends on who looks.
struct ServiceSummary: Encodable, Sendable {
    let id: String
    let name: String
    @OrNull var shelterKind: String?
    let helpKinds: [String]
    let province: String
    let status: String

    init(_ service: Service) {
        (id, name, shelterKind) = (service.id.rawValue, service.name, service.shelterKind?.rawValue)
        (helpKinds, province) = (service.helpKinds.map(\.rawValue), service.site.province.rawValue)
        status = service.status.rawValue
    }

    static let schema = Schema.Named(
        "ServiceSummary",
        .object([
            Schema.Property("id", .text), Schema.Property("name", .text),
            .optional("shelterKind", .code(ShelterKind.self)),
            Schema.Property("helpKinds", .array(.code(HelpKind.self))),
            Schema.Property("province", .code(ProvinceCode.self)), Schema.Property("status", .code(ServiceStatus.self)),
        ]))
}
