import Domain
import Foundation
import JSONText

/// Reads the administrative map from its three files.
struct GeographyReader {
    /// The regions that municipalities may name; `nil` while that file has faults itself, which are told where
    /// it is read.
    private let regionNames: [RegionKind: Set<String>]?

    init(regionsIn root: JSONNode?) {
        let faults = InputFaults()
        let anywhere = KnownMunicipalities([], isComplete: false)
        let regions = root.flatMap { Self.readRegions(JSONReader($0, faults: faults), among: anywhere) }
        guard let regions, faults.all.isEmpty else {
            regionNames = nil
            return
        }
        regionNames = regions.reduce(into: [:]) { names, region in names[region.kind, default: []].insert(region.name) }
    }

    // MARK: Provinces

    private static let provincesFileNames: Set<String> = ["asOf", "source", "provinces"]
    private static let provinceNames: Set<String> = [
        "code", "cbsCode", "name", "capital", "population", "tileColumn", "tileRow",
    ]

    func readProvinces(_ reader: JSONReader) -> [Province]? {
        guard let object = reader.object(Self.provincesFileNames) else { return nil }
        Self.checkEnvelope(object)
        var roll = Roll()
        guard let provinces = object.required("provinces")?.elements({ province($0, roll: &roll) }) else { return nil }
        for missing in roll.missing(of: ProvinceCode.allCases.map(\.rawValue)) {
            object.fault(.rule(RegistryRule.missingListed(missing)), at: "provinces")
        }
        return provinces
    }

    private func province(_ reader: JSONReader, roll: inout Roll) -> Province? {
        let object = reader.object(Self.provinceNames)
        let written = object?.required("code")
        let isNew = roll.add(written?.node.string)
        guard let object else { return nil }
        let code = written?.code(ProvinceCode.self)
        if let code, !isNew { object.fault(.rule(RegistryRule.duplicateID(code.rawValue)), at: "code") }
        let (cbsCode, name) = (object.required("cbsCode")?.text(), object.required("name")?.text())
        let capital = object.required("capital")?.text()
        let population = object.required("population")?.integer(in: 0...100_000_000)
        let column = object.required("tileColumn")?.integer(in: 1...20)
        let row = object.required("tileRow")?.integer(in: 1...20)
        guard let code, let cbsCode, let name, let capital, let population, let column, let row else { return nil }
        return Province(
            code: code, cbsCode: cbsCode, name: name, capital: capital, population: population, tileColumn: column,
            tileRow: row)
    }

    // MARK: Regions

    private static let regionsFileNames: Set<String> = ["asOf", "source", "regions"]
    private static let regionEntryNames: Set<String> = ["kind", "name", "provinces", "seat"]

    static func readRegions(_ reader: JSONReader, among municipalities: KnownMunicipalities) -> [Region]? {
        guard let object = reader.object(regionsFileNames) else { return nil }
        checkEnvelope(object)
        var roll = Roll()
        return object.required("regions")?.elements { entry in
            guard let object = entry.object(regionEntryNames) else { return nil }
            let region = region(object, among: municipalities)
            if let region, !roll.add("\(region.kind.rawValue) \(region.name)") {
                object.fault(.rule(RegistryRule.duplicateID(region.name)), at: "name")
            }
            return region
        }
    }

    private static func region(_ object: JSONObjectReader, among municipalities: KnownMunicipalities) -> Region? {
        let kind = object.required("kind")?.code(RegionKind.self)
        let name = object.required("name")?.text()
        let provinces = object.required("provinces")?.elements { $0.code(ProvinceCode.self) }
        let seat = object["seat"]?.municipality(among: municipalities)
        guard let kind, let name, let provinces else { return nil }
        return Region(kind: kind, name: name, provinces: provinces, seat: seat)
    }

    // MARK: Municipalities

    private static let municipalitiesFileNames: Set<String> = ["asOf", "source", "municipalities"]
    private static let municipalityNames: Set<String> = [
        "code", "name", "province", "safetyRegion", "veiligThuisArea", "policeUnit", "centreMunicipality",
        "latitude", "longitude", "population",
    ]

    func readMunicipalities(_ reader: JSONReader) -> [Municipality]? {
        guard let object = reader.object(Self.municipalitiesFileNames) else { return nil }
        Self.checkEnvelope(object)
        var roll = Roll()
        return object.required("municipalities")?.elements { municipality($0, roll: &roll) }
    }

    private func municipality(_ reader: JSONReader, roll: inout Roll) -> Municipality? {
        guard let object = reader.object(Self.municipalityNames) else { return nil }
        let code = object.required("code")?.parsed(.municipality, MunicipalityCode.init(rawValue:))
        if let code, !roll.add(code.rawValue) {
            object.fault(.rule(RegistryRule.duplicateID(code.rawValue)), at: "code")
        }
        let name = object.required("name")?.text()
        let province = object.required("province")?.code(ProvinceCode.self)
        let safetyRegion = region(object.required("safetyRegion"), .safetyRegion)
        let veiligThuisArea = region(object["veiligThuisArea"], .veiligThuisArea)
        let policeUnit = region(object["policeUnit"], .policeUnit)
        let centre = region(object["centreMunicipality"], .centreMunicipality)
        let latitude = object.required("latitude")?.number(in: -90...90)
        let longitude = object.required("longitude")?.number(in: -180...180)
        let population = object.required("population")?.integer(in: 0...10_000_000)
        guard let code, let name, let province, let safetyRegion, let latitude, let longitude, let population else {
            return nil
        }
        return Municipality(
            code: code, name: name, province: province, safetyRegion: safetyRegion, veiligThuisArea: veiligThuisArea,
            policeUnit: policeUnit, centreMunicipality: centre, latitude: latitude, longitude: longitude,
            population: population)
    }

    private func region(_ reader: JSONReader?, _ kind: RegionKind) -> String? {
        guard let reader, let name = reader.text() else { return nil }
        if let known = regionNames?[kind, default: []], !known.contains(name) {
            reader.fault(.unknownCode(name, allowed: known.sorted()))
        }
        return name
    }

    static func checkEnvelope(_ object: JSONObjectReader) {
        _ = object.required("asOf")?.date()
        _ = object.required("source")?.source()
    }
}
