import Domain
import Foundation

/// The smallest data directory in which every kind of thing stands once, without faults and warnings.
enum SmallRegistry {
    static let overijssel = "provinces/NL-OV.json"
    static let brabant = "provinces/NL-NB.json"
    /// An example organisation, its sheltered place, its help without a bed, its secret place and its OMP.
    static let house = "/organizations/0"
    static let sheltered = "/organizations/0/services/0"
    static let help = "/organizations/0/services/1"
    static let secret = "/organizations/0/services/2"
    static let omp = "/organizations/0/services/3"
    /// An organisation that is no example, and its place with a public address.
    static let real = "/organizations/1"
    static let visible = "/organizations/1/services/0"

    static let trees: [String: JSONTree] = {
        var trees: [String: JSONTree] = [:]
        for province in ProvinceCode.allCases {
            trees["provinces/\(province.rawValue).json"] = [
                "province": .string(province.rawValue), "organizations": [],
            ]
        }
        trees[overijssel] = parsed(SmallRegistryTexts.overijssel)
        trees[brabant] = parsed(SmallRegistryTexts.brabant)
        trees["provinces.json"] = envelope("provinces", ProvinceCode.allCases.map(province))
        trees["outline.json"] = envelope("provinces", ProvinceCode.allCases.map(shape))
        trees["regions.json"] = parsed(SmallRegistryTexts.regions)
        trees["municipalities.json"] = parsed(SmallRegistryTexts.municipalities)
        trees["code-lists.json"] = ["lists": .array(Vocabulary.lists.map(codeList))]
        trees["care-coordinators.json"] = parsed(SmallRegistryTexts.coordinators)
        trees["networks.json"] = parsed(SmallRegistryTexts.networks)
        trees["figures.json"] = parsed(SmallRegistryTexts.figures)
        trees["reference-profiles.json"] = parsed(SmallRegistryTexts.referenceProfiles)
        return trees
    }()

    private static let bytes = trees.mapValues { Array($0.text.utf8) }

    static func folder() throws -> DataFolder { try DataFolder(bytes) }

    /// The small registry with `changes` made in its files.
    static func folder(changing changes: [Change]) throws -> DataFolder {
        var files = bytes
        for (name, changes) in Dictionary(grouping: changes, by: \.file) {
            guard var tree = trees[name] else { continue }
            for change in changes { tree[change.pointer] = change.value }
            files[name] = Array(tree.text.utf8)
        }
        return try DataFolder(files)
    }

    /// One value set or, with `nil`, removed.
    struct Change: Sendable {
        let file: String
        let pointer: String
        let value: JSONTree?
    }

    private static func parsed(_ text: String) -> JSONTree {
        guard let tree = try? JSONTree(parsing: text) else { preconditionFailure("not JSON: \(text)") }
        return tree
    }

    private static func envelope(_ name: String, _ entries: [JSONTree]) -> JSONTree {
        .object([
            .init(name: "asOf", value: "2025-01-01"), .init(name: "source", value: ["title": "Bron"]),
            .init(name: name, value: .array(entries)),
        ])
    }

    private static func province(_ code: ProvinceCode) -> JSONTree {
        [
            "code": .string(code.rawValue), "cbsCode": "PV20", "name": "Naam", "capital": "Stad",
            "population": 500_000, "tileColumn": 1, "tileRow": 1,
        ]
    }

    /// A triangle.
    private static func shape(_ code: ProvinceCode) -> JSONTree {
        let points: [JSONTree] = [[5.5, 52], [6, 52.5], [5, 52.5], [5.5, 52]]
        return ["code": .string(code.rawValue), "polygons": [.array(points)]]
    }

    private static func codeList(_ list: Vocabulary.List) -> JSONTree {
        let text: JSONTree = ["nl": "a", "en": "a"]
        return [
            "name": .string(list.name), "label": text, "description": text,
            "codes": .array(list.codes.map { ["code": .string($0), "label": text, "definition": text] }),
        ]
    }
}
