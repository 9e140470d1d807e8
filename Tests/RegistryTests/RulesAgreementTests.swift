import Domain
import Foundation
import JSONText
import Testing

@testable import Registry

/// What is saved could stand in a file: whatever `check` says of rules in a file, the reader of saved rules says too.
@Suite("Saved rules and files keep to the same")
struct RulesAgreementTests {
    private static let members = [
        "admission", "aftercare", "contraIndications", "interpreter", "languages", "securityLevel", "stay",
    ]

    /// A member of the rules, and what stands there.
    private static let changes: [(pointer: String, value: JSONTree)] = [
        ("/aftercare", "misschien"), ("/aftercare", "yes"), ("/interpreter", "ja"), ("/interpreter", true),
        ("/languages", ["nl", "Nederlands"]), ("/languages", "nl"), ("/languages", ["nl", "ti"]),
        ("/stay", ["usualDays": -1]), ("/stay", ["maximumDays": 36_501]), ("/stay", ["weeks": 2]),
        ("/stay", ["minimumDays": 9, "maximumDays": 3, "extensible": true]), ("/admission/minimumAge", 121),
        ("/admission/minimumAge", .null), ("/admission/pets", "hond"), ("/admission/genders", ["female", "vrouw"]),
        ("/admission/residence", ["dutch": "yes", "undocumented": "misschien"]),
        ("/admission/residenceReasons", ["undocumented": "geld"]), ("/admission/onlyFor", ["newborn", "baby"]),
        ("/admission/accessDecision", "comensha"), ("/admission/street", "Dorpsstraat"),
        ("/contraIndications", [["code": "newborn", "hardness": "absolute"]]),
        ("/contraIndications", [["code": "newborn", "hardness": "absolute", "condition": "Kan soms."]]),
        (
            "/contraIndications",
            [["code": "newborn", "hardness": "conditional", "condition": "Kom naar 1234 AB Dorp."]]
        ),
        ("/contraIndications", [["code": "newborn", "hardness": "none"], ["code": "newborn", "hardness": "none"]]),
        ("/contraIndications", [["code": "newborn"]]), ("/contraIndications", [["hardness": "absolute"]]),
        ("/contraIndications", [["code": "newborn", "hardness": "none", "since": "gisteren"]]),
        ("/contraIndications", [["code": "newborn", "hardness": "conditional", "condition": "  "]]),
        ("/contraIndications", [["code": "newborn", "hardness": "none", "editedBy": "teamleider, 52.512, 6.093"]]),
    ]

    @Test(arguments: [
        SmallRegistry.sheltered, SmallRegistry.help, SmallRegistry.secret, SmallRegistry.omp, SmallRegistry.visible,
    ])
    func everyFaultIsTheSame(place: String) throws {
        let file = SmallRegistry.overijssel
        let registry = try SmallRegistry.folder().load()
        let tree = try #require(SmallRegistry.trees[file])
        let id = try #require(tree[place + "/id"]?.string.flatMap(ServiceID.init(rawValue:)))
        let service = try #require(registry.service(id))
        let organization = try #require(registry.organization(of: service))
        for (pointer, value) in Self.changes {
            let change = SmallRegistry.Change(file: file, pointer: place + pointer, value: value)
            var changed = tree
            changed[change.pointer] = value
            let rules = Self.members.compactMap { name in
                changed["\(place)/\(name)"].map { JSONTree.Member(name: name, value: $0) }
            }
            let found = InputFaults()
            let node = try JSONParser.parse(Array(JSONTree.object(rules).text.utf8))

            _ = RulesReader(for: service, of: organization, on: registry.geography)
                .read(JSONReader(node, faults: found))

            let inFile = try SmallRegistry.folder(changing: [change]).faults.map { line in
                String(line.dropFirst("\(file)#\(place)".count))
            }
            #expect(
                Set(found.all.map { "\($0.pointer) \($0.kind.code)" }) == Set(inFile),
                "\(place)\(pointer) \(value.text)")
        }
    }
}

extension JSONTree {
    fileprivate var string: String? {
        if case .string(let text) = self { text } else { nil }
    }
}
