import Testing

@testable import HTTP

@Suite("Requests out of bytes, RFC 9112")
struct RequestParserTests {
    @Test("an example is accepted or refused as its section says", arguments: RequestExample.all)
    func example(_ example: RequestExample) {
        let outcomes = parse(example.bytes)

        switch example.expected {
        case .accepted: #expect(outcomes.count == 1 && outcomes.first?.parsed != nil, "\(outcomes)")
        case .incomplete: #expect(outcomes == [.incomplete])
        case .refused(let reason, let status):
            #expect(outcomes.map(\.reason) == [reason])
            #expect(reason.status.code == status)
        }
    }

    @Test("every example has a name of its own")
    func names() {
        let names = RequestExample.all.map(\.name)
        #expect(names.count >= 260)
        #expect(
            Set(names).count == names.count, "\(Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys)")
    }

    @Test("a request is read in all its parts")
    func parts() throws {
        let text = make(
            "PUT /a%20b/c%2Fd/?x=1+2&y=%26&z HTTP/1.1", "X-One: a", "x-one: b", "Content-Length: 2", body: "ok")

        let parsed = try #require(parse(text).first?.parsed)

        #expect(parsed.method == .put)
        #expect(parsed.path == "/a%20b/c%2Fd/")
        #expect(parsed.segments == ["a b", "c/d", ""])
        #expect(parsed.query.map(\.name) == ["x", "y", "z"])
        #expect(parsed.query.map(\.value) == ["1 2", "&", ""])
        #expect(parsed.fields.map(\.name.spelling) == ["Host", "X-One", "x-one", "Content-Length"])
        #expect(parsed.fields.map(\.value) == ["a.example", "a", "b", "2"])
        #expect(parsed.body.text == "ok")
    }

    @Test(
        "a target is taken apart",
        arguments: [
            ("GET / HTTP/1.1", "/", [""]), ("GET /a HTTP/1.1", "/a", ["a"]), ("GET /a/ HTTP/1.1", "/a/", ["a", ""]),
            ("GET //a HTTP/1.1", "//a", ["", "a"]), ("OPTIONS * HTTP/1.1", "*", []),
            ("GET http://a.example HTTP/1.1", "/", [""]), ("GET http://a.example?b HTTP/1.1", "/", [""]),
            ("OPTIONS http://a.example HTTP/1.1", "*", []), ("GET http://a.example/b HTTP/1.1", "/b", ["b"]),
            ("GET /%252e HTTP/1.1", "/%252e", ["%2e"]), ("GET /a+b HTTP/1.1", "/a+b", ["a+b"]),
            ("GET /a%5Cb HTTP/1.1", "/a%5Cb", ["a\\b"]),
        ])
    func target(line: String, path: String, segments: [String]) throws {
        let parsed = try #require(parse(make(line)).first?.parsed)

        #expect(parsed.path == path)
        #expect(parsed.segments == segments)
    }

    @Test(
        "a connection is kept as version and Connection say, RFC 9112 §9.3",
        arguments: [
            ("close", false, false), ("CLOSE", false, false), ("a, close", false, false), ("close, a", false, false),
            ("a,\tClose ,b", false, false), (", ,close,", false, false), ("close, close", false, false),
            ("keep-alive, close", false, false), ("close, keep-alive", false, false),
            ("keep-alive", true, true), ("Keep-Alive", true, true), ("keep-alive, Upgrade", true, true),
            ("Upgrade,keep-alive", true, true), (",keep-alive", true, true), ("TE,\tKEEP-ALIVE ", true, true),
            ("closed", true, false), ("clos", true, false), ("\"close\"", true, false), ("close;a", true, false),
            ("not close", true, false), ("a close", true, false), ("keep-alive=1", true, false),
            ("keepalive", true, false), ("Upgrade", true, false), ("", true, false), (", ,", true, false),
        ])
    func keepAlive(value: String, in11: Bool, in10: Bool) {
        let field = "Connection: \(value)"
        #expect(parse(make("GET / HTTP/1.1", field)).first?.parsed?.keepsAlive == in11)
        #expect(parse(make("GET / HTTP/1.0", field)).first?.parsed?.keepsAlive == in10)
        // Two fields say what one list says.
        #expect(parse(make("GET / HTTP/1.1", "Connection: a", "X: y", field)).first?.parsed?.keepsAlive == in11)
        #expect(parse(make("GET / HTTP/1.0", field, "connection: a")).first?.parsed?.keepsAlive == in10)
    }

    @Test("without Connection HTTP/1.1 is kept and HTTP/1.0 is not, RFC 9112 §9.3")
    func keepAliveDefault() {
        #expect(parse(make("GET / HTTP/1.1")).first?.parsed?.keepsAlive == true)
        #expect(parse(make("GET / HTTP/1.0")).first?.parsed?.keepsAlive == false)
        #expect(parse(make("GET / HTTP/1.0", "Keep-Alive: timeout=5")).first?.parsed?.keepsAlive == false)
        #expect(parse(make("GET / HTTP/1.1", "Proxy-Connection: close")).first?.parsed?.keepsAlive == true)
    }

    @Test(
        "only HTTP/1.1 can wait for 100 Continue, RFC 9110 §10.1.1",
        arguments: [
            ("1.1", "Expect: 100-continue", true), ("1.0", "Expect: 100-continue", false), ("1.1", "X: y", false),
        ])
    func continues(version: String, field: String, expected: Bool) {
        let text = make("PUT / HTTP/\(version)", field, "Content-Length: 1", body: "a")
        #expect(parse(text).first?.parsed?.expectsContinue == expected)
    }

    @Test("a value has no blanks around it and all of them inside, RFC 9110 §5.5")
    func values() {
        let parsed = parse(RequestExample.with("A: \t a \t b\t ", "B:", "C: \t", "D:é", "E: :")).first?.parsed
        #expect(parsed?.fields.map(\.value) == ["a", "a \t b", "", "", "é", ":"])
    }

    @Test("a query is taken apart, RFC 3986 §3.4")
    func query() {
        let query = parse(make("GET /?a=b&&c&=d&e=f=g&%26=%3D&+=+%2B&a= HTTP/1.1")).first?.parsed?.query
        #expect(query?.map(\.name) == ["a", "c", "", "e", "&", " ", "a"])
        #expect(query?.map(\.value) == ["b", "", "d", "f=g", "=", " +", ""])
    }

    @Test("a refusal says where and keeps nothing of the text")
    func refusalPlace() {
        #expect(parse("GET /a\\b HTTP/1.1\r\n") == [.refused(.target, offset: 6)])
        #expect(parse("\r\nGET / HTTP/1.1\r\nX : y\r\n") == [.refused(.fieldName, offset: 19)])
        #expect(parse(RequestExample.chunked("2\r\nabc")).first?.reason == .chunk)
    }

    @Test("after a refusal nothing more is taken and the same is said again")
    func refusedForGood() {
        for example in RequestExample.short {
            guard case .refused = example.expected else { continue }
            var parser = RequestParser()
            let bytes = example.bytes + [UInt8](make())
            var position = 0
            var first: Refusal?
            // A head may come before a body that is refused.
            for _ in 0..<2 where first == nil { first = refusal(from: &parser, bytes, &position) }
            let place = position

            #expect(first != nil, "\(example.name)")
            #expect(refusal(from: &parser, bytes, &position) == first, "\(example.name)")
            #expect(refusal(from: &parser, bytes, &position) == first, "\(example.name)")
            #expect(position == place, "\(example.name)")
        }
    }

    private func refusal(from parser: inout RequestParser, _ bytes: [UInt8], _ position: inout Int) -> Refusal? {
        if case .refused(let refusal) = parser.next(bytes.span, from: &position) { refusal } else { nil }
    }
}
