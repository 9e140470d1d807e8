import Testing

@testable import HTTP

@Suite("Requests out of bytes, RFC 9112")
struct RequestParserTests {
    @Test("an example is accepted or refused as its section says", arguments: RequestExample.all)
    func example(_ example: RequestExample) {
        let outcomes = parse(example.text)

        switch example.expected {
        case .accepted: #expect(outcomes.count == 1 && outcomes.first?.parsed != nil, "\(outcomes)")
        case .incomplete: #expect(outcomes == [.incomplete])
        case .refused(let reason, let status):
            #expect(outcomes.map(\.reason) == [reason])
            #expect(reason.status.code == status)
        }
    }

    @Test("how the bytes are delivered makes no difference", arguments: RequestExample.all)
    func everySplit(_ example: RequestExample) {
        let bytes = [UInt8](example.text)
        let whole = parse(bytes)

        for cut in bytes.indices { #expect(parse([bytes[..<cut], bytes[cut...]]) == whole, "cut at \(cut)") }
        #expect(parseByteByByte(bytes) == whole)
    }

    @Test("every example of the table that is accepted can follow another on the connection")
    func pipelined() {
        let accepted = RequestExample.all.filter { $0.expected == .accepted }
        let alone = accepted.map { parse($0.text) }
        let together = [UInt8](accepted.map(\.text).joined())

        #expect(parse(together) == alone.flatMap(\.self))
        #expect(parseByteByByte(together) == alone.flatMap(\.self))
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
            ("GET / HTTP/1.1", "X: y", true), ("GET / HTTP/1.1", "Connection: close", false),
            ("GET / HTTP/1.1", "Connection: a, CLOSE", false), ("GET / HTTP/1.0", "X: y", false),
            ("GET / HTTP/1.0", "Connection: Keep-Alive", true),
            ("GET / HTTP/1.0", "Connection: keep-alive, close", false), ("GET / HTTP/1.1", "Connection: closed", true),
        ])
    func keepAlive(line: String, field: String, expected: Bool) {
        #expect(parse(make(line, field)).first?.parsed?.keepsAlive == expected)
    }

    @Test("a refusal says where and keeps nothing of the text")
    func refusalPlace() {
        #expect(parse("GET /a\\b HTTP/1.1\r\n") == [.refused(.target, offset: 6)])
        #expect(parse("\r\nGET / HTTP/1.1\r\nX : y\r\n") == [.refused(.fieldName, offset: 19)])
        #expect(parse(RequestExample.chunked("2\r\nabc")).first?.reason == .chunk)
    }

    @Test("after a refusal nothing more is understood")
    func refusedForGood() {
        #expect(parse(" " + make()).count == 1)
    }

    @Test("random bytes never stop the program, however they are cut", arguments: 0..<200 as Range<UInt64>)
    func noise(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var bytes = [UInt8](RequestExample.all.randomElement(using: &generator)?.text ?? "")
        for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
            bytes[Int.random(in: bytes.indices, using: &generator)] = .random(in: .min ... .max, using: &generator)
        }

        #expect(parse(bytes) == parseByteByByte(bytes))
    }
}
