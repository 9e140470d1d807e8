import Foundation
import HTTP
import Testing

@testable import Web

@Suite("The program's own address")
struct SiteTests {
    @Test(arguments: [
        ("https://opvang.example", "https://opvang.example"), ("https://Opvang.Example/", "https://opvang.example"),
        ("HTTPS://opvang.example:443", "https://opvang.example"),
        ("https://opvang.example:8443", "https://opvang.example:8443"),
        ("https://[2001:db8::1]", "https://[2001:db8::1]"),
    ])
    func origin(_ text: String, _ origin: String) {
        #expect(Site(text)?.origin == origin)
    }

    @Test(arguments: [
        "", "opvang.example", "http://opvang.example", "https://", "https:///", "https://a/b", "https://a?b",
        "https://u@a",
        "https://a:", "https://a:0", "https://a:65536", "https://a:x", "https://a b", "https://[::1", "https://a//",
        "https://é.example", "https://a\r\nb",
    ])
    func none(_ text: String) {
        #expect(Site(text) == nil)
    }

    struct Example: Sendable {
        var host: String?
        var path = "/"
        var peer = "192.0.2.1"
        var extra: String?
        let isOurs: Bool
    }

    @Test(arguments: [
        Example(host: "opvang.example", isOurs: true), Example(host: "OPVANG.example:443", isOurs: true),
        Example(host: "opvang.example:80", isOurs: false),
        Example(host: "opvang.example.elders.example", isOurs: false),
        Example(host: "elders.example", isOurs: false), Example(host: nil, isOurs: false),
        Example(host: "elders.example", path: "/v1/provinces", isOurs: false),
        Example(host: "elders.example", path: "/opvangkaart.css", isOurs: false),
        Example(host: "127.0.0.1:8080", path: "/v1/health", peer: "127.0.0.1", isOurs: true),
        Example(host: "localhost", path: "/v1/ready", peer: "::1", isOurs: true),
        Example(host: "localhost", path: "/metrics", peer: "::ffff:127.0.0.9", isOurs: true),
        Example(host: "localhost", path: "/", peer: "127.0.0.1", isOurs: false),
        Example(host: "localhost", path: "/v1/health", isOurs: false),
        Example(host: "localhost", path: "/v1/health", peer: "127.0.0.1", extra: "X-Forwarded-For", isOurs: false),
        Example(host: "localhost", path: "/v1/health", peer: "127.0.0.1", extra: "Forwarded", isOurs: false),
    ])
    func otherHosts(_ example: Example) throws {
        let program = try TestProgram(Village.registry, front: Front(site: Site("https://opvang.example")))
        var fields: Fields = [:]
        if let host = example.host { fields.set("Host", host) }
        if let extra = example.extra { fields.set(try #require(FieldName(extra)), "192.0.2.7") }

        let response = try program.send(Request.make(.get, example.path, fields: fields).from(example.peer))

        #expect((response.status != .misdirectedRequest) == example.isOurs, "\(response.status)")
        guard !example.isOurs else { return }
        #expect(response.fields["Cache-Control"] == "no-store")
        #expect(response.fields["X-Content-Type-Options"] == "nosniff")
        #expect(example.host.map { !response.text.contains($0) } ?? true)
    }

    @Test(arguments: [
        (["Origin": "https://opvang.example"], true), (["Origin": "https://elders.example"], false),
        (["Origin": "http://opvang.example"], false), (["Origin": "https://opvang.example:8443"], false),
        (["Origin": "https://opvang.example", "Sec-Fetch-Site": "cross-site"], false), (["Origin": "null"], false),
        (["Origin": "https://elders.example", "Sec-Fetch-Site": "same-origin"], false), ([:], true),
    ])
    func formsOfOtherSites(_ sent: [String: String], _ isTrusted: Bool) throws {
        var fields: Fields = ["Host": "elders.example"]
        for (name, value) in sent { fields.set(try #require(FieldName(name)), value) }

        #expect(SameSite.isTrusted(.make(.post, "/", fields: fields), at: Site("https://opvang.example")) == isTrusted)
    }

    /// Nothing that is answered hangs on what a request calls the program.
    @Test(arguments: [
        "/", "/inloggen", "/account", "/nergens", "/security.txt", "/v1/provinces", "/v1/openapi.json", "/v1",
    ])
    func nothingIsBuiltFromTheHost(_ path: String) throws {
        let program = try TestProgram.reading.get()
        let mark = "merk7731.example"

        let response = try program.send(
            .get, path,
            fields: [
                "Host": mark, "X-Forwarded-Host": mark, "X-Forwarded-Proto": mark, "Forwarded": "host=\(mark)",
                "X-Original-URL": "/\(mark)", "X-Rewrite-URL": "/\(mark)", "Referer": "https://\(mark)/",
            ])

        #expect(!response.text.contains("merk7731"))
        for field in response.fields { #expect(!field.value.contains("merk7731"), "\(field.name)") }
    }
}
