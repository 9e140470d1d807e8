import Domain
import Foundation
import JSONText

/// Reads the files that refer to organisations: co-ordinators, networks and context figures.
/// A reference to an organisation that does not exist is a warning (contract section 2).
final class OtherFilesReader {
    private let geography: Geography
    private let organizations: Set<OrganizationID>
    private(set) var warnings: [RegistryWarning] = []

    init(geography: Geography, organizations: Set<OrganizationID>) {
        (self.geography, self.organizations) = (geography, organizations)
    }

    func coordination(_ reader: JSONReader) -> Coordination? {
        guard let object = reader.object(["coordinators", "uncovered", "backup"]) else { return nil }
        var covered: Set<MunicipalityCode> = []
        let coordinators = object.elements("coordinators") { coordinator($0, covered: &covered) }
        var uncovered: [MunicipalityCode: CoordinationStatus] = [:]
        for (municipality, status) in object.elements("uncovered", { uncoveredEntry($0, covered: &covered) }) {
            uncovered[municipality] = status
        }
        guard let backup = object.required("backup").flatMap(backup) else { return nil }
        return Coordination(coordinators: coordinators, uncovered: uncovered, backup: backup)
    }

    func networks(_ reader: JSONReader) -> [Network]? {
        guard let object = reader.object(["networks"]) else { return nil }
        return object.required("networks")?.elements(network)
    }

    func figures(_ reader: JSONReader) -> [ContextFigure]? {
        guard let object = reader.object(["figures"]) else { return nil }
        return object.required("figures")?.elements(figure)
    }

    // MARK: Co-ordinators

    private func coordinator(_ reader: JSONReader, covered: inout Set<MunicipalityCode>) -> Coordinator? {
        let names: Set<String> = [
            "id", "organization", "name", "region", "municipalities", "status", "audience", "phone", "hours",
            "hoursPerWeek", "substitute", "followsGuideline", "fundedBy", "example",
        ]
        guard let object = reader.object(names) else { return nil }
        let municipalities = object.elements("municipalities") { municipality($0, covered: &covered) }
        guard let id = object.required("id")?.text(),
            let organization = reference(object.required("organization"), in: "care-coordinators.json"),
            let name = object.required("name")?.text(), let region = object.required("region")?.text(),
            let status = object.required("status")?.code(CoordinationStatus.self),
            let phone = object.required("phone")?.text()
        else { return nil }
        return Coordinator(
            id: id, organization: organization, name: name, region: region, municipalities: municipalities,
            status: status, audience: object.texts("audience"), phone: phone, hours: object.text("hours"),
            hoursPerWeek: object.integer("hoursPerWeek", in: 0...168),
            substitute: object["substitute"].flatMap(substitute),
            followsGuideline: object.code("followsGuideline", Answer.self) ?? .unknown,
            fundedBy: object.code("fundedBy", FundingSource.self), isExample: object.boolean("example") ?? false)
    }

    private func municipality(_ reader: JSONReader, covered: inout Set<MunicipalityCode>) -> MunicipalityCode? {
        guard let code = reader.municipality(in: geography) else { return nil }
        guard covered.insert(code).inserted else {
            reader.fault(.rule(RegistryRule.coveredTwice(code.rawValue)))
            return nil
        }
        return code
    }

    private func uncoveredEntry(
        _ reader: JSONReader, covered: inout Set<MunicipalityCode>
    ) -> (MunicipalityCode, CoordinationStatus)? {
        guard let object = reader.object(["municipality", "status"]),
            let code = object.required("municipality").flatMap({ municipality($0, covered: &covered) }),
            let status = object.required("status")?.code(CoordinationStatus.self)
        else { return nil }
        return (code, status)
    }

    private func substitute(_ reader: JSONReader) -> Coordinator.Substitute? {
        guard let object = reader.object(["name", "phone", "hours"]), let name = object.required("name")?.text(),
            let phone = object.required("phone")?.text()
        else { return nil }
        return Coordinator.Substitute(name: name, phone: phone, hours: object.text("hours"))
    }

    private func backup(_ reader: JSONReader) -> NationalBackup? {
        guard let object = reader.object(["organization", "name", "phone", "hours"]),
            let organization = reference(object.required("organization"), in: "care-coordinators.json"),
            let name = object.required("name")?.text(), let phone = object.required("phone")?.text()
        else { return nil }
        return NationalBackup(organization: organization, name: name, phone: phone, hours: object.text("hours"))
    }

    // MARK: Networks and figures

    private func network(_ reader: JSONReader) -> Network? {
        let names: Set<String> = [
            "id", "name", "kind", "province", "region", "chair", "rhythm", "members", "audience", "example", "sources",
        ]
        guard let object = reader.object(names) else { return nil }
        let members = object.elements("members") { reference($0, in: "networks.json") }
        guard let id = object.required("id")?.text(), let name = object.required("name")?.text(),
            let kind = object.required("kind")?.code(NetworkKind.self)
        else { return nil }
        return Network(
            id: id, name: name, kind: kind, province: object.code("province", ProvinceCode.self),
            region: object.text("region"), chair: reference(object["chair"], in: "networks.json"),
            rhythm: object.text("rhythm"), members: members, audience: object.text("audience"),
            isExample: object.boolean("example") ?? false, sources: object.elements("sources") { $0.source() })
    }

    private func figure(_ reader: JSONReader) -> ContextFigure? {
        let names: Set<String> = [
            "id", "series", "label", "value", "minimum", "maximum", "unit", "period", "kind", "province",
            "municipality", "caveat", "source",
        ]
        guard let object = reader.object(names) else { return nil }
        guard let id = object.required("id")?.text(), let series = object.required("series")?.text(),
            let label = object.required("label")?.text(), let value = object.required("value")?.number(),
            let unit = object.required("unit")?.text(), let period = object.required("period")?.text(),
            let kind = object.required("kind")?.code(FigureKind.self),
            let source = object.required("source")?.source()
        else { return nil }
        let bounds = [object["minimum"]?.number(), object["maximum"]?.number()].compactMap { $0 }
        let range = bounds.count == 2 && bounds[0] <= bounds[1] ? bounds[0]...bounds[1] : nil
        let area =
            object["municipality"]?.municipality(in: geography).map(Area.municipality)
            ?? object.code("province", ProvinceCode.self).map(Area.province)
        return ContextFigure(
            id: id, series: series, label: label, value: value, range: range, unit: unit, period: period, kind: kind,
            area: area, caveat: object.text("caveat"), source: source)
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
