import Domain
import HTTP
import JSONText
import Registry
import Testing

@Suite("Why a place stands where it stands: POST /v1/placements/_explain")
struct ExplanationTests {
    static func explain(
        _ profile: [String: String], _ service: String, comparedWith other: String? = nil,
        in program: TestProgram? = nil
    ) throws -> JSONNode {
        let program = try program ?? TestProgram.reading.get()
        let json = Body.question(Body.profile(profile), service, comparedWith: other)
        let response = try program.send(.post, "/v1/placements/_explain", as: .coordinator, json: json)
        #expect(response.status == .ok)
        return try response.json
    }

    @Test func aPlaceThatFitsHasItsRank() throws {
        let answer = try Self.explain([:], Village.visible)
        let search = try TestProgram.reading.get().send(
            .post, "/v1/placements/_search", as: .coordinator, json: Body.minimal
        ).json
        let section = try #require(
            search["sections"].elements.first { section in
                section["placements"].elements.contains { $0["serviceId"].string == Village.visible }
            })
        let placement = section["placements"].elements.first { $0["serviceId"].string == Village.visible }

        #expect(answer["service"]["section"].string == section["section"].string)
        #expect(answer["service"]["label"].string == section["label"].string)
        #expect(answer["service"]["rank"].integer == placement?["rank"].integer)
        #expect(answer["service"]["exclusions"].elements.isEmpty)
        #expect(answer["service"]["change"].type == .null)
        #expect(answer["comparedWith"].type == .null)
        #expect(answer["comparison"].type == .null)
        #expect(answer["dataVersion"].string == search["dataVersion"].string)
    }

    @Test func aPlaceThatDoesNotFitSaysWhatStandsBetween() throws {
        let answer = try Self.explain(
            ["threat": #""red""#, "dangerAreas": #"["NL-OV"]"#, "persons": "7"], Village.visible)
        let service = answer["service"]

        #expect(service["section"].type == .null)
        #expect(service["rank"].type == .null)
        #expect(
            service["exclusions"].elements.compactMap { $0["code"].string } == [
                "security_insufficient", "danger_region", "capacity_too_small",
            ])
        #expect(service["change"]["facts"].elements.compactMap { $0["field"].string } == ["threat", "persons"])
        #expect(service["text"].string == "Deze plek zou passen zonder ‘dreiging rood’ en ‘aantal personen’.")
    }

    @Test func whatIsMissingSaysSo() throws {
        let service = try Self.explain([:], Village.help)["service"]
        let fact = service["change"]["facts"][0]

        #expect(fact["field"].string == "housing")
        #expect(fact["missing"].boolean == true)
        #expect(service["text"].string == "Deze plek zou passen met ‘veilige eigen plek’.")
    }

    @Test func twoPlacesAreCompared() throws {
        let answer = try Self.explain(["threat": #""green""#], Village.secret, comparedWith: Village.visible)
        let comparison = answer["comparison"]

        #expect(comparison["higher"].string == Village.visible)
        #expect(comparison["lower"].string == Village.secret)
        #expect(comparison["key"].string == "over_security")
        #expect(comparison["text"].string == "Staat lager, omdat deze plek zwaarder beveiligd is.")
        let turned = try Self.explain(["threat": #""green""#], Village.visible, comparedWith: Village.secret)
        #expect(turned["comparison"].plain == comparison.plain)
        #expect(turned["service"].plain == answer["comparedWith"].plain)
    }

    @Test func whoIsShutOutIsNotCompared() throws {
        let answer = try Self.explain(["threat": #""red""#], Village.secret, comparedWith: Village.visible)

        #expect(answer["comparison"].type == .null)
        #expect(answer["comparedWith"]["section"].type == .null)
        #expect(answer["service"]["rank"].integer == 1)
    }

    /// The list says of each but the first of its group why it stands below the one before.
    @Test func theListSaysWhyOneStandsBelowTheOther() throws {
        let program = try TestProgram.shipped.get()
        let search = try program.send(.post, "/v1/placements/_search", as: .coordinator, json: Body.readme).json
        var keys: Set<String> = []
        for section in search["sections"].elements {
            let placements = section["placements"].elements
            #expect(placements.map { $0.has("below") } == placements.indices.map { $0 > 0 })
            keys.formUnion(placements.compactMap { $0["below"]["key"].string })
        }
        #expect(keys.count > 4)
        #expect(!keys.contains("section"))

        let placements = search["sections"][0]["placements"].elements
        let ids = placements.compactMap { $0["serviceId"].string }
        let json = Body.question(Body.readme, ids[4], comparedWith: ids[3])
        let answer = try program.send(.post, "/v1/placements/_explain", as: .coordinator, json: json).json
        #expect(answer["comparison"]["lower"].string == ids[4])
        #expect(answer["comparison"]["key"].string == placements[4]["below"]["key"].string)
        #expect(answer["comparison"]["text"].string == placements[4]["below"]["text"].string)
    }

    @Test func blockersAreSentences() throws {
        let blockers = try SearchTests.readme.get()["blockers"].elements

        #expect(blockers.allSatisfy { $0["text"].string?.contains(" passen") == true })
        #expect(blockers[0]["text"].string?.hasPrefix("Met ‘veilige eigen plek’ zouden ") == true)
    }

    /// For every place of the whole map: where it stands, or what would have to be otherwise.
    @Test func everyPlaceHasAnAnswer() throws {
        let program = try TestProgram.shipped.get()
        let search = try program.send(.post, "/v1/placements/_search", as: .coordinator, json: Body.readme).json
        let ranks = Dictionary(
            uniqueKeysWithValues: search["sections"].elements.flatMap { $0["placements"].elements }.compactMap {
                placement in placement["serviceId"].string.map { ($0, placement["rank"].integer) }
            })
        let excluded = Dictionary(
            uniqueKeysWithValues: search["excluded"].elements.compactMap { service in
                service["serviceId"].string.map { ($0, service["reasons"].plain) }
            })
        for service in try Shipped.registry.services.enumerated() where service.offset.isMultiple(of: 5) {
            let id = service.element.id.rawValue
            let json = Body.question(Body.readme, id)
            let standing = try program.send(
                .post, "/v1/placements/_explain", as: .coordinator, json: json
            ).json["service"]

            #expect(standing["rank"].integer == ranks[id] ?? nil, "\(id)")
            #expect(standing["text"].string?.isEmpty == false)
            #expect((standing["change"].type == .null) == (ranks[id] != nil), "\(id)")
            if let reasons = excluded[id] { #expect(standing["exclusions"].plain == reasons, "\(id)") }
        }
    }
}
