import Domain
import Foundation
import JSONText

/// Reads the administrative map from its three files.
struct GeographyReader {
    /// The names that municipalities may refer to. Faults in the regions are told where that file is read.
    private let regionNames: [RegionKind: Set<String>]

    init(regionsIn root: JSONNode?) {
        let entries = root.flatMap { root in
            JSONReader(root, faults: InputFaults()).openObject()?.elements("regions") { reader in
                reader.openObject().flatMap { object in
                    object.code("kind", RegionKind.self).flatMap { kind in object.text("name").map { (kind, $0) } }
                }
            }
        }
        regionNames = (entries ?? []).reduce(into: [:]) { names, entry in
            names[entry.0, default: []].insert(entry.1)
        }
    }

    private static let envelope: Set<String> = ["asOf", "source"]

    func readProvinces(_ reader: JSONReader) -> [Province]? {
        guard let object = reader.object(Self.envelope.union(["provinces"])) else { return nil }
        checkEnvelope(object)
        let provinces = object.required("provinces")?.elements(province) ?? []
        let found = Set(provinces.map(\.code))
        for missing in ProvinceCode.allCases where !found.contains(missing) {
            object.fault(.rule(RegistryRule.missingListed(missing.rawValue)), at: "provinces")
        }
        return provinces
    }

    private func province(_ reader: JSONReader) -> Province? {
        let names: Set<String> = ["code", "cbsCode", "name", "capital", "population", "tileColumn", "tileRow"]
        guard let object = reader.object(names) else { return nil }
        guard let code = object.required("code")?.code(ProvinceCode.self),
            let cbsCode = object.required("cbsCode")?.text(), let name = object.required("name")?.text(),
            let capital = object.required("capital")?.text(),
            let population = object.required("population")?.integer(in: 0...100_000_000),
            let column = object.required("tileColumn")?.integer(in: 1...20),
            let row = object.required("tileRow")?.integer(in: 1...20)
        else { return nil }
        return Province(
            code: code, cbsCode: cbsCode, name: name, capital: capital, population: population, tileColumn: column,
            tileRow: row)
    }

    func readRegions(_ reader: JSONReader, among municipalities: [Municipality]) -> [Region]? {
        guard let object = reader.object(Self.envelope.union(["regions"])) else { return nil }
        checkEnvelope(object)
        let known = Set(municipalities.map(\.code))
        return object.required("regions")?.elements { region($0, known: known) }
    }

    private func region(_ reader: JSONReader, known: Set<MunicipalityCode>) -> Region? {
        guard let object = reader.object(["kind", "name", "provinces", "seat"]) else { return nil }
        guard let kind = object.required("kind")?.code(RegionKind.self), let name = object.required("name")?.text(),
            let provinces = object.required("provinces")?.elements({ $0.code(ProvinceCode.self) })
        else { return nil }
        let seat = object["seat"]?.parsed(.municipality, MunicipalityCode.init(rawValue:))
        if let seat, !known.contains(seat) {
            object.fault(.rule(RegistryRule.unknownMunicipality(seat.rawValue)), at: "seat")
        }
        return Region(kind: kind, name: name, provinces: provinces, seat: seat)
    }

    func readMunicipalities(_ reader: JSONReader) -> [Municipality]? {
        guard let object = reader.object(Self.envelope.union(["municipalities"])) else { return nil }
        checkEnvelope(object)
        var codes: Set<MunicipalityCode> = []
        return object.required("municipalities")?.elements { entry in
            guard let municipality = municipality(entry) else { return nil }
            guard codes.insert(municipality.code).inserted else {
                entry.fault(.rule(RegistryRule.duplicateID(municipality.code.rawValue)))
                return nil
            }
            return municipality
        }
    }

    private static let municipalityNames: Set<String> = [
        "code", "name", "province", "safetyRegion", "veiligThuisArea", "policeUnit", "centreMunicipality",
        "latitude", "longitude", "population",
    ]

    private func municipality(_ reader: JSONReader) -> Municipality? {
        guard let object = reader.object(Self.municipalityNames) else { return nil }
        func region(_ name: String, _ kind: RegionKind) -> String? {
            guard let text = object.text(name) else { return nil }
            if let known = regionNames[kind], !known.contains(text) {
                object.fault(.unknownCode(text, allowed: known.sorted()), at: name)
            }
            return text
        }
        guard let code = object.required("code")?.parsed(.municipality, MunicipalityCode.init(rawValue:)),
            let name = object.required("name")?.text(),
            let province = object.required("province")?.code(ProvinceCode.self),
            object.required("safetyRegion") != nil, let safetyRegion = region("safetyRegion", .safetyRegion),
            let latitude = object.required("latitude")?.number(),
            let longitude = object.required("longitude")?.number(),
            let population = object.required("population")?.integer(in: 0...10_000_000)
        else { return nil }
        return Municipality(
            code: code, name: name, province: province, safetyRegion: safetyRegion,
            veiligThuisArea: region("veiligThuisArea", .veiligThuisArea), policeUnit: region("policeUnit", .policeUnit),
            centreMunicipality: region("centreMunicipality", .centreMunicipality), latitude: latitude,
            longitude: longitude, population: population)
    }

    private func checkEnvelope(_ object: JSONObjectReader) {
        _ = object.required("asOf")?.date()
        _ = object.required("source")?.source()
    }
}
