import Domain
import Foundation
import JSONText

/// Reads the organisations of one province file (contract section 2).
struct ProvinceFileReader {
    let province: ProvinceCode
    let municipalities: KnownMunicipalities
    let now: Date

    func read(_ reader: JSONReader) -> ProvinceFile? {
        guard let object = reader.object(["province", "organizations"]) else { return nil }
        if let stated = object.required("province")?.code(ProvinceCode.self), stated != province {
            object.fault(.rule(RegistryRule.provinceOfAnotherFile), at: "province")
        }
        var claims: [IdentifierClaim] = []
        let organizations = object.required("organizations")?.elements { organization($0, claims: &claims) }
        return ProvinceFile(organizations: organizations ?? [], claims: claims)
    }

    /// Names under which an address could be given; the program has a field for none of them.
    private static let addressNames: Set<String> = [
        "address", "addresses", "street", "houseNumber", "postcode", "postalCode", "zipCode", "coordinates", "latitude",
        "longitude", "location", "locations",
    ]

    static func unknown(_ name: String) -> InputFault.Kind {
        addressNames.contains(name) ? .rule(RegistryRule.addressNotHeld) : .unknownName(name)
    }

    private static let names: Set<String> = [
        "id", "name", "kind", "example", "description", "website", "email", "phones", "municipality", "status",
        "chainRoles", "sources", "confidence", "checkedOn", "services",
    ]

    private func organization(_ reader: JSONReader, claims: inout [IdentifierClaim]) -> Organization? {
        guard let object = reader.object(Self.names, unknown: Self.unknown) else { return nil }
        let idReader = object.required("id")
        let id = idReader?.organizationID()
        if let id, let idReader { claims.append(IdentifierClaim(.organization(id), at: idReader)) }
        let name = object.required("name")?.text(limit: 200)
        let isExample = object["example"].map { $0.boolean() } ?? false
        let owner = ServiceReader.Owner(
            id: id, name: name ?? "", isExample: isExample, municipalities: municipalities, now: now)
        let services = object.elements("services") { ServiceReader(owner: owner).read($0, claims: &claims) }
        let description = object.text("description", limit: 5_000)
        refuseAddresses(in: object)
        let kind = object.required("kind")?.code(OrganizationKind.self)
        let organization = (id: id, name: name, kind: kind)
        let phones = object.elements("phones", phone)
        let municipality = object["municipality"]?.municipality(among: municipalities)
        let website = object["website"]?.url()
        let email = object["email"]?.email()
        let status = object.code("status", ServiceStatus.self) ?? .active
        let roles = object.codes("chainRoles", ChainRole.self) ?? []
        let sources = object.elements("sources") { $0.source() }
        let confidence = object.code("confidence", Confidence.self)
        let checkedOn = object["checkedOn"]?.date()
        guard let id = organization.id, let name = organization.name, let kind = organization.kind else { return nil }
        return Organization(
            id: id, name: name, kind: kind, province: province, isExample: isExample ?? false, description: description,
            website: website, email: email, phones: phones, municipality: municipality, status: status,
            statedChainRoles: roles,
            sources: sources, confidence: confidence, checkedOn: checkedOn, services: services)
    }

    /// An organisation with a place whose address is kept must not give one away in its own texts. What the
    /// place says of its security counts, whatever else is wrong with it.
    private func refuseAddresses(in object: JSONObjectReader) {
        guard case .array(let services) = object["services"]?.node.value else { return }
        guard services.contains(where: { Self.hidesMunicipality($0) }) else { return }
        for name in Self.names where name != "services" {
            // Titles of sources are those of others, with years and capitals that look like postcodes.
            if let reader = object[name] { AddressSign.refuse(in: reader, exceptAt: name == "sources" ? "title" : nil) }
        }
    }

    private static func hidesMunicipality(_ service: JSONNode) -> Bool {
        guard case .object(let members) = service.value else { return false }
        return members.contains { member in
            guard member.name == "securityLevel", let level = member.node.string else { return false }
            return SecurityLevel(rawValue: level)?.hidesMunicipality ?? false
        }
    }

    private static let phoneNames: Set<String> = ["number", "purpose", "hours"]

    private func phone(_ reader: JSONReader) -> Phone? {
        guard let object = reader.object(Self.phoneNames) else { return nil }
        let number = object.required("number")?.text(limit: 40)
        let (purpose, hours) = (object.text("purpose"), object.text("hours"))
        return number.map { Phone(number: $0, purpose: purpose, hours: hours) }
    }
}

/// What one province file says, before the files are held against each other.
struct ProvinceFile: Sendable {
    let organizations: [Organization]
    let claims: [IdentifierClaim]
}
