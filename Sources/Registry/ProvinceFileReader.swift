import Domain
import Foundation
import JSONText

/// Reads the organisations of one province file (contract section 2).
struct ProvinceFileReader {
    let province: ProvinceCode
    let geography: Geography
    let now: Date

    func read(_ reader: JSONReader, ids: inout IdentifierRegister) -> [Organization]? {
        guard let object = reader.object(["province", "organizations"]) else { return nil }
        if let stated = object.required("province")?.code(ProvinceCode.self), stated != province {
            object.fault(.rule(RegistryRule.provinceOfAnotherFile), at: "province")
        }
        return object.required("organizations")?.elements { organization($0, ids: &ids) }
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

    private func organization(_ reader: JSONReader, ids: inout IdentifierRegister) -> Organization? {
        guard let object = reader.object(Self.names, unknown: Self.unknown) else { return nil }
        let id = object.required("id")?.organizationID()
        if let id, !ids.take(id) {
            object.fault(.rule(RegistryRule.duplicateID(id.rawValue)), at: "id")
        }
        let name = object.required("name")?.text(limit: 200)
        let isExample = object.boolean("example") ?? false
        let owner = ServiceReader.Owner(
            id: id, name: name ?? "", isExample: isExample, geography: geography, now: now)
        let services = object.elements("services") { ServiceReader(owner: owner).read($0, ids: &ids) }
        let description = object.text("description", limit: 5_000)
        checkTexts([("name", name), ("description", description)], of: object, services: services)
        let kind = object.required("kind")?.code(OrganizationKind.self)
        let organization = (id: id, name: name, kind: kind)
        let phones = object.elements("phones", phone)
        let municipality = object["municipality"]?.municipality(in: geography)
        let website = object["website"]?.url()
        let email = object["email"]?.email()
        let status = object.code("status", ServiceStatus.self) ?? .active
        let roles = object.codes("chainRoles", ChainRole.self) ?? []
        let sources = object.elements("sources") { $0.source() }
        let confidence = object.code("confidence", Confidence.self)
        let checkedOn = object["checkedOn"]?.date()
        guard let id = organization.id, let name = organization.name, let kind = organization.kind else { return nil }
        return Organization(
            id: id, name: name, kind: kind, province: province, isExample: isExample, description: description,
            website: website, email: email, phones: phones, municipality: municipality, status: status,
            statedChainRoles: roles,
            sources: sources, confidence: confidence, checkedOn: checkedOn, services: services)
    }

    /// An organisation with a place whose address is kept must not give one away in its own texts.
    private func checkTexts(_ texts: [(String, String?)], of object: JSONObjectReader, services: [Service]) {
        guard services.contains(where: { $0.effectiveSecurity.hidesMunicipality }) else { return }
        for (name, text) in texts where text.map(AddressSign.isPresent) ?? false {
            object.fault(.rule(RegistryRule.addressInText), at: name)
        }
    }

    private func phone(_ reader: JSONReader) -> Phone? {
        guard let object = reader.object(["number", "purpose", "hours"]),
            let number = object.required("number")?.text(limit: 40)
        else { return nil }
        return Phone(number: number, purpose: object.text("purpose"), hours: object.text("hours"))
    }
}
