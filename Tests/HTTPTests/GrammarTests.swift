import Testing

@testable import HTTP

@Suite("Grammar, with every byte")
struct GrammarTests {
    static let everyByte = UInt8.min...UInt8.max
    static let token = Set("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    static let path = Set("-._~!$&'()*+,;=:@/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    private func accepts(_ before: String, _ byte: UInt8, _ after: String) -> Bool {
        parse([UInt8](before) + [byte] + [UInt8](after)).first?.parsed != nil
    }

    @Test("field name, RFC 9110 §5.6.2", arguments: everyByte)
    func fieldName(byte: UInt8) {
        #expect((FieldName([0x78, byte]) != nil) == Self.token.contains(byte))
        // A colon ends the name and is no part of it.
        let expected = Self.token.contains(byte) || byte == UInt8(ascii: ":")
        #expect(accepts("GET / HTTP/1.1\r\nHost: a\r\nX", byte, "Y: z\r\n\r\n") == expected)
        #expect(accepts("GET / HTTP/1.1\r\nHost: a\r\n", byte, "Y: z\r\n\r\n") == Self.token.contains(byte))
    }

    @Test("field value, RFC 9110 §5.5", arguments: everyByte)
    func fieldValue(byte: UInt8) {
        let expected = byte == 0x09 || (byte >= 0x20 && byte != 0x7F)
        #expect(accepts("GET / HTTP/1.1\r\nHost: a\r\nX: a", byte, "b\r\n\r\n") == expected)
        #expect(accepts("GET / HTTP/1.1\r\nHost: a\r\nX:", byte, "\r\n\r\n") == expected)
    }

    @Test("method, RFC 9110 §9.1", arguments: everyByte)
    func method(byte: UInt8) {
        let isToken = Self.token.contains(byte)
        #expect((Method(rawValue: String(UnicodeScalar(byte))) != nil) == isToken)
        #expect(accepts("G", byte, "T / HTTP/1.1\r\nHost: a\r\n\r\n") == isToken)
        #expect(accepts("", byte, "GET / HTTP/1.1\r\nHost: a\r\n\r\n") == isToken)
    }

    @Test("path and query, RFC 3986 §3.3 and §3.4", arguments: everyByte)
    func target(byte: UInt8) {
        let isQuery = Self.path.contains(byte) || byte == UInt8(ascii: "?")
        // In the first a question mark begins the query.
        #expect(accepts("GET /a", byte, "b HTTP/1.1\r\nHost: a\r\n\r\n") == isQuery)
        #expect(accepts("GET /?a", byte, "b HTTP/1.1\r\nHost: a\r\n\r\n") == isQuery)
    }

    @Test("percent-encoded byte, RFC 3986 §2.1", arguments: everyByte)
    func encoded(byte: UInt8) {
        let digits = String(byte, radix: 16)
        let escape = "%" + (digits.count == 1 ? "0" : "") + digits
        let isText = byte >= 0x20 && byte < 0x7F
        #expect((parse(make("GET /a\(escape)b HTTP/1.1")).first?.parsed != nil) == isText)
        #expect((parse(make("GET /?\(escape) HTTP/1.1")).first?.parsed != nil) == (byte != 0 && byte < 0x80))
    }

    @Test("Host, RFC 3986 §3.2.2", arguments: everyByte)
    func host(byte: UInt8) {
        let isName = Self.path.contains(byte) && !":/@".utf8.contains(byte)
        let isBlankAround = byte == 0x09 || byte == 0x20
        #expect(accepts("GET / HTTP/1.1\r\nHost: a", byte, "b\r\n\r\n") == isName)
        #expect(accepts("GET / HTTP/1.1\r\nHost: a", byte, "\r\n\r\n") == (isName || isBlankAround || byte == 0x3A))
    }

    @Test("length and chunk size, RFC 9110 §8.6 and RFC 9112 §7.1", arguments: everyByte)
    func sizes(byte: UInt8) {
        let isBlank = byte == 0x09 || byte == 0x20
        let length = parse([UInt8]("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0") + [byte] + [UInt8]("\r\n\r\n"))
        #expect((length.first?.reason == nil) == (byte.isDigit || isBlank))
        let chunk = parse([UInt8](RequestExample.chunked("")) + [byte])
        #expect((chunk.first?.reason == nil) == (byte.hexadecimalValue != nil))
    }

    @Test("version, RFC 9112 §2.3", arguments: everyByte, 0..<8)
    func version(byte: UInt8, place: Int) {
        var version = [UInt8]("HTTP/1.1")
        version[place] = byte
        let outcome = parse([UInt8]("GET / ") + version + [UInt8]("\r\nHost: a\r\n\r\n"))

        let isSupported = version.text == "HTTP/1.1" || version.text == "HTTP/1.0"
        let isVersion = (place == 5 || place == 7) && byte.isDigit
        #expect((outcome.first?.parsed != nil) == isSupported)
        #expect((outcome.first?.reason == .versionNotSupported) == (isVersion && !isSupported))
    }
}
