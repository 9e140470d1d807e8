import Testing

/// Unknown keys are errors that name the key and its place, at every level (contract section 2).
@Suite("Unknown names")
struct UnknownNameTests {
    /// Objects whose names are codes.
    private static let maps: Set<String> = [
        SmallRegistry.sheltered + "/admission/residence", SmallRegistry.sheltered + "/admission/residenceReasons",
    ]

    /// Every object in every file; of lists that repeat themselves the first.
    private static let objects: [(file: String, pointer: String)] = SmallRegistry.trees.sorted { $0.key < $1.key }
        .flatMap { file, tree in
            tree.places.compactMap { place -> (file: String, pointer: String)? in
                guard case .object = place.value, !maps.contains(place.pointer) else { return nil }
                let repeats = ["code-lists.json", "provinces.json", "outline.json"].contains(file)
                let isFirst = !place.pointer.split(separator: "/").contains { Int($0).map { $0 > 0 } ?? false }
                return repeats && !isFirst ? nil : (file, place.pointer)
            }
        }

    /// All at once: each is told, and nothing else.
    @Test func areFaultsAtTheirPlace() throws {
        let changes = Self.objects.map { file, pointer in
            SmallRegistry.Change(file: file, pointer: pointer + "/onbekend", value: 1)
        }
        let faults = try SmallRegistry.folder(changing: changes).faults

        let expected = Self.objects.map { file, pointer in "\(file)#\(pointer)/onbekend unknown_name" }
        #expect(faults.sorted() == expected.sorted())
        #expect(faults.count > 60)
    }

    @Test(arguments: maps.sorted())
    func areUnknownCodesWhereNamesAreCodes(pointer: String) throws {
        try FaultExample.set("", pointer + "/onbekend", "yes", gives: "unknown_code").check()
    }

    @Test func namesAreWrittenAsTheyAre() throws {
        let file = SmallRegistry.overijssel
        let change = SmallRegistry.Change(file: file, pointer: "/Organizations", value: [])

        #expect(try SmallRegistry.folder(changing: [change]).faults == ["\(file)#/Organizations unknown_name"])
    }
}
