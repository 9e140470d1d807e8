package import Domain
import Foundation
package import JSONText

/// Reads the rules that a shelter wants to save, with the readers of the files and by the same rules: what is saved
/// could stand in a file (feature F16, screen S13).
package struct RulesReader {
    private let service: Service
    private let organization: Organization
    private let map: Geography

    /// - Parameters:
    ///   - service: as the files have it.
    package init(for service: Service, of organization: Organization, on map: Geography) {
        (self.service, self.organization, self.map) = (service, organization, map)
    }

    private static let names: Set<String> = [
        "admission", "aftercare", "contraIndications", "interpreter", "languages", "securityLevel", "stay",
    ]

    /// Leaves a fault at whatever the files could not say of this service.
    package func read(_ reader: JSONReader) -> AdmissionRules? {
        guard let object = reader.object(Self.names, unknown: ProvinceFileReader.unknown) else { return nil }
        let admission = object["admission"].flatMap(AdmissionReader.read) ?? Admission()
        let contraIndications = ContraIndicationsReader.read(object, of: service.shelterKind)
        let rules = AdmissionRules(
            admission: admission, contraIndications: contraIndications,
            stay: ServiceDetailsReader(object: object).stay(), aftercare: object.code("aftercare", Answer.self),
            languages: object.elements("languages") { $0.language() }, interpreter: object.boolean("interpreter"),
            securityLevel: object.code("securityLevel", SecurityLevel.self))
        checkAddresses(object, reader, rules)
        return rules
    }

    private func checkAddresses(_ object: JSONObjectReader, _ reader: JSONReader, _ rules: AdmissionRules) {
        guard service.applying(rules, on: map).effectiveSecurity.hidesMunicipality else { return }
        AddressSign.refuse(in: reader)
        // What the files say was checked with them, where the place was hidden then already.
        guard !service.effectiveSecurity.hidesMunicipality, texts.contains(where: AddressSign.isPresent) else { return }
        object.fault(.rule(RegistryRule.addressElsewhere), at: "securityLevel")
    }

    /// Every text of the files about the service and its organisation that people see.
    private var texts: [String] {
        let referral = service.referral
        let ofService = [service.name, service.description, referral?.phone, referral?.hours]
        let phones = organization.phones.flatMap { [$0.number, $0.purpose, $0.hours] }
        let ofOrganization = [organization.name, organization.description, organization.website, organization.email]
        let lists = (referral?.steps ?? []) + (referral?.documents ?? [])
        return (ofService + ofOrganization + phones).compactMap(\.self) + lists
            + organization.sources.compactMap(\.url)
    }
}
