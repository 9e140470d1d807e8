import Domain
import Foundation
import HTTP
import Registry
import TestTools
import Testing

/// With unlimited searches nobody learns where in its province a secret place is (domain section 2, no. 3): whatever
/// is asked, two registries that differ in nothing else give the same answers, to the byte.
@Suite("No oracle for secret places")
struct NoOracleTests {
    static let seeds = 0..<8 as Range<UInt64>
    static let searchesPerSeed = 16

    @Test(arguments: seeds)
    func everySearchAnswersTheSame(_ seed: UInt64) throws {
        let twins = try TwinFiles(seed: seed)
        let programs = try [twins.one, twins.other].map { directory in
            let url = URL(filePath: directory.path)
            return try TestProgram(RegistryLoader(directory: url, now: TestClock.start).load())
        }
        var random = SeededGenerator(seed: seed)
        var inquirer = Inquirer(twins, on: programs[0].registry.geography)
        for _ in 0..<Self.searchesPerSeed {
            for question in inquirer.questions(using: &random) {
                for visitor in [Visitor.coordinator, .comensha, .admin] {
                    let answers = try programs.map { try question.ask($0, as: visitor) }
                    try #require(answers[0].status == .ok, "\(question.target) \(answers[0].text)")
                    #expect(answers[0].fields.map(\.value) == answers[1].fields.map(\.value))
                    #expect(answers[0].body == answers[1].body, "\(question)")
                }
            }
        }
        try pages(programs, &inquirer, &random)
        try reading(programs, twins)
    }

    private func pages(
        _ programs: [TestProgram], _ inquirer: inout Inquirer, _ random: inout SeededGenerator
    ) throws {
        let cookies = try programs.map { try $0.signIn(.coordinator) }
        for _ in 0..<4 {
            let values = inquirer.form(using: &random)
            let all = values.map { ($0.key, $0.value) } + [("pastNiet", "alle"), ("meer", "alle")]
            for path in ["/zoeken", "/overzicht", "/en/zoeken"] {
                let answers = try zip(programs, cookies).map { try $0.post(path, all, cookie: $1) }
                #expect(answers[0].status == .ok)
                #expect(answers[0].textWithoutTokens == answers[1].textWithoutTokens)
            }
        }
    }

    /// What is asked without a profile: `dataVersion` and the version of the registry among it.
    private func reading(_ programs: [TestProgram], _ twins: TwinFiles) throws {
        #expect(programs[0].registry.version == programs[1].registry.version)
        let services = twins.services.map { "/v1/services/\($0)" }
        let targets = ["/v1/health", "/v1/ready", "/v1/services?pageSize=100", "/v1/provinces", "/"] + services
        for visitor in Visitor.allCases {
            for target in targets {
                let answers = try programs.map { try Question(target: target).ask($0, as: visitor) }
                #expect(answers[0].body == answers[1].body, "\(target)")
            }
        }
    }
}

/// One request, the same for both programs: the number too that every request has.
struct Question: CustomStringConvertible {
    var method = HTTP.Method.get
    let target: String
    var json: String?

    var description: String { "\(target) \(json ?? "")" }

    private static let id = UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))

    func ask(_ program: TestProgram, as visitor: Visitor) throws -> Response {
        var fields: Fields = ["Content-Type": "application/json"]
        if let secret = visitor.secret { fields.set("Authorization", "Bearer \(secret)") }
        let made = Request.make(method, target, fields: fields, body: Array((json ?? "").utf8))
        return try program.send(
            Request(
                method: made.method, path: made.path, segments: made.segments, query: made.query,
                fields: made.fields, body: made.body, id: Self.id))
    }
}

/// Asks what might tell: danger in, beside and around the towns in which the two registries differ.
private struct Inquirer {
    private let twins: TwinFiles
    private let map: Geography
    private var person = 0

    init(_ twins: TwinFiles, on map: Geography) { (self.twins, self.map) = (twins, map) }

    mutating func questions(using random: inout SeededGenerator) -> [Question] {
        let (one, other) = (profile(using: &random), profile(using: &random))
        let service = twins.secret.randomElement(using: &random) ?? ""
        let compared = twins.services.filter { $0 != service }.randomElement(using: &random)
        func post(_ path: String, _ json: String) -> Question {
            Question(method: .post, target: "/v1/placements/\(path)", json: json)
        }
        return [
            post("_search", one), post("_search?detail=top&limit=3&scarcity=ranked", one),
            post("_explain", Body.question(one, service, comparedWith: compared)),
            post("_assign", Body.group([one, other, one])),
        ]
    }

    private func area(using random: inout SeededGenerator) -> Area {
        let town = twins.telling.randomElement(using: &random)
        let province = town.flatMap { map.province(of: .municipality($0)) } ?? .fryslan
        let beside = map.municipalities.filter { $0.province == province }.randomElement(using: &random)?.code
        return switch Int.random(in: 0..<6, using: &random) {
        case 0: .province(province)
        case 1, 2: .municipality(beside ?? .ameland)
        default: .municipality(town ?? .ameland)
        }
    }

    private func profile(using random: inout SeededGenerator) -> String {
        func list(_ values: [String]) -> String { "[" + values.map { "\"\($0)\"" }.joined(separator: ",") + "]" }
        func draw(_ codes: [String]) -> String { "\"\(codes.randomElement(using: &random) ?? "")\"" }
        let dangers = (0..<Int.random(in: 1...3, using: &random)).map { _ in area(using: &random).code }
        let place = area(using: &random)
        var members = [
            "dangerAreas": list(dangers), "gender": draw(["female", "male", "non_binary"]),
            "threat": draw(["green", "orange", "orange", "red", "red"]), "urgency": draw(["now", "days", "planned"]),
            "age": String(Int.random(in: 0...70, using: &random)),
            "household": draw(["single", "with_children", "couple"]),
            "residence": draw(["dutch", "eu_eea", "b8_permit"]),
            "prefers": list([draw(["NL-FR", "open", "secret"]).replacing("\"", with: "")]),
        ]
        switch place {
        case .municipality(let code): members["currentMunicipality"] = "\"\(code.rawValue)\""
        case .province(let code): members["currentProvince"] = "\"\(code.rawValue)\""
        }
        if Bool.random(using: &random) {
            members["mustNot"] = list([dangers[0].hasPrefix("NL") ? dangers[0] : "NL-ZE"])
        }
        return Body.profile(members)
    }

    mutating func form(using random: inout SeededGenerator) -> KeyValuePairs<String, String> {
        let town = twins.telling.randomElement(using: &random)?.rawValue ?? "GM0060"
        let threat = ["orange", "red"].randomElement(using: &random) ?? "red"
        return [
            "age": "\(Int.random(in: 18...60, using: &random))", "gender": "female", "household": "single",
            "exploitationForms": "sexual", "threat": threat, "urgency": "now", "dangerMunicipality": town,
            "currentMunicipality": town,
        ]
    }
}
