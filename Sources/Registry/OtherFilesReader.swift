import Domain
import Foundation
import JSONText

/// Reads the files that refer to organisations: co-ordinators, networks and context figures.
/// A reference to an organisation that does not exist is a warning (contract section 2).
final class OtherFilesReader {
    private let municipalities: KnownMunicipalities
    private let organizations: Set<OrganizationID>
    private(set) var warnings: [RegistryWarning] = []

    init(municipalities: KnownMunicipalities, organizations: Set<OrganizationID>) {
        (self.municipalities, self.organizations) = (municipalities, organizations)
    }

    func coordination(_ reader: JSONReader) -> Coordination? {
        guard let object = reader.object(["coordinators", "uncovered", "backup"]) else { return nil }
        var covered: Set<MunicipalityCode> = []
        var ids = Roll()
        let coordinators = object.elements("coordinators") { coordinator($0, ids: &ids, covered: &covered) }
        var uncovered: [MunicipalityCode: CoordinationStatus] = [:]
        for (municipality, status) in object.elements("uncovered", { uncoveredEntry($0, covered: &covered) }) {
            uncovered[municipality] = status
        }
        guard let backup = object.required("backup").flatMap(backup) else { return nil }
        return Coordination(coordinators: coordinators, uncovered: uncovered, backup: backup)
    }

    func networks(_ reader: JSONReader) -> [Network]? {
        guard let object = reader.object(["networks"]) else { return nil }
        var ids = Roll()
        return object.required("networks")?.elements { network($0, ids: &ids) }
    }

    func figures(_ reader: JSONReader) -> [ContextFigure]? {
        guard let object = reader.object(["figures"]) else { return nil }
        var ids = Roll()
        return object.required("figures")?.elements { figure($0, ids: &ids) }
    }

    /// An id that no other entry of the same file has.
    private func id(of object: JSONObjectReader, among ids: inout Roll) -> String? {
        guard let id = object.required("id")?.text() else { return nil }
        if !ids.add(id) { object.fault(.rule(RegistryRule.duplicateID(id)), at: "id") }
        return id
    }

    // MARK: Co-ordinators

    private static let coordinatorNames: Set<String> = [
        "id", "organization", "name", "region", "municipalities", "status", "audience", "phone", "hours",
        "hoursPerWeek", "substitute", "followsGuideline", "fundedBy", "example",
    ]

    private func coordinator(
        _ reader: JSONReader, ids: inout Roll, covered: inout Set<MunicipalityCode>
    ) -> Coordinator? {
        guard let object = reader.object(Self.coordinatorNames) else { return nil }
        let municipalities = object.elements("municipalities") { municipality($0, covered: &covered) }
        let id = id(of: object, among: &ids)
        let organization = reference(object.required("organization"), in: "care-coordinators.json")
        let (name, region) = (object.required("name")?.text(), object.required("region")?.text())
        let status = object.required("status")?.code(CoordinationStatus.self)
        let (phone, hours) = (object.required("phone")?.text(), object.text("hours"))
        let hoursPerWeek = object.integer("hoursPerWeek", in: 0...168)
        let substitute = object["substitute"].flatMap(substitute)
        let followsGuideline = object.code("followsGuideline", Answer.self) ?? .unknown
        let fundedBy = object.code("fundedBy", FundingSource.self)
        let (audience, isExample) = (object.texts("audience"), object.boolean("example") ?? false)
        guard let id, let organization, let name, let region, let status, let phone else { return nil }
        return Coordinator(
            id: id, organization: organization, name: name, region: region, municipalities: municipalities,
            status: status, audience: audience, phone: phone, hours: hours, hoursPerWeek: hoursPerWeek,
            substitute: substitute, followsGuideline: followsGuideline, fundedBy: fundedBy, isExample: isExample)
    }

    private func municipality(_ reader: JSONReader, covered: inout Set<MunicipalityCode>) -> MunicipalityCode? {
        guard let code = reader.municipality(among: municipalities) else { return nil }
        guard covered.insert(code).inserted else {
            reader.fault(.rule(RegistryRule.coveredTwice(code.rawValue)))
            return nil
        }
        return code
    }

