import Domain
package import Foundation
import Hashing
import JSONText

/// Reads and checks the files of a data directory: all of them, all faults at once.
package struct RegistryLoader {
    private let directory: URL
    private let now: Date

    /// - Parameter now: The moment from which examples count their minutes and days back and forth.
    package init(directory: URL, now: Date) {
        (self.directory, self.now) = (directory, now)
    }

    /// - Throws: ``RegistryFaults`` with every fault in every file.
    package func load() throws(RegistryFaults) -> Registry {
        let provinceNames = ProvinceCode.allCases.map { "provinces/\($0.rawValue).json" }
        let names = Self.mapFiles + provinceNames + Self.otherFiles
        let files = RegistryFile.all(names, in: directory)
        var faults: [RegistryFault] = []
        func read<Value>(_ name: String, _ body: (JSONReader) -> Value?) -> Value? {
            guard let reading = files[name]?.read(body) else { return nil }
            faults += reading.faults
            return reading.value
        }

        let geographyReader = GeographyReader(regionsIn: files["regions.json"]?.root)
        let provinces = read("provinces.json", geographyReader.readProvinces) ?? []
        let municipalities = read("municipalities.json", geographyReader.readMunicipalities) ?? []
        let known = KnownMunicipalities(
            municipalities, isComplete: !faults.contains { $0.file == "municipalities.json" })
        let regions = read("regions.json") { GeographyReader.readRegions($0, among: known) } ?? []
        let outline = read("outline.json", OutlineReader.read) ?? Outline()
        let geography = Geography(
            provinces: provinces, municipalities: municipalities, regions: regions, outline: outline)
        var ids = IdentifierRegister()
        let provinceReadings = readProvinces(files, known).map { reading in
            var reading = reading
            reading.found += ids.duplicates(among: reading.value?.claims ?? [])
            return reading
        }
        faults += provinceReadings.flatMap(\.faults)
        let organizations = provinceReadings.flatMap { $0.value?.organizations ?? [] }
        let codeLists = read("code-lists.json", CodeListsReader.read) ?? CodeLists([])
        let others = OtherFilesReader(municipalities: known, organizations: ids.organizations)
        let coordination = read("care-coordinators.json", others.coordination)
        let networks = read("networks.json", others.networks) ?? []
        let figures = read("figures.json", others.figures) ?? []
        let referenceProfiles = read("reference-profiles.json", ReferenceProfilesReader.read) ?? []
        guard faults.isEmpty, let coordination else { throw RegistryFaults(faults: faults) }
        return Registry(
            geography: geography, organizations: organizations, coordination: coordination, networks: networks,
            figures: figures, referenceProfiles: referenceProfiles, codeLists: codeLists,
            version: version(of: names.compactMap { files[$0] }, organizations),
            warnings: ignoredFiles() + others.warnings)
    }

    /// The province files are most of the registry, and know nothing of each other.
    private func readProvinces(
        _ files: [String: RegistryFile], _ known: KnownMunicipalities
    ) -> [FileReading<ProvinceFile>] {
        let moment = now
        return SideBySide.map(ProvinceCode.allCases) { province in
            let reader = ProvinceFileReader(province: province, municipalities: known, now: moment)
            return files["provinces/\(province.rawValue).json"]?.read(reader.read)
        }.compactMap { $0 }
    }

    private static let mapFiles = ["provinces.json", "regions.json", "municipalities.json", "outline.json"]
    private static let otherFiles = [
        "code-lists.json", "care-coordinators.json", "networks.json", "figures.json", "reference-profiles.json",
    ]

    /// One hash over the names and hashes of all files, in a fixed order, and over what was read where bytes were left
    /// out: everybody sees what is made of it, so it must not depend on more than a search may.
    private func version(of files: [RegistryFile], _ organizations: [Organization]) -> String {
        let contents = files.map { "\($0.name) \($0.digest.hex)\n" }
        return SHA256.digest(of: Array((contents + HiddenAreas.lines(of: organizations)).joined().utf8)).hex
    }

    private func ignoredFiles() -> [RegistryWarning] {
        let expected = Set(ProvinceCode.allCases.map { "\($0.rawValue).json" })
        let found = (try? FileManager.default.contentsOfDirectory(atPath: directory.appending(path: "provinces").path))
        return (found ?? []).filter { !expected.contains($0) }.sorted().map { name in
            RegistryWarning(file: "provinces/\(name)", kind: .ignoredFile)
        }
    }
}
