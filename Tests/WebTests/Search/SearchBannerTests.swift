import Domain
import Foundation
import HTTP
import JSONText
import Registry
import Testing

@testable import Web

@Suite("Banners, responsibility and what is told of somebody young")
struct SearchBannerTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let changes: [String: String]
        let banners: [String]
        let basis: String
        var law: String?
        var testDescription: String { name }
    }

    @Test(arguments: [
        Example(name: "adult", changes: [:], banners: [], basis: "unknown", law: "Wmo 2015"),
        Example(
            name: "registered", changes: ["registeredMunicipality": #""GM0193""#], banners: [], basis: "registered",
            law: "Wmo 2015"),
        Example(
            name: "found", changes: ["foundMunicipality": #""GM0193""#], banners: [], basis: "found", law: "Wmo 2015"),
        Example(
            name: "red", changes: ["threat": #""red""#], banners: ["danger"], basis: "unknown", law: "Wmo 2015"),
        Example(
            name: "minor", changes: ["age": "15"], banners: ["minor"], basis: "unknown", law: "Jeugdwet"),
        Example(
            name: "unaccompanied minor", changes: ["age": "15", "residence": #""unaccompanied_minor""#],
            banners: ["minor", "unaccompanied_minor"], basis: "guardian", law: "Nidos"),
        Example(
            name: "crisis", changes: ["circumstances": #"["acute_suicidality"]"#], banners: ["mental_health_crisis"],
            basis: "unknown", law: "Wmo 2015"),
    ])
    func aboveTheResult(_ example: Example) throws {
        let result = try SearchTests.search(Body.profile(example.changes), query: "?detail=top&limit=1")

        #expect(result["banners"].elements.compactMap { $0["code"].string } == example.banners)
        #expect(result["banners"].elements.allSatisfy { $0["text"].string?.isEmpty == false })
        #expect(result["responsibility"]["basis"].string == example.basis)
        // Without any municipality the law may be left open.
        if example.basis != "unknown" { #expect(result["responsibility"]["law"].string == example.law) }
    }

    @Test func numbersToCall() throws {
        let red = try SearchTests.search(
            Body.profile(["threat": #""red""#, "age": "15"]), query: "?detail=top&limit=1")

        #expect(red["banners"].elements.map { $0["phone"].string } == ["112", "0800-2000"])
    }

    @Test func seventeenAndTurningEighteen() throws {
        let result = try SearchTests.search(Body.profile(["age": "17", "turns18Within6Months": "true"]))
        let registry = try Shipped.registry
        func adultPlaces(_ hit: (String?) -> Bool) -> Int {
            result["sections"].elements.filter { hit($0["section"].string) }.flatMap { $0["placements"].elements }
                .compactMap { $0["serviceId"].string.flatMap(ServiceID.init(rawValue:)) }.compactMap(registry.service)
                .count { ($0.admission.minimumAge.years ?? 0) >= 18 }
        }

        #expect(adultPlaces { $0 == "follow_up" } > 0)
        #expect(adultPlaces { $0 != "follow_up" } == 0)
    }

    @Test func closedPlacesNeedACourt() throws {
        let result = try SearchTests.search(Body.profile(["age": "15"]))
        let restrictions = result["sections"].elements.flatMap { $0["placements"].elements }
            .compactMap { $0["restriction"].string }

        #expect(!restrictions.contains("closed"))
    }

    @Test func theLogKnowsTheRouteAndNothingMore() throws {
        let response = try TestProgram.reading.get().send(
            .post, "/v1/placements/_search?detail=top", as: .coordinator, json: Body.readme)

        #expect(response.label == "/v1/placements/_search")
        let entry = LogEntry(
            id: UUID(), method: .post, label: response.label, status: response.status, bytes: 1, microseconds: 1,
            refusal: nil, refusalOffset: nil, isComplete: true)
        for word in ["detail", "female", "NL-OV", "sexual", "orange", "?"] { #expect(!entry.line.contains(word)) }
        #expect(entry.line.contains("POST /v1/placements/_search 200"))
    }

    @Test func theLabelIsThePatternNotThePath() throws {
        let response = try TestProgram.reading.get().get("/v1/services/\(Village.visible)?x=1")

        #expect(response.label == "/v1/services/{id}")
    }
}