    private func uncoveredEntry(
        _ reader: JSONReader, covered: inout Set<MunicipalityCode>
    ) -> (MunicipalityCode, CoordinationStatus)? {
        guard let object = reader.object(["municipality", "status"]) else { return nil }
        let code = object.required("municipality").flatMap { municipality($0, covered: &covered) }
        let status = object.required("status")?.code(CoordinationStatus.self)
        guard let code, let status else { return nil }
        return (code, status)
    }

    private func substitute(_ reader: JSONReader) -> Coordinator.Substitute? {
        guard let object = reader.object(["name", "phone", "hours"]) else { return nil }
        let (name, phone) = (object.required("name")?.text(), object.required("phone")?.text())
        let hours = object.text("hours")
        guard let name, let phone else { return nil }
        return Coordinator.Substitute(name: name, phone: phone, hours: hours)
    }

    private func backup(_ reader: JSONReader) -> NationalBackup? {
        guard let object = reader.object(["organization", "name", "phone", "hours"]) else { return nil }
        let organization = reference(object.required("organization"), in: "care-coordinators.json")
        let (name, phone) = (object.required("name")?.text(), object.required("phone")?.text())
        let hours = object.text("hours")
        guard let organization, let name, let phone else { return nil }
        return NationalBackup(organization: organization, name: name, phone: phone, hours: hours)
    }

    // MARK: Networks and figures

    private static let networkNames: Set<String> = [
        "id", "name", "kind", "province", "region", "chair", "rhythm", "members", "audience", "example", "sources",
    ]

    private func network(_ reader: JSONReader, ids: inout Roll) -> Network? {
        guard let object = reader.object(Self.networkNames) else { return nil }
        let members = object.elements("members") { reference($0, in: "networks.json") }
        let (id, name) = (id(of: object, among: &ids), object.required("name")?.text())
        let kind = object.required("kind")?.code(NetworkKind.self)
        let province = object.code("province", ProvinceCode.self)
        let chair = reference(object["chair"], in: "networks.json")
        let (region, rhythm, audience) = (object.text("region"), object.text("rhythm"), object.text("audience"))
        let isExample = object.boolean("example") ?? false
        let sources = object.elements("sources") { $0.source() }
        guard let id, let name, let kind else { return nil }
        return Network(
            id: id, name: name, kind: kind, province: province, region: region, chair: chair, rhythm: rhythm,
            members: members, audience: audience, isExample: isExample, sources: sources)
    }

    private static let figureNames: Set<String> = [
        "id", "series", "label", "value", "minimum", "maximum", "unit", "period", "kind", "province",
        "municipality", "caveat", "source",
    ]

    private func figure(_ reader: JSONReader, ids: inout Roll) -> ContextFigure? {
        guard let object = reader.object(Self.figureNames) else { return nil }
        let (id, series) = (id(of: object, among: &ids), object.required("series")?.text())
        let (label, value) = (object.required("label")?.text(), object.required("value")?.number())
        let (minimum, maximum) = (object["minimum"]?.number(), object["maximum"]?.number())
        if let minimum, let maximum, minimum > maximum {
            object.fault(.rule(RegistryRule.boundsTheWrongWayRound), at: "minimum")
        }
        let (unit, period) = (object.required("unit")?.text(), object.required("period")?.text())
        let kind = object.required("kind")?.code(FigureKind.self)
        let province = object.code("province", ProvinceCode.self)
        let municipality = object["municipality"]?.municipality(among: municipalities)
        let (caveat, source) = (object.text("caveat"), object.required("source")?.source())
        guard let id, let series, let label, let value, let unit, let period, let kind, let source else { return nil }
        return ContextFigure(
            id: id, series: series, label: label, value: value, minimum: minimum, maximum: maximum, unit: unit,
            period: period, kind: kind, area: municipality.map(Area.municipality) ?? province.map(Area.province),
            caveat: caveat, source: source)
    }

    private func reference(_ reader: JSONReader?, in file: String) -> OrganizationID? {
        guard let reader, let id = reader.organizationID() else { return nil }
        if !organizations.contains(id) {
            warnings.append(
                RegistryWarning(file: file, kind: .unknownOrganization(id, pointer: reader.pointer)))
        }
        return id
    }
}
