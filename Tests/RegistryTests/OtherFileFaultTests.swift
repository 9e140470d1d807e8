import Domain
import Registry
import Testing

private let coordinators = "care-coordinators.json"
private let networks = "networks.json"
private let figures = "figures.json"
private let codeLists = "code-lists.json"
private let references = "reference-profiles.json"

/// Faults in co-ordinators, networks, figures and code lists.
@Suite("Faults in the other files")
struct OtherFileFaultTests {
    @Test(arguments: [
        (coordinators, "/backup"), (coordinators, "/backup/organization"), (coordinators, "/backup/name"),
        (coordinators, "/backup/phone"), (coordinators, "/coordinators/0/id"),
        (coordinators, "/coordinators/0/organization"), (coordinators, "/coordinators/0/name"),
        (coordinators, "/coordinators/0/region"), (coordinators, "/coordinators/0/status"),
        (coordinators, "/coordinators/0/phone"), (coordinators, "/coordinators/0/substitute/name"),
        (coordinators, "/coordinators/0/substitute/phone"), (coordinators, "/uncovered/0/municipality"),
        (coordinators, "/uncovered/0/status"), (networks, "/networks"), (networks, "/networks/0/id"),
        (networks, "/networks/0/name"), (networks, "/networks/0/kind"), (figures, "/figures"),
        (figures, "/figures/0/id"), (figures, "/figures/0/series"), (figures, "/figures/0/label"),
        (figures, "/figures/0/value"), (figures, "/figures/0/unit"), (figures, "/figures/0/period"),
        (figures, "/figures/0/kind"), (figures, "/figures/0/source"), (figures, "/figures/0/source/title"),
        (references, "/profiles"), (references, "/profiles/0/id"), (references, "/profiles/0/label"),
        (references, "/profiles/1/label/en"), (references, "/profiles/1/profile"),
        (references, "/profiles/1/profile/age"), (references, "/profiles/1/profile/gender"),
        (references, "/profiles/1/profile/threat"), (references, "/profiles/1/profile/urgency"),
        (codeLists, "/lists"), (codeLists, "/lists/0/label"), (codeLists, "/lists/0/label/nl"),
        (codeLists, "/lists/0/label/en"), (codeLists, "/lists/0/codes/0/label"),
        (codeLists, "/lists/0/codes/0/definition"), (codeLists, "/lists/0/codes/0/definition/en"),
    ])
    func requiredNames(file: String, pointer: String) throws {
        let faults = try SmallRegistry.folder(changing: [.init(file: file, pointer: pointer, value: nil)]).faults

        #expect(faults == ["\(file)#\(pointer) missing"])
    }

    @Test(arguments: [
        FaultExample.set(
            "covered and uncovered", in: coordinators, "/uncovered/0/municipality", "GM0193",
            gives: "covered_twice"),
        .set("covered twice", in: coordinators, "/coordinators/0/municipalities/1", "GM0193", gives: "covered_twice"),
        .set(
            "municipality that is not on the map", in: coordinators, "/coordinators/0/municipalities/0", "GM9999",
            gives: "unknown_municipality"),
        .set(
            "more hours than a week has", in: coordinators, "/coordinators/0/hoursPerWeek", 169, gives: "out_of_range"),
        .set("reference that is no id", in: networks, "/networks/0/members/0", "De Linde", gives: "malformed"),
        .set(
            "source without title", in: networks, "/networks/0/sources/0", [:], gives: "missing",
            at: "/networks/0/sources/0/title"),
        .set("value as text", in: figures, "/figures/0/value", "100", gives: "wrong_type"),
        .set("source as text", in: figures, "/figures/0/source", "Bron", gives: "wrong_type"),
        .set(
            "figure of a municipality that is not there", in: figures, "/figures/0/municipality", "GM9999",
            gives: "unknown_municipality"),
        .set(
            "list with a code too many", in: codeLists, "/lists/0/codes/4",
            ["code": "x", "label": ["nl": "a", "en": "a"], "definition": ["nl": "a", "en": "a"]],
            gives: "unknown_code", at: "/lists/0/codes"),
        .set("the same id twice", in: references, "/profiles/1/id", "moeder", gives: "duplicate_id"),
        .set("id of words", in: references, "/profiles/1/id", "Een man", gives: "malformed"),
        .set("too few persons", in: references, "/profiles/0/profile/persons", 1, gives: "too_few_persons"),
        .set(
            "a municipality", in: references, "/profiles/1/profile/currentMunicipality", "GM0193",
            gives: "names_a_place"),
        .set("a province", in: references, "/profiles/1/profile/currentProvince", "NL-OV", gives: "names_a_place"),
        .set(
            "found somewhere", in: references, "/profiles/1/profile/foundMunicipality", "GM0193", gives: "names_a_place"
        ),
        .set(
            "registered somewhere", in: references, "/profiles/1/profile/registeredMunicipality", "GM0193",
            gives: "names_a_place"),
        .set(
            "danger somewhere", in: references, "/profiles/1/profile/dangerAreas", ["NL-OV"], gives: "names_a_place",
            at: "/profiles/1/profile/dangerAreas/0"),
        .set("wish for a province", in: references, "/profiles/0/profile/prefers/0", "NL-OV", gives: "names_a_place"),
        .set(
            "wish for a place", in: references, "/profiles/0/profile/prefers/0", "de-eik-kamers", gives: "names_a_place"
        ),
        .set("label of spaces", in: codeLists, "/lists/0/label/nl", " ", gives: "malformed"),
    ])
    func oneFault(_ example: FaultExample) throws { try example.check() }

