import Domain
import Foundation
import JSONText

/// Reads and checks one service of an organisation.
struct ServiceReader {
    /// What a service takes over from the organisation it belongs to.
    struct Owner {
        /// `nil` where the file lacks a usable id; the service is checked all the same.
        let id: OrganizationID?
        let name: String
        /// `nil` where the file says it with a wrong type.
        let isExample: Bool?
        let municipalities: KnownMunicipalities
        let now: Date
    }

    let owner: Owner

    private static let names: Set<String> = [
        "id", "name", "description", "shelterKind", "helpKinds", "status", "phase", "province", "municipality", "reach",
        "serviceArea", "securityLevel", "restriction", "unsafeForAreas", "admission", "contraIndications", "specialFor",
        "expertiseLevel", "livedExperience", "languages", "interpreter", "referral", "stay", "waiting", "aftercare",
        "funding", "fundingTerm", "fundingEndsOn", "capacity",
    ]

    func read(_ reader: JSONReader, claims: inout [IdentifierClaim]) -> Service? {
        guard let object = reader.object(Self.names, unknown: ProvinceFileReader.unknown) else { return nil }
        let idReader = object.required("id")
        let id = idReader?.serviceID()
        if let id, let idReader { check(id, at: idReader, claims: &claims) }
        let name = object.required("name")?.text(limit: 200)
        let status = object.required("status")?.code(ServiceStatus.self)
        let shelterKind = object.code("shelterKind", ShelterKind.self)
        let helpKinds = object.codes("helpKinds", HelpKind.self) ?? []
        if offersNothing(object) {
            object.fault(.rule(RegistryRule.nothingOffered), at: "shelterKind")
        }
        let security = level("securityLevel", SecurityLevel.self, in: object)
        let restriction = level("restriction", Restriction.self, in: object)
        let site = site(object, security: security)
        let area = object["serviceArea"]?.elements { serviceArea($0, security: security) }
        let contraIndications = ContraIndicationsReader.read(object, of: shelterKind)
        let capacity = object["capacity"].flatMap {
            CapacityReader(maySayHowLongAgo: owner.isExample ?? true, now: owner.now).read($0)
        }
        if object["shelterKind"] == nil, object["capacity"] != nil {
            object.fault(.rule(RegistryRule.capacityWithoutShelter), at: "capacity")
        }
        let description = object.text("description", limit: 5_000)
        let admission = object["admission"].flatMap(AdmissionReader.read) ?? Admission()
        let details = ServiceDetailsReader(object: object)
        let referral = details.referral()
        if security?.hidesMunicipality ?? false {
            AddressSign.refuse(in: reader)
        }
        let service = (id: id, name: name, status: status, site: site, organization: owner.id)
        let phases = object.codes("phase", Phase.self) ?? []
        let reach = object.code("reach", Reach.self)
        let specialFor = object.elements("specialFor", specialMark)
        let expertise = object.code("expertiseLevel", ExpertiseLevel.self)
        let languages = object.elements("languages") { $0.language() }
        let livedExperience = object.boolean("livedExperience")
        let interpreter = object.boolean("interpreter")
        let (stay, waiting) = (details.stay(), details.waiting())
        let aftercare = object.code("aftercare", Answer.self)
        let funding = object.codes("funding", FundingSource.self) ?? []
        let fundingTerm = object.code("fundingTerm", FundingTerm.self)
        let fundingEndsOn = object["fundingEndsOn"]?.date()
        guard let id = service.id, let name = service.name, let status = service.status, let site = service.site,
            let organization = service.organization
        else { return nil }
        return Service(
            id: id, organization: organization, organizationName: owner.name,
            isExample: owner.isExample ?? false, name: name, description: description, shelterKind: shelterKind,
            helpKinds: helpKinds, status: status, phases: phases,
            site: site, reach: reach, serviceArea: area, securityLevel: security, restriction: restriction,
            admission: admission, contraIndications: contraIndications, specialFor: specialFor,
            expertiseLevel: expertise, livedExperience: livedExperience, languages: languages,
            interpreter: interpreter, referral: referral, stay: stay, waiting: waiting, aftercare: aftercare,
            funding: funding, fundingTerm: fundingTerm, fundingEndsOn: fundingEndsOn, startingCapacity: capacity)
    }

    private func check(_ id: ServiceID, at reader: JSONReader, claims: inout [IdentifierClaim]) {
        claims.append(IdentifierClaim(.service(id), at: reader))
        // A wish names a service or a code by the same word, so they must not be the same word.
        if case .service = Wish(code: id.rawValue) { return }
        reader.fault(.rule(RegistryRule.idIsACode(id.rawValue)))
    }

    /// A code that cannot be read is something offered, and a fault of its own.
    private func offersNothing(_ object: JSONObjectReader) -> Bool {
        guard object["shelterKind"] == nil else { return false }
        guard let help = object["helpKinds"] else { return true }
        guard case .array(let codes) = help.node.value else { return false }
        return codes.isEmpty
    }

    /// Required where there is a shelter kind.
    private func level<Kind: Code>(_ name: String, _ kind: Kind.Type, in object: JSONObjectReader) -> Kind? {
        let reader = object["shelterKind"] == nil ? object[name] : object.required(name)
        return reader?.code(kind)
    }

    private func site(_ object: JSONObjectReader, security: SecurityLevel?) -> Site? {
        let province = object.required("province")?.code(ProvinceCode.self)
        let municipality = object["municipality"]?.municipality(among: owner.municipalities)
        if security == .secret, object["municipality"] != nil {
            object.fault(.rule(RegistryRule.secretWithMunicipality), at: "municipality")
        } else if let municipality, let province, let actual = owner.municipalities.province(of: municipality),
            actual != province
        {
            object.fault(.rule(RegistryRule.municipalityOutsideProvince(municipality.rawValue)), at: "municipality")
        }
        let stated = object.elements("unsafeForAreas") { $0.area(among: owner.municipalities) }
        let unsafe = security == .secret ? HiddenAreas.coarse(stated, among: owner.municipalities) : stated
        return province.map { Site(province: $0, municipality: municipality, unsafeForAreas: unsafe) }
    }

    private func serviceArea(_ reader: JSONReader, security: SecurityLevel?) -> Area? {
        guard let area = reader.area(among: owner.municipalities) else { return nil }
        if security == .secret, case .municipality = area {
            reader.fault(.rule(RegistryRule.secretAreaBelowProvince))
            return nil
        }
        return area
    }

    private func specialMark(_ reader: JSONReader) -> SpecialMark? {
        guard case .string(let code) = reader.node.value else {
            reader.fault(.wrongType(expected: .string))
            return nil
        }
        guard let mark = SpecialMark(code: code) else {
            let allowed = SpecialTarget.allCases.map(\.rawValue) + Circumstance.allCases.map(\.rawValue)
            reader.fault(.unknownCode(code, allowed: allowed))
            return nil
        }
        return mark
    }
}
