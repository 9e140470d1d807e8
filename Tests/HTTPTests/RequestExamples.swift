import Testing

@testable import HTTP

/// One request and what must come of it, with the section that says so.
struct RequestExample: Sendable, CustomTestStringConvertible {
    enum Expected: Sendable, Equatable {
        case accepted
        case refused(RefusalReason, Int)
        case incomplete
    }

    let name: String
    let section: String
    let text: String
    let expected: Expected
    var testDescription: String { "\(name) (\(section))" }

    init(_ name: String, _ section: String, _ text: String, _ expected: Expected) {
        (self.name, self.section, self.text, self.expected) = (name, section, text, expected)
    }

    static let all = requestLines + targets + fields + hosts + lengths + codings + chunks + expectations

    static let requestLines: [RequestExample] = [
        .init("simplest", "9112 §3", make(), .accepted),
        .init("one empty line before", "9112 §2.2", "\r\n" + make(), .accepted),
        .init("two empty lines before", "9112 §2.2", "\r\n\r\n" + make(), .refused(.method, 400)),
        .init("bare LF before", "9112 §2.2", "\n" + make(), .refused(.method, 400)),
        .init("CR alone before", "9112 §2.2", "\rGET / HTTP/1.1\r\n", .refused(.lineEnd, 400)),
        .init("space before the method", "9112 §3", " " + make(), .refused(.method, 400)),
        .init("lower-case method is a method", "9110 §9.1", make("get / HTTP/1.1"), .accepted),
        .init("unknown method", "9110 §9.1", make("BREW / HTTP/1.1"), .accepted),
        .init("longest method", "9112 §3", make(String(repeating: "M", count: 32) + " / HTTP/1.1"), .accepted),
        .init(
            "over-long method", "9112 §3", make(String(repeating: "M", count: 33) + " / HTTP/1.1"),
            .refused(.methodTooLong, 501)),
        .init("method with a parenthesis", "9112 §3", make("GE(T / HTTP/1.1"), .refused(.method, 400)),
        .init("two spaces before the target", "9112 §3", make("GET  / HTTP/1.1"), .refused(.target, 400)),
        .init("two spaces before the version", "9112 §3", make("GET /  HTTP/1.1"), .refused(.version, 400)),
        .init("tab as separator", "9112 §3", make("GET\t/\tHTTP/1.1"), .refused(.method, 400)),
        .init("space after the version", "9112 §3", make("GET / HTTP/1.1 "), .refused(.version, 400)),
        .init("no version (HTTP/0.9)", "9112 §2.3", "GET /\r\n", .refused(.target, 400)),
        .init("HTTP/1.0", "9112 §2.3", make("GET / HTTP/1.0"), .accepted),
        .init("HTTP/1.2", "9110 §15.6.6", make("GET / HTTP/1.2"), .refused(.versionNotSupported, 505)),
        .init("HTTP/2.0", "9110 §15.6.6", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", .refused(.versionNotSupported, 505)),
        .init("HTTP/0.9 spelt out", "9110 §15.6.6", make("GET / HTTP/0.9"), .refused(.versionNotSupported, 505)),
        .init("lower-case http", "9112 §2.3", make("GET / http/1.1"), .refused(.version, 400)),
        .init("two-digit minor", "9112 §2.3", make("GET / HTTP/1.10"), .refused(.version, 400)),
        .init("two-digit major", "9112 §2.3", make("GET / HTTP/11.1"), .refused(.version, 400)),
        .init("version without minor", "9112 §2.3", make("GET / HTTP/1"), .refused(.version, 400)),
        .init("request line ended by bare LF", "9112 §2.2", "GET / HTTP/1.1\nHost: a\n\n", .refused(.lineEnd, 400)),
        .init("CR without LF", "9112 §2.2", "GET / HTTP/1.1\rHost: a\r\n\r\n", .refused(.bareCarriageReturn, 400)),
        .init("only a request line", "9112 §2.1", "GET / HTTP/1.1\r\n", .incomplete),
        .init("TLS hello", "9112 §3", "\u{16}\u{3}\u{1}\u{2}\u{0}", .refused(.method, 400)),
    ]

    static let targets: [RequestExample] = [
        .init("path and query", "9112 §3.2.1", make("GET /a/b?x=1&y=2 HTTP/1.1"), .accepted),
        .init("every path character", "3986 §3.3", make("GET /-._~!$&'()*+,;=:@ HTTP/1.1"), .accepted),
        .init("every query character", "3986 §3.4", make("GET /?-._~!$&'()*+,;=:@/? HTTP/1.1"), .accepted),
        .init("fragment", "9112 §3.2", make("GET /a#b HTTP/1.1"), .refused(.target, 400)),
        .init("backslash", "3986 §2", make("GET /a\\b HTTP/1.1"), .refused(.target, 400)),
        .init("quote", "3986 §2", make("GET /\" HTTP/1.1"), .refused(.target, 400)),
        .init("less-than in the query", "3986 §2", make("GET /?a=<b HTTP/1.1"), .refused(.target, 400)),
        .init("raw UTF-8", "3986 §2", make("GET /é HTTP/1.1"), .refused(.target, 400)),
        .init("bracket in the path", "3986 §3.3", make("GET /a[0] HTTP/1.1"), .refused(.target, 400)),
        .init("bracket in the query", "3986 §3.4", make("GET /?a[0]=1 HTTP/1.1"), .refused(.target, 400)),
        .init("encoded UTF-8", "3986 §2.5", make("GET /caf%C3%A9 HTTP/1.1"), .accepted),
        .init("percent alone", "3986 §2.1", make("GET /% HTTP/1.1"), .refused(.percentEncoding, 400)),
        .init("percent and one digit", "3986 §2.1", make("GET /%4 HTTP/1.1"), .refused(.percentEncoding, 400)),
        .init("percent and no digits", "3986 §2.1", make("GET /%zz HTTP/1.1"), .refused(.percentEncoding, 400)),
        .init("percent across a slash", "3986 §2.1", make("GET /%4/1 HTTP/1.1"), .refused(.percentEncoding, 400)),
        .init("bad percent in the query", "3986 §2.1", make("GET /?a=%f HTTP/1.1"), .refused(.percentEncoding, 400)),
        .init("encoded NUL", "3986 §7.3", make("GET /a%00b HTTP/1.1"), .refused(.controlInTarget, 400)),
        .init("encoded NUL in the query", "3986 §7.3", make("GET /?a=%00 HTTP/1.1"), .refused(.controlInTarget, 400)),
        .init(
            "encoded line end in the path", "3986 §7.3", make("GET /a%0D%0Ab HTTP/1.1"), .refused(.controlInTarget, 400)
        ),
        .init("encoded line end in the query", "3986 §2.1", make("GET /?a=%0D%0A HTTP/1.1"), .accepted),
        .init("not UTF-8", "3986 §2.5", make("GET /%FF HTTP/1.1"), .refused(.notUTF8, 400)),
        .init("over-long UTF-8 slash", "3629 §3", make("GET /%C0%AF HTTP/1.1"), .refused(.notUTF8, 400)),
        .init("surrogate", "3629 §3", make("GET /%ED%A0%80 HTTP/1.1"), .refused(.notUTF8, 400)),
        .init("not UTF-8 in the query", "3986 §2.5", make("GET /?a=%FF HTTP/1.1"), .refused(.notUTF8, 400)),
        .init("dot", "3986 §3.3", make("GET /a/./b HTTP/1.1"), .refused(.dotSegment, 400)),
        .init("dot dot", "3986 §3.3", make("GET /a/../b HTTP/1.1"), .refused(.dotSegment, 400)),
        .init("dot dot at the end", "3986 §3.3", make("GET /a/.. HTTP/1.1"), .refused(.dotSegment, 400)),
        .init("encoded dot dot", "3986 §3.3", make("GET /%2e%2E/a HTTP/1.1"), .refused(.dotSegment, 400)),
        .init("half-encoded dot dot", "3986 §3.3", make("GET /.%2e/a HTTP/1.1"), .refused(.dotSegment, 400)),
        .init("three dots", "3986 §3.3", make("GET /... HTTP/1.1"), .accepted),
        .init("dots in the query", "3986 §3.4", make("GET /?../.. HTTP/1.1"), .accepted),
        .init("double encoding is decoded once", "3986 §2.4", make("GET /%252e%252e HTTP/1.1"), .accepted),
        .init("encoded slash", "3986 §2.2", make("GET /a%2Fb HTTP/1.1"), .accepted),
        .init("no leading slash", "9112 §3.2.1", make("GET a HTTP/1.1"), .refused(.targetForm, 400)),
        .init("absolute-form", "9112 §3.2.2", make("GET http://a.example/b?c HTTP/1.1"), .accepted),
        .init("absolute-form, capitals", "9110 §4.2.3", make("GET HTTP://A.Example/b HTTP/1.1"), .accepted),
        .init("absolute-form, https", "9112 §3.2.2", make("GET https://a.example/ HTTP/1.1"), .accepted),
        .init("absolute-form without path", "9112 §3.2.2", make("GET http://a.example HTTP/1.1"), .accepted),
        .init("absolute-form, query only", "9112 §3.2.2", make("GET http://a.example?b HTTP/1.1"), .accepted),
        .init(
            "absolute-form, other host", "9112 §3.2.2", make("GET http://b.example/ HTTP/1.1"),
            .refused(.hostMismatch, 400)),
        .init(
            "absolute-form, other port", "9112 §3.2.2", make("GET http://a.example:8/ HTTP/1.1"),
            .refused(.hostMismatch, 400)),
        .init("absolute-form, no host", "9110 §4.2.1", make("GET http:///a HTTP/1.1"), .refused(.target, 400)),
        .init("absolute-form, user", "9110 §4.2.4", make("GET http://u@a.example/ HTTP/1.1"), .refused(.target, 400)),
        .init(
            "absolute-form, other scheme", "9112 §3.2.2", make("GET ftp://a.example/ HTTP/1.1"),
            .refused(.targetForm, 400)),
        .init("asterisk-form", "9112 §3.2.4", make("OPTIONS * HTTP/1.1"), .accepted),
        .init("asterisk-form with GET", "9112 §3.2.4", make("GET * HTTP/1.1"), .refused(.targetForm, 400)),
        .init("asterisk and more", "9112 §3.2.4", make("OPTIONS *a HTTP/1.1"), .refused(.targetForm, 400)),
        .init(
            "authority-form", "9112 §3.2.3", make("CONNECT a.example:443 HTTP/1.1"), .refused(.connectNotSupported, 501)
        ),
        .init("CONNECT with a path", "9112 §3.2.3", make("CONNECT /a HTTP/1.1"), .refused(.targetForm, 400)),
        .init("authority-form with GET", "9112 §3.2.3", make("GET a.example:443 HTTP/1.1"), .refused(.targetForm, 400)),
    ]

    static let fields: [RequestExample] = [
        .init("empty value", "9110 §5.5", make("GET / HTTP/1.1", "X:"), .accepted),
        .init("blanks around the value", "9112 §5.1", make("GET / HTTP/1.1", "X: \t a b \t "), .accepted),
        .init("no blank after the colon", "9112 §5.1", make("GET / HTTP/1.1", "X:a"), .accepted),
        .init("obs-text", "9110 §5.5", make("GET / HTTP/1.1", "X: é"), .accepted),
        .init("space before the colon", "9112 §5.1", make("GET / HTTP/1.1", "X : a"), .refused(.fieldName, 400)),
        .init("tab before the colon", "9112 §5.1", make("GET / HTTP/1.1", "X\t: a"), .refused(.fieldName, 400)),
        .init("no name", "9112 §5.1", make("GET / HTTP/1.1", ": a"), .refused(.fieldName, 400)),
        .init("no colon", "9112 §5.1", make("GET / HTTP/1.1", "X"), .refused(.fieldName, 400)),
        .init("folded with a space", "9112 §5.2", make("GET / HTTP/1.1", "X: a", " b"), .refused(.foldedField, 400)),
        .init("folded with a tab", "9112 §5.2", make("GET / HTTP/1.1", "X: a", "\tb"), .refused(.foldedField, 400)),
        .init(
            "blank before the first field", "9112 §2.2", "GET / HTTP/1.1\r\n Host: a\r\n\r\n",
            .refused(.foldedField, 400)),
        .init("bare LF in a value", "9112 §2.2", make("GET / HTTP/1.1", "X: a\nY: b"), .refused(.lineEnd, 400)),
        .init("bare CR in a value", "9110 §5.5", make("GET / HTTP/1.1", "X: a\rb"), .refused(.bareCarriageReturn, 400)),
        .init("NUL in a value", "9110 §5.5", make("GET / HTTP/1.1", "X: a\0b"), .refused(.fieldValue, 400)),
        .init("DEL in a value", "9110 §5.5", make("GET / HTTP/1.1", "X: a\u{7F}"), .refused(.fieldValue, 400)),
        .init("head ended by bare LF", "9112 §2.2", "GET / HTTP/1.1\r\nHost: a\r\n\n", .refused(.lineEnd, 400)),
        .init(
            "head ended by CR alone", "9112 §2.2", "GET / HTTP/1.1\r\nHost: a\r\n\ra",
            .refused(.bareCarriageReturn, 400)),
        .init("field of another name twice", "9110 §5.3", make("GET / HTTP/1.1", "X: a", "X: b"), .accepted),
    ]

    static let hosts: [RequestExample] = [
        .init("no Host", "9112 §3.2", make(host: nil), .refused(.hostMissing, 400)),
        .init("no Host in HTTP/1.0", "9112 §3.2", make("GET / HTTP/1.0", host: nil), .accepted),
        .init("two Hosts", "9112 §3.2", make("GET / HTTP/1.1", "Host: b.example"), .refused(.hostRepeated, 400)),
        .init(
            "the same Host twice", "9112 §3.2", make("GET / HTTP/1.1", "HOST: a.example"), .refused(.hostRepeated, 400)),
        .init("two Hosts in HTTP/1.0", "9112 §3.2", make("GET / HTTP/1.0", "Host: b"), .refused(.hostRepeated, 400)),
        .init("empty Host", "9110 §4.2.1", make(host: ""), .refused(.host, 400)),
        .init("port", "9110 §7.2", make(host: "a.example:8080"), .accepted),
        .init("empty port", "3986 §3.2.3", make(host: "a.example:"), .accepted),
        .init("port too large", "3986 §3.2.3", make(host: "a.example:65536"), .refused(.host, 400)),
        .init("port not digits", "3986 §3.2.3", make(host: "a.example:8x"), .refused(.host, 400)),
        .init("IPv6", "3986 §3.2.2", make(host: "[::1]:80"), .accepted),
        .init("IPv6 without brackets", "3986 §3.2.2", make(host: "::1"), .refused(.host, 400)),
        .init("IPv6 not closed", "3986 §3.2.2", make(host: "[::1"), .refused(.host, 400)),
        .init("brackets and more", "3986 §3.2.2", make(host: "[::1]a"), .refused(.host, 400)),
        .init("list of hosts", "9112 §3.2", make(host: "a, b"), .refused(.host, 400)),
        .init("path in Host", "9112 §3.2", make(host: "a/b"), .refused(.host, 400)),
        .init("user in Host", "9112 §3.2", make(host: "u@a"), .refused(.host, 400)),
        .init("not ASCII in Host", "9112 §3.2", make(host: "é"), .refused(.host, 400)),
    ]

    static let lengths: [RequestExample] = [
        .init("body", "9112 §6.2", make("POST / HTTP/1.1", "Content-Length: 3", body: "abc"), .accepted),
        .init("length 0", "9112 §6.2", make("POST / HTTP/1.1", "Content-Length: 0"), .accepted),
        .init("leading zeros", "9110 §8.6", make("POST / HTTP/1.1", "Content-Length: 003", body: "abc"), .accepted),
        .init("body with GET", "9110 §9.3.1", make("GET / HTTP/1.1", "Content-Length: 1", body: "a"), .accepted),
        .init("body too short", "9112 §6.3", make("POST / HTTP/1.1", "Content-Length: 3", body: "ab"), .incomplete),
        .init("empty length", "9110 §8.6", make("POST / HTTP/1.1", "Content-Length:"), .refused(.contentLength, 400)),
        .init("plus sign", "9110 §8.6", make("POST / HTTP/1.1", "Content-Length: +3"), .refused(.contentLength, 400)),
        .init("minus sign", "9110 §8.6", make("POST / HTTP/1.1", "Content-Length: -3"), .refused(.contentLength, 400)),
        .init(
            "hexadecimal", "9110 §8.6", make("POST / HTTP/1.1", "Content-Length: 0x3"), .refused(.contentLength, 400)),
        .init(
            "inner space", "9110 §8.6", make("POST / HTTP/1.1", "Content-Length: 1 2"), .refused(.contentLength, 400)),
        .init(
            "two lengths", "9112 §6.3", make("POST / HTTP/1.1", "Content-Length: 3", "Content-Length: 4"),
            .refused(.contentLength, 400)),
        .init(
            "the same length twice", "9112 §6.3", make("POST / HTTP/1.1", "Content-Length: 3", "Content-Length: 3"),
            .refused(.contentLength, 400)),
        .init(
            "list of lengths", "9112 §6.3", make("POST / HTTP/1.1", "Content-Length: 3, 3"),
            .refused(.contentLength, 400)),
        .init(
            "overflowing length", "9110 §8.6", make("POST / HTTP/1.1", "Content-Length: 18446744073709551617"),
            .refused(.contentLength, 400)),
        .init(
            "length over the limit", "9110 §15.5.14", make("POST / HTTP/1.1", "Content-Length: 1048577"),
            .refused(.bodyTooLarge, 413)),
    ]

    static let codings: [RequestExample] = [
        .init("chunked", "9112 §7.1", chunked("3\r\nabc\r\n0\r\n\r\n"), .accepted),
        .init(
            "chunked in capitals", "9112 §7", make("POST / HTTP/1.1", "Transfer-Encoding: CHUNKED", body: "0\r\n\r\n"),
            .accepted),
        .init(
            "length and chunked", "9112 §6.3",
            make("POST / HTTP/1.1", "Content-Length: 3", "Transfer-Encoding: chunked", body: "0\r\n\r\n"),
            .refused(.lengthAndEncoding, 400)),
        .init(
            "chunked in HTTP/1.0", "9112 §6.1",
            make("POST / HTTP/1.0", "Transfer-Encoding: chunked", body: "0\r\n\r\n"),
            .refused(.transferEncodingInHTTP10, 400)),
        .init(
            "chunked twice", "9112 §6.1", make("POST / HTTP/1.1", "Transfer-Encoding: chunked, chunked"),
            .refused(.transferEncoding, 400)),
        .init(
            "chunked in two fields", "9112 §6.1",
            make("POST / HTTP/1.1", "Transfer-Encoding: chunked", "Transfer-Encoding: chunked"),
            .refused(.transferEncoding, 400)),
        .init(
            "chunked not last", "9112 §6.3", make("POST / HTTP/1.1", "Transfer-Encoding: chunked, gzip"),
            .refused(.transferEncoding, 400)),
        .init(
            "never chunked", "9112 §6.3", make("POST / HTTP/1.1", "Transfer-Encoding: gzip"),
            .refused(.transferEncoding, 400)),
        .init(
            "identity", "9112 §6.3", make("POST / HTTP/1.1", "Transfer-Encoding: identity"),
            .refused(.transferEncoding, 400)),
        .init(
            "empty coding", "9112 §6.1", make("POST / HTTP/1.1", "Transfer-Encoding:"), .refused(.transferEncoding, 400)
        ),
        .init(
            "chunked and an empty member", "9112 §6.1", make("POST / HTTP/1.1", "Transfer-Encoding: ,chunked"),
            .refused(.transferEncoding, 400)),
        .init(
            "chunked with a parameter", "9112 §7", make("POST / HTTP/1.1", "Transfer-Encoding: chunked;a=b"),
            .refused(.transferEncoding, 400)),
        .init(
            "almost chunked", "9112 §6.3", make("POST / HTTP/1.1", "Transfer-Encoding: xchunked"),
            .refused(.transferEncoding, 400)),
        .init(
            "unknown coding before chunked", "9112 §6.1", make("POST / HTTP/1.1", "Transfer-Encoding: gzip, chunked"),
            .refused(.transferCodingUnknown, 501)),
    ]

    static let chunks: [RequestExample] = [
        .init("two chunks", "9112 §7.1", chunked("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"), .accepted),
        .init("size in hexadecimal", "9112 §7.1", chunked("A\r\n0123456789\r\n0\r\n\r\n"), .accepted),
        .init("zeros before the size", "9112 §7.1", chunked("0003\r\nabc\r\n000\r\n\r\n"), .accepted),
        .init("extension", "9112 §7.1.1", chunked("3;a\r\nabc\r\n0;b=c;d=\"e;\\\"f\"\r\n\r\n"), .accepted),
        .init("blanks in an extension", "9112 §7.1.1", chunked("3 ; a = b ; c\r\nabc\r\n0\r\n\r\n"), .accepted),
        .init("trailer", "9112 §7.1.2", chunked("0\r\nX: y\r\nZ: 1\r\n\r\n"), .accepted),
        .init("framing in a trailer is ignored", "9110 §6.5.1", chunked("0\r\nContent-Length: 9\r\n\r\n"), .accepted),
        .init("data that looks like an end", "9112 §7.1", chunked("5\r\n0\r\n\r\n\r\n0\r\n\r\n"), .accepted),
        .init("no last chunk", "9112 §8", chunked("3\r\nabc\r\n"), .incomplete),
        .init("no size", "9112 §7.1", chunked("\r\nabc"), .refused(.chunk, 400)),
        .init("size not hexadecimal", "9112 §7.1", chunked("g\r\n"), .refused(.chunk, 400)),
        .init("negative size", "9112 §7.1", chunked("-1\r\n"), .refused(.chunk, 400)),
        .init("size with 0x", "9112 §7.1", chunked("0x3\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("blank before the size", "9112 §7.1", chunked(" 3\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("blank after the size", "9112 §7.1", chunked("3 \r\nabc\r\n"), .refused(.chunk, 400)),
        .init("size ended by bare LF", "9112 §7.1", chunked("3\nabc\r\n"), .refused(.chunk, 400)),
        .init("size ended by bare CR", "9112 §7.1", chunked("3\rabc"), .refused(.chunk, 400)),
        .init("data longer than its size", "9112 §7.1", chunked("3\r\nabcd\r\n"), .refused(.chunk, 400)),
        .init("data ended by bare LF", "9112 §7.1", chunked("3\r\nabc\n0\r\n\r\n"), .refused(.chunk, 400)),
        .init("size over the limit", "9110 §15.5.14", chunked("100001\r\n"), .refused(.bodyTooLarge, 413)),
        .init("overflowing size", "9112 §7.1", chunked("ffffffffffffffffff\r\n"), .refused(.bodyTooLarge, 413)),
        .init("extension without a name", "9112 §7.1.1", chunked("3;\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("extension without its value", "9112 §7.1.1", chunked("3;a=\r\nabc\r\n"), .refused(.chunk, 400)),
        .init("line end in a quoted extension", "9112 §7.1.1", chunked("3;a=\"b\r\n"), .refused(.chunk, 400)),
        .init(
            "over-long extension", "9112 §7.1.1", chunked("3;" + String(repeating: "a", count: 300)),
            .refused(.chunkLineTooLong, 400)),
        .init("folded trailer", "9112 §5.2", chunked("0\r\nX: y\r\n z\r\n\r\n"), .refused(.foldedField, 400)),
        .init(
            "trailer with a space before the colon", "9112 §5.1", chunked("0\r\nX : y\r\n\r\n"),
            .refused(.fieldName, 400)),
    ]

    static let expectations: [RequestExample] = [
        .init(
            "100-continue", "9110 §10.1.1",
            make("POST / HTTP/1.1", "Expect: 100-Continue", "Content-Length: 1", body: "a"), .accepted),
        .init(
            "another expectation", "9110 §10.1.1", make("POST / HTTP/1.1", "Expect: tea"), .refused(.expectation, 417)),
        .init(
            "100-continue and more", "9110 §10.1.1", make("POST / HTTP/1.1", "Expect: 100-continue, tea"),
            .refused(.expectation, 417)),
        .init("expectation in HTTP/1.0", "9110 §10.1.1", make("POST / HTTP/1.0", "Expect: tea"), .accepted),
    ]

    static func chunked(_ body: String) -> String {
        make("POST / HTTP/1.1", "Transfer-Encoding: chunked", body: body)
    }
}
