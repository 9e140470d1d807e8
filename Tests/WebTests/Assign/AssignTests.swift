import Domain
import Foundation
import HTTP
import JSONText
import Testing

@Suite("Several people at once, contract section 5")
struct AssignTests {
    private func assign(_ json: String, to program: TestProgram) throws -> JSONNode {
        let response = try program.send(.post, "/v1/placements/_assign", as: .coordinator, json: json)
        #expect(response.status == .ok)
        return try response.json
    }

    /// Five people for the two free beds of one house, the three of another and the one of a third.
    @Test func theVillage() throws {
        let program = try TestProgram.reading.get()
        let person = Body.profile(["threat": #""green""#, "currentMunicipality": #""GM0193""#])
        let answer = try assign(
            Body.group([person, person, person, person, person], #", "together": [[0, 4]], "apart": [[1, 2]]"#),
            to: program)

        #expect(answer["placed"].integer == 5)
        #expect(answer["optimal"].boolean == true)
        #expect(answer["unplaced"].elements.isEmpty)
        #expect(answer["rankingVersion"].string?.isEmpty == false)
        #expect(answer["dataVersion"].string?.isEmpty == false)
        let places = answer["assignments"].elements.compactMap { $0["serviceId"].string }
        #expect(answer["assignments"].elements.map { $0["person"].integer } == [0, 1, 2, 3, 4])
        #expect(places[0] == places[4])
        #expect(places[1] != places[2])
        let free = [Village.visible: 2, Village.sheltered: 1, Village.secret: 3, Village.other: 1]
        for (place, taken) in Dictionary(grouping: places, by: { $0 }) { #expect(taken.count <= free[place] ?? 0) }
    }

    @Test func theRankIsThatOfTheOwnSearch() throws {
        let program = try TestProgram.reading.get()
        let answer = try assign(Body.group([Body.readme]), to: program)
        let search = try program.send(.post, "/v1/placements/_search", as: .coordinator, json: Body.readme).json

        let own = try #require(answer["assignments"].elements.first)
        let found = search["sections"].elements.flatMap { $0["placements"].elements }
            .first { $0["serviceId"].string == own["serviceId"].string }
        for key in ["rank", "serviceName", "organizationName"] { #expect(found?[key].plain == own[key].plain) }
    }

    @Test func everybodyLeftHasASentence() throws {
        let answer = try assign(
            Body.group([Body.readme, Body.profile(["persons": "900", "household": #""group""#])]),
            to: TestProgram.reading.get())

        let left = try #require(answer["unplaced"].elements.first)
        #expect(left["person"].integer == 1)
        let texts = left["reasons"].elements.compactMap { $0["text"].string }
        #expect(!texts.isEmpty)
        #expect(texts.allSatisfy { $0.hasSuffix(".") })
        let codes = left["reasons"].elements.compactMap { $0["code"].string }
        #expect(codes.contains("capacity_too_small"))
    }

    /// What is on hold is not free (contract section 5).
    @Test func holdsAreTakenOff() throws {
        let program = try TestProgram(Village.registry)
        let body = Body.group(Array(repeating: Body.profile(["threat": #""red""#]), count: 3))
        #expect(try assign(body, to: program)["placed"].integer == 3)
        let hold = try program.send(
            .post, "/v1/services/\(Village.secret)/holds", as: .coordinator, json: Body.hold(2))
        #expect(hold.status == .created)

        let answer = try assign(body, to: program)

        #expect(answer["placed"].integer == 1)
        #expect(
            answer["unplaced"].elements.flatMap { $0["reasons"].elements }.map { $0["code"].string } == [
                "taken", "taken",
            ])
    }

    @Test func theAnswerFitsItsSchema() throws {
        let answer = try assign(
            Body.group([Body.readme, Body.profile(["persons": "900", "household": #""group""#])]),
            to: TestProgram.shipped.get())
        let document = try OpenAPITests.document.get()

        let schema = document["components"]["schemas"]["JointPlacement"]
        #expect(SchemaCheck(document: document).faults(answer, against: schema) == [])
    }

    @Test func sentencesAreDutchWithoutForbiddenWords() throws {
        let answer = try assign(
            Body.group(Array(repeating: Body.readme, count: 60)), to: TestProgram.shipped.get())

        #expect(answer["placed"].integer ?? 0 > 0)
        #expect(answer["assignments"].elements.count + answer["unplaced"].elements.count == 60)
    }
}
