import Coverage
import Domain
import Foundation
import HTTP
import Registry
import Testing

@testable import Web

@Suite("Questions about gaps in an address")
struct GapQuestionTests {
    /// Whatever was asked is asked again by the addresses of the page.
    @Test(arguments: 0..<100 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let registry = try Village.registry
        func maybe(_ name: String, _ values: [String]) -> QueryItem? {
            Bool.random(using: &random)
                ? values.randomElement(using: &random).map { QueryItem(name: name, value: $0) } : nil
        }
        let provinces = registry.geography.provinces.map { Slug(of: $0.name).text }
        let items = [
            maybe("kijk", GapMeasure.all.map(\.code) + ["x"]), maybe("soort", ShelterKind.allCases.map(\.rawValue)),
            maybe("vorm", ExploitationForm.allCases.map(\.rawValue)),
            maybe("verblijf", ResidenceGroup.allCases.map(\.rawValue)),
            maybe("landelijk", ["alles", "alleen", "zonder"]), maybe("provincie", provinces),
            maybe("rijen", provinces + ["landelijk"]),
            maybe("kolommen", TargetGroup.all.map(GapQuestion.slug)),
        ].compactMap { $0 }
        let question = GapQuestion(FormValues(items: items), registry: registry)

        let address = question.address("/gaten")
        let again = GapQuestion(
            FormValues(items: Request.make(.get, address).query), registry: registry)

        #expect(again.filter == question.filter && again.measure == question.measure)
        #expect(again.province?.code == question.province?.code && again.rowsBy == question.rowsBy)
        #expect(again.columnsBy?.code == question.columnsBy?.code)
        #expect(again.address("/gaten") == address)
        #expect(!question.address("/gaten", without: ["kijk", "rijen"]).contains("kijk"))
    }

    @Test func groupsAndColumnsHaveNamesOfTheirOwn() throws {
        let registry = try Village.registry

        #expect(Set(TargetGroup.all.map(GapQuestion.slug)).count == TargetGroup.all.count)
        #expect(TargetGroup.all.allSatisfy { GapQuestion.group(GapQuestion.slug(of: $0))?.code == $0.code })
        for column in GapColumn.all {
            #expect(GapQuestion.column(GapQuestion.slug(of: column, registry), registry) == column)
        }
    }
}
