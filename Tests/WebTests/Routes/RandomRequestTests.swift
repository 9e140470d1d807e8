import Foundation
import HTTP
import TestTools
import Testing

@Suite("Whatever is sent, there is an answer")
struct RandomRequestTests {
    static let methods: [HTTP.Method] = [.get, .head, .post, .put, .patch, .delete, .options, .trace]
    static let pieces = [
        "v1", "services", "provinces", "NL-OV", "capacity", "confirmations", "placements", "_search", "%00", "..", "",
        "%F0%9F%8F%A0", "code-lists", "shelter-kind", "inloggen", "uitloggen", Village.visible, "{id}", "*",
    ]
    static let queries = [
        "", "?", "?page=2", "?=", "?page", "?a=1&a=2", "?text=%27%22%3C", "?gender=female&gender=male",
    ]
    static let types = ["application/json", "application/x-www-form-urlencoded", "text/plain", ";", "a/b/c"]
    static let bodies = [
        "", "{}", "[]", Body.readme, Body.count(free: 1), "age=24&gender=female", "%", "a=%ZZ", "\u{0}",
        "{\"age\":1e400}",
    ]

    @Test(arguments: 0..<400 as Range<UInt64>)
    func answer(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: values.indices, using: &random)] }
        let start = pick(["/v1/services", "/v1/placements/_search", "/v1", ""])
        let path = start + (0..<Int.random(in: 0...3, using: &random)).map { _ in "/\(pick(Self.pieces))" }.joined()
        let fields: Fields = [
            "Authorization": "Bearer \(pick(Visitor.allCases).secret ?? "")", "Content-Type": pick(Self.types),
            "Accept": pick(["*/*", "text/csv", "", "q=;,", "application/json"]),
            "If-Match": pick(["\"0\"", "*", "\""]),
            "Cookie": pick(["opvangkaart=x", "=", ";;", "opvangkaart="]),
        ]
        let request = Request.make(
            pick(Self.methods), (path.isEmpty ? "/" : path) + pick(Self.queries), fields: fields,
            body: Array(pick(Self.bodies).utf8))

        let response = try TestProgram.fuzzed.get().send(request)

        #expect((200..<500).contains(response.status.code) || response.status == .notImplemented, "\(request.path)")
        if request.segments.first == "v1" { #expect(response.fields["API-Version"] != nil) }
    }
}

extension TestProgram {
    /// One that random requests may change.
    static let fuzzed = Result { try TestProgram(Village.registry) }
}
