import Domain
import Foundation
import Registry
import TestTools

/// Two data directories made of random services, which differ only in where inside its province a secret place is:
/// as far as a file may say that at all, by the areas it is unsafe for.
struct TwinFiles {
    let one: TemporaryDirectory
    let other: TemporaryDirectory
    /// The municipalities that one of the two names and the other does not, or may not.
    let telling: [MunicipalityCode]
    let secret: [String]
    let services: [String]

    private typealias Fields = [String: Any]

    init(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let map = try Shipped.registry.geography
        (one, other) = (TemporaryDirectory(), TemporaryDirectory())
        var (here, there) = ([ProvinceCode: [Fields]](), [ProvinceCode: [Fields]]())
        var (telling, secret, services) = ([MunicipalityCode](), [String](), [String]())
        for number in 0..<24 {
            var service = try Self.model(number, using: &random)
            let province = ProvinceCode.allCases.randomElement(using: &random) ?? .fryslan
            let towns = map.municipalities.filter { $0.province == province }.map(\.code)
            service["province"] = province.rawValue
            service["municipality"] = nil
            service["serviceArea"] = Bool.random(using: &random) ? [province.rawValue] : nil
            services.append("plek-\(number)")
            guard number.isMultiple(of: 2) else {
                service["unsafeForAreas"] = towns.shuffled(using: &random).prefix(1).map(\.rawValue)
                here[province, default: []].append(service)
                there[province, default: []].append(service)
                continue
            }
            secret.append("plek-\(number)")
            service["securityLevel"] = SecurityLevel.secret.rawValue
            let (mine, theirs) = Self.areas(in: province, on: map, using: &random)
            service["unsafeForAreas"] = mine.map(\.code)
            here[province, default: []].append(service)
            service["unsafeForAreas"] = theirs.map(\.code)
            there[province, default: []].append(service)
            for case .municipality(let town) in mine + theirs { telling.append(town) }
        }
        (self.telling, self.secret, self.services) = (telling, secret, services)
        try Self.write(here, to: one)
        try Self.write(there, to: other)
    }

    /// Two lists that name the same provinces, by other towns, by more of them or as a whole.
    private static func areas(
        in province: ProvinceCode, on map: Geography, using random: inout SeededGenerator
    ) -> ([Area], [Area]) {
        let beside = ProvinceCode.allCases.filter { $0 != province }.randomElement(using: &random)
        let provinces = [province] + (Bool.random(using: &random) ? [beside].compactMap { $0 } : [])
        func drawn() -> [Area] {
            var areas: [Area] = []
            for province in provinces {
                let towns = map.municipalities.filter { $0.province == province }.shuffled(using: &random)
                let named = towns.prefix(Int.random(in: 0...3, using: &random)).map { Area.municipality($0.code) }
                areas += named.isEmpty ? [.province(province)] : named
            }
            return areas.shuffled(using: &random)
        }
        return (drawn(), drawn())
    }

    // MARK: Files

    /// A shelter service of the shipped data under a name of its own, without what would name a place.
    private static func model(_ number: Int, using random: inout SeededGenerator) throws -> Fields {
        let data = try models.get().randomElement(using: &random) ?? Data()
        var service = try JSONSerialization.jsonObject(with: data) as? Fields ?? [:]
        service["id"] = "plek-\(number)"
        service["name"] = "Plek \(number)"
        service["description"] = nil
        service["reach"] = ["national", "national", "regional", "local"].randomElement(using: &random)
        let total = Int.random(in: 1...9, using: &random)
        service["capacity"] = [
            "unit": "bed", "total": total, "free": Int.random(in: 0...total, using: &random),
            "confirmedAt": "2026-11-20T0\(Int.random(in: 0...7, using: &random)):00:00Z",
        ]
        return service
    }

    private static let models = Result {
        try ProvinceCode.allCases.flatMap { province -> [Data] in
            let url = Shipped.folder.appending(path: "provinces/\(province.rawValue).json")
            let file = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? Fields
            let organizations = file?["organizations"] as? [Fields] ?? []
            let services = organizations.flatMap { $0["services"] as? [Fields] ?? [] }
            return try services.filter { $0["shelterKind"] != nil }.map {
                try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys)
            }
        }
    }

    private static func write(_ services: [ProvinceCode: [Fields]], to directory: TemporaryDirectory) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: Shipped.folder.path) where name.contains(".") {
            let text = try String(contentsOf: Shipped.folder.appending(path: name), encoding: .utf8)
            try directory.write(text, to: name)
        }
        try FileManager.default.createDirectory(
            atPath: directory.path(of: "provinces"), withIntermediateDirectories: true)
        for (number, province) in ProvinceCode.allCases.enumerated() {
            let organization: Fields = [
                "id": "huis-\(number)", "name": "Huis \(number)", "kind": "shelter_provider",
                "services": services[province] ?? [],
            ]
            let file: Fields = ["province": province.rawValue, "organizations": [organization]]
            let data = try JSONSerialization.data(withJSONObject: file, options: .sortedKeys)
            try directory.write(String(decoding: data, as: UTF8.self), to: "provinces/\(province.rawValue).json")
        }
    }
}