    @Test func everyListMustBeThere() throws {
        let count = Vocabulary.lists.count
        let folder = try SmallRegistry.folder(changing: [.init(file: codeLists, pointer: "/lists", value: [])])

        #expect(folder.faults == Array(repeating: "\(codeLists)#/lists missing_listed", count: count))
    }

    /// The first code of every list left out.
    @Test func everyCodeMustBeThere() throws {
        let pointers = Vocabulary.lists.indices.map { "/lists/\($0)/codes" }
        let changes = pointers.map { SmallRegistry.Change(file: codeLists, pointer: $0 + "/0", value: nil) }

        let faults = try SmallRegistry.folder(changing: changes).faults
        #expect(faults == pointers.map { "\(codeLists)#\($0) missing_listed" })
    }

    @Test(arguments: [
        (codeLists, "/lists/0/codes/4", "/lists/0/codes/0"),
        (codeLists, "/lists/\(Vocabulary.lists.count)", "/lists/0"),
        (networks, "/networks/1", "/networks/0"), (figures, "/figures/2", "/figures/0"),
    ])
    func whatStandsThereTwiceIsRefused(file: String, new: String, old: String) throws {
        let change = SmallRegistry.Change(file: file, pointer: new, value: SmallRegistry.trees[file]?[old])

        let faults = try SmallRegistry.folder(changing: [change]).faults
        #expect(faults.map { $0.hasSuffix(" duplicate_id") } == [true], "\(faults)")
    }

    @Test func twoCoordinatorsHaveTwoIDs() throws {
        var second = SmallRegistry.trees[coordinators]?["/coordinators/0"]
        second?["/municipalities"] = ["GM0150"]
        let change = SmallRegistry.Change(file: coordinators, pointer: "/coordinators/1", value: second)

        let faults = try SmallRegistry.folder(changing: [change]).faults
        #expect(faults == ["\(coordinators)#/coordinators/1/id duplicate_id"])
    }

    /// Which list or code it was to be cannot be read.
    @Test(arguments: ["/lists/3/name", "/lists/3/codes/0/code", "/lists/3", "/lists/3/codes/0"])
    func aFaultInANameIsNothingMissing(pointer: String) throws {
        try FaultExample.set("", in: codeLists, pointer, 7, gives: "wrong_type").check()
    }

    @Test func aFigureOfAPlaceTellsBothPlaces() throws {
        let folder = try SmallRegistry.folder(changing: [
            .init(file: figures, pointer: "/figures/0/province", value: "NL-XX")
        ])

        #expect(folder.faults == ["\(figures)#/figures/0/province unknown_code"])
    }

    /// "At least 30" is a range with one end.
    @Test func anOpenRangeIsKept() throws {
        let folder = try SmallRegistry.folder(changing: [
            .init(file: figures, pointer: "/figures/0/maximum", value: nil),
            .init(file: figures, pointer: "/figures/1/maximum", value: 36.5),
        ])
        let found = try folder.load().figures

        #expect(found.map(\.minimum) == [100, nil])
        #expect(found.map(\.maximum) == [nil, 36.5])
    }

    /// A range that is no range is not dropped without a word.
    @Test func aRangeHasItsBoundsInOrder() throws {
        let change = SmallRegistry.Change(file: figures, pointer: "/figures/0/minimum", value: 121)

        let faults = try SmallRegistry.folder(changing: [change]).faults
        #expect(faults == ["\(figures)#/figures/0/minimum bounds_the_wrong_way_round"])
    }
}
