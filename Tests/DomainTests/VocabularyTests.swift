import Domain
import Testing

@Suite("Vocabulary")
struct VocabularyTests {
    @Test(arguments: VocabularyTable.lists.map { ($0.name, $0.codes) })
    func codesAreThoseOfTheDocuments(name: String, codes: String) throws {
        let list = try #require(Vocabulary.lists.first { $0.name == name })

        #expect(list.codes == codes.split(separator: " ").map(String.init))
    }

    @Test func everyListIsInTheDocumentsAndStandsThereOnce() {
        #expect(Vocabulary.lists.map(\.name).sorted() == VocabularyTable.lists.map(\.name).sorted())
    }

    @Test func noCodeStandsTwiceInAList() {
        for list in Vocabulary.lists {
            #expect(Set(list.codes).count == list.codes.count, "\(list.name)")
        }
    }

    @Test func codesAreInSnakeCase() {
        for list in Vocabulary.lists where list.name != "province" {
            for code in list.codes {
                #expect(code.wholeMatch(of: /[a-z][a-z0-9]*(_[a-z0-9]+)*/) != nil, "\(list.name): \(code)")
            }
        }
    }

    /// A wish is one word (contract section 3), so no word may mean two things.
    @Test func wishesNeverMeanTwoThings() {
        let words =
            ProvinceCode.allCases.map(\.rawValue) + ShelterKind.allCases.map(\.rawValue)
            + Restriction.allCases.map(\.rawValue) + SecurityLevel.allCases.map(\.rawValue)
        #expect(Set(words).count == words.count)
    }

    /// A mark in `specialFor` is a target or a circumstance (contract section 2).
    @Test func specialMarksNeverMeanTwoThings() {
        let targets = Set(SpecialTarget.allCases.map(\.rawValue))
        #expect(targets.isDisjoint(with: Circumstance.allCases.map(\.rawValue)))
        for code in targets.union(Circumstance.allCases.map(\.rawValue)) {
            #expect(SpecialMark(code: code)?.code == code)
        }
        #expect(SpecialMark(code: "women") == nil)
    }

    @Test func codesAreOrderedByTheirBytes() {
        #expect(ProvinceCode.allCases.sorted().map(\.rawValue) == ProvinceCode.allCases.map(\.rawValue).sorted())
        #expect(Reach.local < .national)
        #expect(Reach.national < .regional)
    }

    @Test func codeListsFindLabels() {
        let entry = CodeList.Entry(
            code: "local", label: Bilingual(dutch: "Lokaal", english: "Local"),
            definition: Bilingual(dutch: "Voor één gemeente.", english: "For one municipality."))
        let name = Bilingual(dutch: "Bereik", english: "Reach")
        let lists = CodeLists([CodeList(name: "reach", label: name, entries: [entry])])

        #expect(lists.list(named: "reach")?.entries == [entry])
        #expect(lists.list(named: "bereik") == nil)
        #expect(lists.label(Reach.local) == "Lokaal")
        #expect(lists.label(Reach.local, in: .english) == "Local")
        #expect(lists.label(Reach.national) == "national")
        #expect(lists.entry(Gender.female) == nil)
    }

    /// Sets of bits are built on it.
    @Test(arguments: Vocabulary.lists)
    func everyCodeKnowsItsNumber(list: Vocabulary.List) {
        #expect(list.numbers == Array(list.codes.indices), "\(list.name)")
    }
}
