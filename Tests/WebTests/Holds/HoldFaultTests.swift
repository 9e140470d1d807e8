import HTTP
import JSONText
import Ledger
import Testing

@Suite("What is not understood of a hold")
struct HoldFaultTests {
    enum Kind: Sendable { case order, decision, closure, extending }

    struct Fault: Sendable, CustomTestStringConvertible {
        let kind: Kind
        let json: String
        var query = ""
        let expected: [String]
        var testDescription: String { json + query }
    }

    static let orders: [Fault] = [
        Fault(kind: .order, json: "{}", expected: ["/places missing"]),
        Fault(kind: .order, json: #"{"places": null}"#, expected: ["/places missing"]),
        Fault(kind: .order, json: Body.hold(0), expected: ["/places out_of_range"]),
        Fault(kind: .order, json: Body.hold(1_001), expected: ["/places out_of_range"]),
        Fault(kind: .order, json: #"{"places": 1.5}"#, expected: ["/places wrong_type"]),
        Fault(kind: .order, json: #"{"places": "1"}"#, expected: ["/places wrong_type"]),
        Fault(kind: .order, json: "[]", expected: [" wrong_type"]),
        Fault(kind: .order, json: "{", expected: [" malformed_json"]),
        Fault(
            kind: .order, json: #"{"places": 0, "name": "zqx7", "age": 918273}"#, query: "?x=1",
            expected: ["/age unknown_key", "/name unknown_key", "/places out_of_range", "?x unknown_parameter"]),
    ]

    static let answers: [Fault] = [
        Fault(kind: .decision, json: "{}", expected: ["/decision missing"]),
        Fault(kind: .decision, json: Body.decision("maybe"), expected: ["/decision unknown_code"]),
        Fault(kind: .decision, json: Body.decision("declined"), expected: ["/reason missing"]),
        Fault(
            kind: .decision, json: #"{"decision": "declined", "reason": null}"#, expected: ["/reason missing"]),
        Fault(
            kind: .decision, json: Body.decision("declined", reason: "zqx7"), expected: ["/reason unknown_code"]),
        Fault(
            kind: .decision, json: Body.decision("accepted", reason: "full"),
            expected: ["/reason reason_without_decline"]),
        Fault(
            kind: .decision, json: #"{"decision": "zqx7", "reason": 918273, "note": "zqx7"}"#,
            expected: ["/decision unknown_code", "/note unknown_key", "/reason wrong_type"]),
        Fault(kind: .closure, json: "{}", expected: ["/outcome missing"]),
        Fault(kind: .closure, json: Body.closure("declined"), expected: ["/outcome unknown_code"]),
        Fault(kind: .closure, json: Body.closure("expired"), expected: ["/outcome unknown_code"]),
        Fault(
            kind: .closure, json: #"{"outcome": "placed", "who": "zqx7"}"#, query: "?x=1",
            expected: ["/who unknown_key", "?x unknown_parameter"]),
        Fault(kind: .extending, json: #"{"minutes": 918273}"#, expected: ["/minutes unknown_key"]),
        Fault(kind: .extending, json: "", query: "?minutes=918273", expected: ["?minutes unknown_parameter"]),
    ]

    @Test(arguments: orders + answers)
    func refused(_ fault: Fault) throws {
        let program = try TestProgram(Village.registry)
        let reference = try program.hold()
        let (target, visitor): (String, Visitor) =
            switch fault.kind {
            case .order: ("/v1/services/\(Village.visible)/holds", .coordinator)
            case .decision: ("/v1/holds/\(reference)/decisions", .shelter)
            case .closure: ("/v1/holds/\(reference)/closures", .coordinator)
            case .extending: ("/v1/holds/\(reference)/extensions", .coordinator)
            }

        let response = try program.send(.post, target + fault.query, as: visitor, json: fault.json)

        #expect(response.status == .badRequest)
        #expect(try response.faults.sorted() == fault.expected)
        #expect(!response.text.contains("zqx7"))
        #expect(!response.text.contains("918273"))
        #expect(try program.recorded == 1)
    }

    struct Check: Sendable, CustomTestStringConvertible {
        let name: String
        var method = HTTP.Method.post
        let target: String
        var visitor = Visitor.coordinator
        var fields: Fields = [:]
        var json: String?
        let expected: Int
        var testDescription: String { name }
    }

    static let text: Fields = ["Content-Type": "text/plain"]
    static let stale = "/v1/services/\(Village.uncounted)/holds"

    /// `K7-204` stands for a hold of the coordinator that was withdrawn.
    @Test(arguments: [
        Check(name: "path before method", method: .delete, target: "/v1/holds/K7-204/notes", expected: 404),
        Check(
            name: "method before key", method: .delete, target: "/v1/holds/K7-204", visitor: .nobody, expected: 405),
        Check(name: "key before resource", target: "/v1/holds/A1-000/closures", visitor: .nobody, expected: 401),
        Check(name: "role before resource", target: "/v1/holds/A1-000/closures", visitor: .shelter, expected: 403),
        Check(name: "role before media type", target: stale, visitor: .admin, fields: text, expected: 403),
        Check(
            name: "resource before media type", target: "/v1/holds/A1-000/closures", fields: text, json: "[",
            expected: 404),
        Check(
            name: "whose it is before the query", method: .get, target: "/v1/holds/K7-204?x=1",
            visitor: .otherShelter, expected: 404),
        Check(
            name: "media type before body", target: "/v1/holds/K7-204/closures?x=1", fields: text, json: "[",
            expected: 415),
        Check(name: "no media type", target: stale, expected: 415),
        Check(
            name: "form", target: stale, fields: ["Content-Type": "application/x-www-form-urlencoded"],
            json: "places=1", expected: 415),
        Check(name: "body before state", target: "/v1/holds/K7-204/closures", json: "{}", expected: 400),
        Check(
            name: "reason before state", target: "/v1/holds/K7-204/decisions", visitor: .shelter,
            json: Body.decision("declined"), expected: 400),
        Check(name: "query before state", target: "/v1/holds/K7-204/extensions?x=1", expected: 400),
        Check(
            name: "key before room", target: stale, fields: ["Idempotency-Key": ""], json: Body.hold(), expected: 400),
        Check(name: "room", target: stale, json: Body.hold(), expected: 409),
        Check(name: "state", target: "/v1/holds/K7-204/extensions", expected: 409),
    ])
    func orderOfChecks(_ check: Check) throws {
        let program = try TestProgram(Village.registry)
        let reference = try program.hold()
        _ = try program.act(.withdraw, on: reference)

        let response = try program.send(
            check.method, check.target.replacing("K7-204", with: reference), as: check.visitor,
            fields: check.fields, json: check.json)

        #expect(response.status.code == check.expected)
    }

    @Test func problemsArePlainDutch() throws {
        let program = try TestProgram(Village.registry)
        _ = try program.openHold(key: "a")
        let reference = try program.hold()
        var problems = [
            try program.openHold(), try program.openHold(Body.hold(9), on: Village.secret),
            try program.openHold(on: Village.uncounted), try program.openHold(Body.hold(2), key: "a"),
            try program.openHold(key: "é"),
            try program.send(
                .put, CapacityTests.target(), as: .shelter, fields: ["If-Match": "*"], json: Body.count(free: 6)),
            try program.send(
                .post, "\(CapacityTests.target())/reversals", as: .shelter, fields: ["If-Match": "*"]),
        ]
        for action in [HoldAction.extend, .extend, .accept, .accept, .place, .decline, .place] {
            problems.append(try program.act(action, on: reference))
        }

        let refused = problems.filter(\.status.isError)
        #expect(refused.count == problems.count - 3)
        for response in refused {
            let problem = try response.json
            let texts = [problem["detail"].string] + problem["errors"].elements.map { $0["detail"].string }
            for text in texts.compactMap({ $0?.lowercased() }) {
                for word in PageTextTests.forbidden { #expect(!text.contains(word)) }
                for sentence in text.split(separator: /[.!?](\s|$)/) {
                    #expect(sentence.split(separator: " ").count <= 20, "\(sentence)")
                }
            }
        }
    }
}
