import Domain
import HTTP
import JSONText
import Testing

@Suite("Questions about a place: what is refused, and what never comes out")
struct ExplanationFaultTests {
    private static let profile = Body.profile([:])

    @Test(arguments: [
        (#"{"profile": \#(profile)}"#, ["/serviceId missing"]),
        (#"{"serviceId": "x"}"#, ["/profile missing", "/serviceId unknown_service"]),
        (#"{"profile": \#(profile), "serviceId": "nergens"}"#, ["/serviceId unknown_service"]),
        (#"{"profile": \#(profile), "serviceId": "Nergens!"}"#, ["/serviceId malformed_identifier"]),
        (#"{"profile": \#(profile), "serviceId": 7}"#, ["/serviceId wrong_type"]),
        (
            #"{"profile": \#(profile), "serviceId": "\#(Village.visible)", "comparedWith": "\#(Village.visible)"}"#,
            ["/comparedWith same_service"]
        ),
        (
            #"{"profile": \#(profile), "serviceId": "\#(Village.visible)", "comparedWith": "nergens"}"#,
            ["/comparedWith unknown_service"]
        ),
        (
            #"{"profile": 1, "serviceId": "\#(Village.visible)", "name": 1}"#,
            ["/name unknown_key", "/profile wrong_type"]
        ),
        (
            #"{"profile": {"age": 200, "gender": "x", "urgency": "now"}, "serviceId": "nergens"}"#,
            [
                "/profile/age out_of_range", "/profile/gender unknown_code", "/profile/threat missing",
                "/serviceId unknown_service",
            ]
        ), (#"[]"#, [" wrong_type"]),
    ])
    func faults(_ json: String, _ expected: [String]) throws {
        let response = try TestProgram.reading.get().send(
            .post, "/v1/placements/_explain", as: .coordinator, json: json)

        #expect(response.status == .badRequest)
        #expect(!response.text.contains("nergens"), "no value is repeated")
        #expect(try response.faults.sorted() == expected.sorted())
    }

    /// The same as for a search: nothing tells where in its province a secret place is.
    @Test(arguments: ["GM0088", "GM0060", "GM0096", "GM0093", "GM0080", "NL-FR", "NL-OV"], ["orange", "red"])
    func nothingTellsWhereASecretPlaceIs(_ danger: String, _ threat: String) throws {
        let json = Body.question(
            Body.profile(["dangerAreas": "[\"\(danger)\"]", "threat": "\"\(threat)\""]), Village.secret,
            comparedWith: Village.other)
        let bodies = try [TestProgram.reading.get(), SecrecyTests.moved.get()].map { program in
            try program.send(.post, "/v1/placements/_explain", as: .comensha, json: json).json.plain
        }

        #expect(bodies[0] == bodies[1])
        for code in SecrecyTests.codes.map(\.rawValue) + SecrecyTests.names { #expect(!bodies[0].contains(code)) }
    }

    @Test func dangerAnywhereInTheProvinceIsAnsweredAlike() throws {
        let answers = try ["GM0088", "GM0060", "GM0096", "GM0093", "NL-FR"].map { danger in
            try ExplanationTests.explain(
                ["dangerAreas": "[\"\(danger)\"]", "threat": #""red""#], Village.secret)["service"].plain
        }

        #expect(Set(answers).count == 1)
        #expect(answers[0].contains("gevaargebied Fryslân"))
    }
}
