import JSONText
import Registry
import Testing

private let overijssel = SmallRegistry.overijssel
private let brabant = SmallRegistry.brabant

/// All faults at once, in the order of files and places (contract section 1).
@Suite("Several faults")
struct SeveralFaultsTests {
    @Test func areAllToldInTheOrderOfTheirPlaces() throws {
        let folder = try SmallRegistry.folder(changing: [
            .init(file: overijssel, pointer: "\(SmallRegistry.visible)/capacity/total", value: -1),
            .init(file: overijssel, pointer: "\(SmallRegistry.house)/kind", value: "huis"),
            .init(file: overijssel, pointer: "\(SmallRegistry.sheltered)/reach", value: "overal"),
            .init(file: overijssel, pointer: "\(SmallRegistry.sheltered)/admission/pets", value: 1),
            .init(file: overijssel, pointer: "\(SmallRegistry.secret)/municipality", value: "GM0193"),
            .init(file: overijssel, pointer: "\(SmallRegistry.help)/onbekend", value: true),
        ])

        #expect(
            folder.faults == [
                "\(overijssel)#\(SmallRegistry.house)/kind unknown_code",
                "\(overijssel)#\(SmallRegistry.sheltered)/reach unknown_code",
                "\(overijssel)#\(SmallRegistry.sheltered)/admission/pets wrong_type",
                "\(overijssel)#\(SmallRegistry.help)/onbekend unknown_name",
                "\(overijssel)#\(SmallRegistry.secret)/municipality secret_with_municipality",
                "\(overijssel)#\(SmallRegistry.visible)/capacity/total out_of_range",
            ])
    }

    @Test func ofEveryFileAreTold() throws {
        let folder = try SmallRegistry.folder()
        for name in SmallRegistry.trees.keys { try folder.write(Array("[]".utf8), to: name) }

        #expect(folder.faults.sorted() == SmallRegistry.trees.keys.map { "\($0)# wrong_type" }.sorted())
    }

    @Test func ofSyntaxAndOfMeaningStandTogether() throws {
        let folder = try SmallRegistry.folder(changing: [
            .init(file: overijssel, pointer: "\(SmallRegistry.house)/kind", value: "huis"),
            .init(file: "figures.json", pointer: "/figures/0/kind", value: "gok"),
        ])
        try folder.write(Array("{".utf8), to: brabant)

        #expect(
            folder.faults.sorted() == [
                "figures.json#/figures/0/kind unknown_code", "\(brabant):1:2 unexpected_end",
                "\(overijssel)#\(SmallRegistry.house)/kind unknown_code",
            ])
    }

    /// Two values at fault in one object are two faults, whatever is read first.
    @Test(arguments: [
        ("municipalities.json", "/municipalities/1", "name", "population"),
        ("municipalities.json", "/municipalities/0", "policeUnit", "latitude"),
        ("provinces.json", "/provinces/0", "name", "population"), ("regions.json", "/regions/0", "name", "seat"),
        ("regions.json", "/regions/0", "kind", "provinces"),
        ("care-coordinators.json", "/coordinators/0", "name", "phone"),
        ("care-coordinators.json", "/coordinators/0", "id", "hoursPerWeek"),
        ("care-coordinators.json", "/coordinators/0", "status", "substitute"),
        ("care-coordinators.json", "/coordinators/0/substitute", "name", "hours"),
        ("care-coordinators.json", "/uncovered/0", "municipality", "status"),
        ("care-coordinators.json", "/backup", "name", "phone"), ("networks.json", "/networks/0", "name", "kind"),
        ("networks.json", "/networks/0", "id", "rhythm"), ("figures.json", "/figures/0", "label", "value"),
        ("figures.json", "/figures/0", "kind", "caveat"), ("figures.json", "/figures/0", "period", "minimum"),
        ("figures.json", "/figures/0/source", "title", "date"),
        ("reference-profiles.json", "/profiles/0", "id", "label"),
        ("reference-profiles.json", "/profiles/0/profile", "age", "housing"),
        ("code-lists.json", "/lists/0", "label", "codes"),
        ("code-lists.json", "/lists/0/label", "nl", "en"),
        ("code-lists.json", "/lists/0/codes/0", "label", "definition"),
        (overijssel, SmallRegistry.house, "name", "email"), (overijssel, SmallRegistry.house, "id", "services"),
        (overijssel, "\(SmallRegistry.house)/phones/0", "number", "purpose"),
        (overijssel, "\(SmallRegistry.house)/sources/0", "title", "url"),
        (overijssel, SmallRegistry.sheltered, "id", "fundingEndsOn"),
        (overijssel, SmallRegistry.sheltered, "name", "capacity"),
        (overijssel, "\(SmallRegistry.sheltered)/contraIndications/0", "code", "hardness"),
        (overijssel, "\(SmallRegistry.sheltered)/contraIndications/0", "code", "condition"),
        (overijssel, "\(SmallRegistry.sheltered)/waiting", "days", "statedOn"),
        (overijssel, "\(SmallRegistry.sheltered)/capacity", "total", "confirmedAt"),
        (overijssel, "\(SmallRegistry.sheltered)/admission", "minimumAge", "pets"),
    ])
    func inOneObjectAreBothTold(file: String, object: String, one: String, other: String) throws {
        let changes = [one, other].map {
            SmallRegistry.Change(file: file, pointer: "\(object)/\($0)", value: true)
        }
        let faults = try SmallRegistry.folder(changing: changes).faults

        for name in [one, other] {
            #expect(faults.contains("\(file)#\(object)/\(name) wrong_type"), "\(faults)")
        }
    }

    @Test func everyFaultKnowsItsOffset() throws {
        let folder = try SmallRegistry.folder(changing: [
            .init(file: overijssel, pointer: "\(SmallRegistry.house)/kind", value: "huis"),
            .init(file: overijssel, pointer: "\(SmallRegistry.visible)/capacity/total", value: -1),
        ])

        let faults = try #require(throws: RegistryFaults.self) { try folder.load() }

        let offsets = faults.faults.compactMap { fault -> Int? in
            if case .input(let input) = fault.kind { input.offset } else { nil }
        }
        #expect(offsets.count == 2)
        #expect(offsets == offsets.sorted())
        #expect(offsets.allSatisfy { $0 > 0 })
    }
}
