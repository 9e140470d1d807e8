import Domain
import Registry
import Testing

@Suite("Areas a secret place is unsafe for, rule R10")
struct HiddenAreasTests {
    private static let pointer = "\(SmallRegistry.secret)/unsafeForAreas"

    private func load(_ areas: JSONTree, at pointer: String = pointer) throws -> Registry {
        let change = SmallRegistry.Change(file: SmallRegistry.overijssel, pointer: pointer, value: areas)
        return try SmallRegistry.folder(changing: [change]).load()
    }

    private func areas(_ registry: Registry) -> [Area]? {
        registry.service(.make("voorbeeld-de-linde-veilig"))?.site.unsafeForAreas
    }

    @Test(
        arguments: [
            [], ["GM0193"], ["GM0150"], ["NL-OV"], ["GM0193", "GM0150"], ["NL-OV", "GM0193", "GM0193"],
            ["GM0193", "GM0772"], ["NL-NB", "GM0150"], ["GM0772", "NL-OV", "NL-NB"], ["NL-FR"],
        ] as [[String]])
    func areReadAsProvinces(_ codes: [String]) throws {
        let registry = try load(.array(codes.map(JSONTree.string)))
        let provinces = ["GM0193": "NL-OV", "GM0150": "NL-OV", "GM0772": "NL-NB"]
        let expected = Set(codes.map { provinces[$0] ?? $0 })

        let found = try #require(areas(registry))
        #expect(Set(found.map(\.code)) == expected)
        #expect(found.count == expected.count)
    }

    @Test(
        arguments: [
            (["GM0193"], ["GM0150"]), (["GM0193"], ["NL-OV"]), (["GM0193", "GM0150"], ["GM0150"]),
            (["NL-NB", "GM0193"], ["GM0150", "GM0772", "GM0193"]),
        ] as [([String], [String])])
    func theVersionTellsNoMore(_ one: [String], _ other: [String]) throws {
        let versions = try [one, other].map { try load(.array($0.map(JSONTree.string))).version }

        #expect(versions[0] == versions[1])
    }

    @Test func theVersionTellsTheProvinces() throws {
        let versions = try [["GM0193"], ["GM0772"], ["GM0193", "GM0772"], []].map { codes in
            try load(.array(codes.map(JSONTree.string))).version
        }

        #expect(Set(versions).count == versions.count)
    }

    @Test func neitherDoesTheTextOfTheList() throws {
        let folder = try SmallRegistry.folder()
        let text = try #require(SmallRegistry.trees[SmallRegistry.overijssel]).text
        let versions = try [#"["GM0193"]"#, "[\n  \"GM0150\" ,\t\"GM0193\"]", #"["NL\u002dOV"]"#].map { list in
            let changed = text.replacing(#""unsafeForAreas":["GM0193"]"#, with: "\"unsafeForAreas\": \(list)")
            try #require(changed != text)
            try folder.write(Array(changed.utf8), to: SmallRegistry.overijssel)
            return try folder.load().version
        }

        #expect(Set(versions).count == 1)
    }

    /// Those who place people see a sheltered place's own municipality, and what they are told may hang on it.
    @Test func ofOtherPlacesNothingIsLeftOut() throws {
        let pointer = "\(SmallRegistry.sheltered)/unsafeForAreas"
        let (one, other) = (try load(["GM0150"], at: pointer), try load(["GM0193"], at: pointer))

        #expect(one.version != other.version)
        #expect(
            one.service(.make("voorbeeld-de-linde-kamers"))?.site.unsafeForAreas == [.municipality(.make("GM0150"))])
    }

    @Test func severalPlacesInOneFile() throws {
        let folder = try SmallRegistry.folder()
        var tree = try #require(SmallRegistry.trees[SmallRegistry.overijssel])
        let secret = try #require(tree[SmallRegistry.secret])
        func text(_ one: JSONTree, _ other: JSONTree) -> String {
            var (here, there) = (secret, secret)
            here["/unsafeForAreas"] = one
            there["/unsafeForAreas"] = other
            there["/id"] = "voorbeeld-de-linde-stil"
            tree[SmallRegistry.secret] = here
            tree["\(SmallRegistry.house)/services/4"] = there
            return tree.text
        }
        let first = try version(["GM0193"], ["GM0772"], folder, text)
        #expect(try version(["GM0150"], ["NL-NB"], folder, text) == first)
        #expect(try version(["GM0772"], ["GM0193"], folder, text) != first)
    }

    private func version(
        _ one: JSONTree, _ other: JSONTree, _ folder: DataFolder, _ text: (JSONTree, JSONTree) -> String
    ) throws -> String {
        try folder.write(Array(text(one, other).utf8), to: SmallRegistry.overijssel)
        return try folder.load().version
    }
}
