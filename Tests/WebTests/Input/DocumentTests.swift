import HTTP
import Testing

@Suite("Bodies that are no document")
struct DocumentTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let json: String
        let expected: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        Example(name: "nothing", json: "", expected: " empty"),
        Example(name: "blanks", json: " \n", expected: " empty"),
        Example(name: "not JSON", json: "leeftijd=24", expected: " malformed_json"),
        Example(name: "cut off", json: #"{"age": 24"#, expected: " malformed_json"),
        Example(name: "two documents", json: "{} {}", expected: " malformed_json"),
        Example(name: "single quotes", json: "{'age': 24}", expected: " malformed_json"),
        Example(name: "comma at the end", json: #"{"age": 24,}"#, expected: " malformed_json"),
        Example(name: "key twice", json: #"{"age": 24, "age": 25}"#, expected: " duplicate_key"),
        Example(name: "huge number", json: #"{"age": 1e999}"#, expected: " number_out_of_range"),
        Example(name: "half a character", json: #"{"age": "\uD800"}"#, expected: " malformed_json"),
        Example(name: "list", json: "[]", expected: " wrong_type"),
        Example(name: "text", json: #""age""#, expected: " wrong_type"),
        Example(name: "null", json: "null", expected: " wrong_type"),
        Example(
            name: "33 deep", json: String(repeating: "[", count: 33) + String(repeating: "]", count: 33),
            expected: " too_deep"),
        Example(name: "100,000 deep", json: String(repeating: "[", count: 100_000), expected: " too_deep"),
    ])
    func fault(_ example: Example) throws {
        for (method, target) in [
            (HTTP.Method.post, "/v1/placements/_search"), (.put, "/v1/services/\(Village.visible)/capacity"),
        ] {
            let response = try TestProgram.reading.get().send(method, target, as: .admin, json: example.json)

            #expect(response.status == .badRequest)
            #expect(try response.faults == [example.expected])
        }
    }

    @Test func depth32IsRead() throws {
        let deep = String(repeating: "[", count: 31) + String(repeating: "]", count: 31)

        let response = try TestProgram.reading.get().send(
            .post, "/v1/placements/_search", as: .admin, json: Body.profile(["diep": deep]))

        #expect(try response.faults == ["/diep unknown_key"])
    }

    @Test(arguments: [
        "application/json", "application/json; charset=utf-8", "APPLICATION/JSON", "application/json;charset=\"utf-8\"",
    ])
    func mediaTypesThatAreJSON(_ type: String) throws {
        let response = try TestProgram.reading.get().send(
            .post, "/v1/placements/_search", as: .admin, fields: ["Content-Type": type], json: Body.minimal)

        #expect(response.status == .ok)
    }

    @Test(arguments: [
        "text/json", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "json",
        "", "application/json, text/plain", "application/*",
    ])
    func mediaTypesThatAreNot(_ type: String) throws {
        let response = try TestProgram.reading.get().send(
            .post, "/v1/placements/_search", as: .admin, fields: ["Content-Type": type], json: Body.minimal)

        #expect(response.status == .unsupportedMediaType)
    }

    @Test func notUTF8() throws {
        let request = Request.make(
            .post, "/v1/placements/_search",
            fields: ["Content-Type": "application/json", "Authorization": "Bearer sleutel-admin"],
            body: [0x7B, 0x22, 0xFF, 0x22, 0x7D])

        #expect(try TestProgram.reading.get().send(request).status == .badRequest)
    }
}
