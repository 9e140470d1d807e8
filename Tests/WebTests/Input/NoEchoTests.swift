import HTTP
import TestTools
import Testing

@Suite("No error repeats a value that was sent, contract section 8")
struct NoEchoTests {
    /// In every value that is sent, and in no answer.
    static let mark = "zqx7"
    static let number = 918_273

    @Test(arguments: 0..<200 as Range<UInt64>)
    func inABody(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let names = Body.names.shuffled(using: &random).prefix(Int.random(in: 1...12, using: &random))
        let members = names.map { "\"\($0)\": \(Self.value(depth: 0, &random))" } + ["\"onbekend\(seed)\": 1"]

        let response = try TestProgram.reading.get().send(
            .post, "/v1/placements/_search", as: .coordinator, json: "{\(members.joined(separator: ","))}")

        #expect(response.status == .badRequest)
        #expect(!response.text.contains(Self.mark), "seed \(seed)")
        #expect(!response.text.contains(String(Self.number)), "seed \(seed)")
    }

    private static func value(depth: Int, _ random: inout SeededGenerator) -> String {
        switch Int.random(in: 0..<(depth < 3 ? 7 : 4), using: &random) {
        case 0: "\"\(mark)\(Int.random(in: 0...99, using: &random))\""
        case 1: String(number)
        case 2: "-\(number).5"
        case 3: "\"NL-\(mark)\""
        case 4, 5: "[" + (0..<3).map { _ in value(depth: depth + 1, &random) }.joined(separator: ",") + "]"
        default: "{\"onbekend\": \(value(depth: depth + 1, &random))}"
        }
    }

    @Test(arguments: [
        #"{"age": zqx7}"#, #"{"age": "zqx7}"#, #"["zqx7"]"#, #""zqx7""#, #"{"zqx7": 1, "#, #"{"age": 918273"#,
        #"{"age": 9182739182739182739182739}"#, #"{"age": "\uD800zqx7"}"#, "zqx7",
    ])
    func inABrokenBody(_ json: String) throws {
        let response = try TestProgram.reading.get().send(
            .post, "/v1/placements/_search", as: .coordinator, json: json)

        #expect(response.status == .badRequest)
        #expect(!response.text.contains(Self.mark))
        #expect(!response.text.contains(String(Self.number)))
    }

    @Test(arguments: [
        "/v1/zqx7", "/v1/services/zqx7", "/v1/services/zqx7%2F", "/v1/provinces/NL-zqx7", "/v1/code-lists/zqx7",
        "/v1/municipalities/zqx7", "/v1/organizations/zqx7", "/v1/services?page=zqx7", "/v1/services?gender=zqx7",
        "/v1/services?language=zqx7", "/v1/services?x=zqx7", "/v1/services?page=918273&pageSize=918273",
    ])
    func inAnAddress(_ target: String) throws {
        let response = try TestProgram.reading.get().get(target, as: .admin)

        #expect(response.status.isError)
        #expect(!response.text.contains(Self.mark))
        #expect(!response.text.contains(String(Self.number)))
    }

    @Test(arguments: ["Authorization", "Accept", "Content-Type", "If-Match", "X-Request-Id"])
    func inAField(_ name: String) throws {
        guard let field = FieldName(name) else { preconditionFailure("not a field: \(name)") }
        var fields: Fields = ["Authorization": "Bearer sleutel-admin"]
        fields.set(field, "zqx7/zqx7")

        let response = try TestProgram.reading.get().send(
            .put, "/v1/services/\(Village.visible)/capacity", fields: fields, json: Body.count(free: 1))

        #expect(response.status.isError)
        #expect(!response.text.contains(Self.mark))
        #expect(response.fields.allSatisfy { !$0.value.contains(Self.mark) })
    }
}

extension Body {
    /// Every key of a profile.
    static let names = [
        "age", "gender", "transgender", "turns18Within6Months", "household", "children", "persons", "residence",
        "exploitationForms", "circumstances", "circumstancesRuledOut", "threat", "dangerAreas", "currentMunicipality",
        "currentProvince", "registeredMunicipality", "foundMunicipality", "housing", "urgency", "wheelchair", "pet",
        "victimStatusUnclear", "foundByInspectorate", "courtAuthorisation", "onwardPlaceWanted", "prefers", "mustNot",
        "languages", "needs",
    ]
}
