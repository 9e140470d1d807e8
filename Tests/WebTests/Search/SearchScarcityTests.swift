import Domain
import HTTP
import JSONText
import Registry
import Testing

@Suite("Scarcity in a search: who else only this place could take")
struct SearchScarcityTests {
    private static func placements(_ use: String?, _ profile: String = Body.readme) throws -> [JSONNode] {
        let query = use.map { "?scarcity=\($0)" } ?? ""
        let response = try TestProgram.shipped.get().send(
            .post, "/v1/placements/_search\(query)", as: .coordinator, json: profile)
        #expect(response.status == .ok)
        return try response.json["sections"].elements.flatMap { $0["placements"].elements }
    }

    @Test(arguments: [nil, "off"])
    func isNotThereUnlessAskedFor(use: String?) throws {
        #expect(try Self.placements(use).allSatisfy { !$0.has("scarcity") })
    }

    @Test func shownChangesNothingElse() throws {
        let (plain, shown) = (try Self.placements(nil), try Self.placements("shown"))

        #expect(shown.map { $0.plain(without: ["scarcity"]) } == plain.map(\.plain))
        let labels = Set(try Shipped.registry.referenceProfiles.map(\.label.dutch))
        for placement in shown {
            let scarcity = placement["scarcity"]
            #expect(scarcity["profiles"].integer == scarcity["labels"].elements.count)
            #expect(scarcity["labels"].elements.allSatisfy { labels.contains($0.string ?? "") })
            #expect(scarcity["text"].string?.hasSuffix("de enige plek.") == true)
        }
    }

    @Test func rankedHasTheSamePlaces() throws {
        let (plain, ranked) = (try Self.placements(nil), try Self.placements("ranked"))

        #expect(
            ranked.compactMap { $0["serviceId"].string }.sorted()
                == plain.compactMap { $0["serviceId"].string }.sorted())
        #expect(ranked.allSatisfy { $0.has("scarcity") })
    }

    @Test func anAnswerFitsItsSchema() throws {
        let response = try TestProgram.shipped.get().send(
            .post, "/v1/placements/_search?detail=top&scarcity=shown", as: .coordinator, json: Body.readme)
        let document = try OpenAPITests.document.get()
        let schema = document["components"]["schemas"]["PlacementSearchResult"]

        #expect(SchemaCheck(document: document).faults(try response.json, against: schema) == [])
    }

    @Test func otherWordsAreRefused() throws {
        let response = try TestProgram.reading.get().send(
            .post, "/v1/placements/_search?scarcity=on", as: .coordinator, json: Body.readme)

        #expect(response.status == .badRequest)
        #expect(try response.faults == ["?scarcity unknown_code"])
    }
}
