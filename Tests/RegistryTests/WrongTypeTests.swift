import Testing

/// A value of another type is a fault at that value, wherever it stands, and no fault anywhere else (contract
/// section 1: every problem, with its place).
@Suite("Wrong types")
struct WrongTypeTests {
    private static let files = [
        "regions.json", "municipalities.json", "care-coordinators.json", "networks.json", "figures.json",
        "reference-profiles.json", SmallRegistry.overijssel, SmallRegistry.brabant,
    ]

    private static func isScalar(_ value: JSONTree) -> Bool {
        switch value {
        case .array, .object: false
        default: true
        }
    }

    /// Every text, number and boolean of a file made a list, all at once.
    @Test(arguments: files)
    func everythingElse(file: String) throws {
        let places = try #require(SmallRegistry.trees[file]).places.filter {
            Self.isScalar($0.value) && $0.value != .null
        }
        let changes = places.map { SmallRegistry.Change(file: file, pointer: $0.pointer, value: []) }

        let faults = try SmallRegistry.folder(changing: changes).faults

        let expected = Set(places.map { "\(file)#\($0.pointer) wrong_type" })
        #expect(Set(faults).subtracting(expected).sorted() == [], "told and not so")
        #expect(expected.subtracting(faults).sorted() == [], "so and not told")
    }

    private static let containers: [(file: String, pointer: String)] = files.flatMap { file in
        (SmallRegistry.trees[file]?.places ?? []).filter { !isScalar($0.value) }.map { (file, $0.pointer) }
    }

    /// Every list and object made a boolean, one by one.
    @Test(arguments: containers.map { ($0.file, $0.pointer) })
    func listsAndObjects(file: String, pointer: String) throws {
        let change = SmallRegistry.Change(file: file, pointer: pointer, value: true)

        #expect(try SmallRegistry.folder(changing: [change]).faults == ["\(file)#\(pointer) wrong_type"])
    }
}
