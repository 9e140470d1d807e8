@testable import HTTP

extension RequestExample {
    /// Origin-form, RFC 9112 §3.2.1 and RFC 3986 §3.
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
        .init("no leading slash", "9112 §3.2.1", make("GET a HTTP/1.1"), .refused(.targetForm, 400)),
        .init("root", "9112 §3.2.1", get("/"), .accepted),
        .init("empty segments", "3986 §3.3", get("//a//"), .accepted),
        .init("asterisk as a path", "3986 §3.3", get("/*"), .accepted),
        .init("asterisk in the query of the root", "3986 §3.4", get("/?*"), .accepted),
        .init("empty query", "3986 §3.4", get("/?"), .accepted),
        .init("question marks in the query", "3986 §3.4", get("/??a?"), .accepted),
        .init("only ampersands in the query", "3986 §3.4", get("/?&&&"), .accepted),
        .init("query name without a value", "3986 §3.4", get("/?a&b="), .accepted),
        .init("query value without a name", "3986 §3.4", get("/?=a"), .accepted),
        .init("equals signs in a query value", "3986 §3.4", get("/?a=b=c"), .accepted),
        .init("parameters of a segment", "3986 §3.3", get("/a;b=c,d/e;"), .accepted),
        .init("colon in the first segment", "3986 §3.3", get("/a:b"), .accepted),
        .init("at sign in a segment", "3986 §3.3", get("/u@a"), .accepted),
        .init("what looks like an authority is a path", "9112 §3.2.1", get("//b.example/"), .accepted),
        .init("URI in the path", "9112 §3.2.1", get("/http://b.example/"), .accepted),
        .init("caret", "3986 §2", get("/a^b"), .refused(.target, 400)),
        .init("grave accent", "3986 §2", get("/a`b"), .refused(.target, 400)),
        .init("braces", "3986 §2", get("/{a}"), .refused(.target, 400)),
        .init("bar", "3986 §2", get("/a|b"), .refused(.target, 400)),
        .init("greater-than", "3986 §2", get("/a>b"), .refused(.target, 400)),
        .init("less-than", "3986 §2", get("/a<b"), .refused(.target, 400)),
        .init("backslash in the query", "3986 §3.4", get("/?a\\b"), .refused(.target, 400)),
        .init("fragment after the query", "9112 §3.2", get("/?a#b"), .refused(.target, 400)),
        .init("empty fragment", "9112 §3.2", get("/#"), .refused(.target, 400)),
        .init("tab in the target", "9112 §3.2", get("/a\tb"), .refused(.target, 400)),
        .init("NUL in the target", "9112 §3.2", get("/a\0b"), .refused(.target, 400)),
        .init("DEL in the target", "9112 §3.2", get("/a\u{7F}b"), .refused(.target, 400)),
        .init("bare CR in the target", "9112 §3.2", get("/a\rb"), .refused(.target, 400)),
        .init("bare LF in the target", "9112 §3.2", get("/a\nb"), .refused(.target, 400)),
        .init("line end in the target", "9112 §3.2", get("/a\r\nb"), .refused(.target, 400)),
        .init("space in the target", "9112 §3.2", get("/a b"), .refused(.version, 400)),
        .init("raw UTF-8 in the query", "3986 §2", get("/?é"), .refused(.target, 400)),
        .init("no-break space in the target", "3986 §2", get("/\u{A0}"), .refused(.target, 400)),
        .init("query without a path", "9112 §3.2.1", get("?a"), .refused(.targetForm, 400)),
        .init("backslash for a slash", "9112 §3.2.1", get("\\a"), .refused(.target, 400)),
        .init("dots without a slash", "9112 §3.2.1", get("../a"), .refused(.targetForm, 400)),
        .init("cut off in the target", "9112 §3", "GET /a", .incomplete),
    ]

    /// The other forms, RFC 9112 §3.2.2 to §3.2.4.
    static let absoluteTargets: [RequestExample] = [
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
        .init(
            "absolute-form, HTTP/1.0 without Host", "9112 §3.2.2", make("GET http://a.example/ HTTP/1.0", host: nil),
            .accepted),
        .init(
            "absolute-form without Host", "9112 §3.2", make("GET http://a.example/ HTTP/1.1", host: nil),
            .refused(.hostMissing, 400)),
        .init("absolute-form, host in other case", "9110 §4.2.3", get("http://A.EXAMPLE/"), .accepted),
        .init("absolute-form, its default port", "9110 §4.2.3", get("http://a.example:80/"), .accepted),
        .init("absolute-form, its default port for https", "9110 §4.2.3", get("https://a.example:443/"), .accepted),
        .init(
            "absolute-form, default port only in Host", "9110 §4.2.3",
            make("GET http://a.example/ HTTP/1.1", host: "a.example:80"), .accepted),
        .init(
            "absolute-form, default port of https only in Host", "9110 §4.2.3",
            make("GET https://a.example/ HTTP/1.1", host: "a.example:443"), .accepted),
        .init("absolute-form, empty port", "9110 §4.2.3", get("http://a.example:/"), .accepted),
        .init(
            "absolute-form, empty port only in Host", "9110 §4.2.3",
            make("GET http://a.example/ HTTP/1.1", host: "a.example:"), .accepted),
        .init(
            "absolute-form, empty port against the default", "9110 §4.2.3",
            make("GET http://a.example:/ HTTP/1.1", host: "a.example:80"), .accepted),
        .init(
            "absolute-form, the default port of the other scheme", "9110 §4.2.3", get("http://a.example:443/"),
            .refused(.hostMismatch, 400)),
        .init(
            "absolute-form, https with the port of http", "9110 §4.2.3", get("https://a.example:80/"),
            .refused(.hostMismatch, 400)),
        .init(
            "absolute-form, the same other port", "9112 §3.2.2",
            make("GET http://a.example:8080/ HTTP/1.1", host: "a.example:8080"), .accepted),
        .init(
            "absolute-form, other port only in Host", "9112 §3.2.2",
            make("GET http://a.example/ HTTP/1.1", host: "a.example:8080"), .refused(.hostMismatch, 400)),
        .init("absolute-form, longer host", "9112 §3.2.2", get("http://a.example.b/"), .refused(.hostMismatch, 400)),
        .init("absolute-form, subdomain", "9112 §3.2.2", get("http://b.a.example/"), .refused(.hostMismatch, 400)),
        .init(
            "absolute-form, IPv6", "3986 §3.2.2", make("GET http://[::1]:8080/a HTTP/1.1", host: "[::1]:8080"),
            .accepted),
        .init(
            "absolute-form, IPv6 in other case", "9110 §4.2.3", make("GET http://[::AB]/ HTTP/1.1", host: "[::ab]"),
            .accepted),
        .init(
            "absolute-form, IPv6 and the default port", "9110 §4.2.3",
            make("GET http://[::1]:80/ HTTP/1.1", host: "[::1]"), .accepted),
        .init("absolute-form, IPv6 not closed", "3986 §3.2.2", get("http://[::1/"), .refused(.target, 400)),
        .init("absolute-form, text after the bracket", "3986 §3.2.2", get("http://[::1]a/"), .refused(.target, 400)),
        .init("absolute-form, user and password", "9110 §4.2.4", get("http://u:p@a.example/"), .refused(.target, 400)),
        .init("absolute-form, empty user", "9110 §4.2.4", get("http://@a.example/"), .refused(.target, 400)),
        .init(
            "absolute-form, user that looks like the host", "9110 §4.2.4", get("http://a.example@b.example/"),
            .refused(.target, 400)),
        .init(
            "absolute-form, backslash before another host", "3986 §3.2", get("http://a.example\\@b.example/"),
            .refused(.target, 400)),
        .init("absolute-form, port too large", "3986 §3.2.3", get("http://a.example:65536/"), .refused(.target, 400)),
        .init("absolute-form, port not digits", "3986 §3.2.3", get("http://a.example:8x/"), .refused(.target, 400)),
        .init("absolute-form, only a port", "9110 §4.2.1", get("http://:80/"), .refused(.target, 400)),
        .init("absolute-form, no host but a query", "9110 §4.2.1", get("http://?a"), .refused(.target, 400)),
        .init("absolute-form, nothing after the scheme", "9110 §4.2.1", get("http://"), .refused(.target, 400)),
        .init("absolute-form, one slash", "9110 §4.2.1", get("http:/a"), .refused(.targetForm, 400)),
        .init("absolute-form, no slash", "9110 §4.2.1", get("http:a"), .refused(.targetForm, 400)),
        .init("absolute-form, no colon", "9110 §4.2.1", get("http//a.example/"), .refused(.targetForm, 400)),
        .init("absolute-form, fragment", "9112 §3.2.2", get("http://a.example/#b"), .refused(.target, 400)),
        .init("absolute-form, bracket in the path", "3986 §3.3", get("http://a.example/["), .refused(.target, 400)),
        .init(
            "absolute-form, bad percent in the path", "3986 §2.1", get("http://a.example/%zz"),
            .refused(.percentEncoding, 400)),
        .init("absolute-form, bad percent in the host", "3986 §3.2.2", get("http://%zz/"), .refused(.target, 400)),
        .init("absolute-form, dots", "3986 §3.3", get("http://a.example/../b"), .refused(.dotSegment, 400)),
        .init("absolute-form, dots for a path", "9112 §3.2.2", get("http://a.example.."), .refused(.hostMismatch, 400)),
        .init("absolute-form, WebSocket", "9112 §3.2.2", get("ws://a.example/"), .refused(.targetForm, 400)),
        .init("absolute-form, another URI", "9112 §3.2.2", get("urn:a:b"), .refused(.targetForm, 400)),
        .init("absolute-form, file", "9112 §3.2.2", get("file:///etc/passwd"), .refused(.targetForm, 400)),
        .init(
            "absolute-form with a bad Host beside it", "9112 §3.2", make("GET http://a.example/ HTTP/1.1", host: "a b"),
            .refused(.host, 400)),
        .init(
            "absolute-form with two Hosts beside it", "9112 §3.2",
            make("GET http://a.example/ HTTP/1.1", "Host: a.example"), .refused(.hostRepeated, 400)),
        .init(
            "OPTIONS, absolute-form without path", "9112 §3.2.4", make("OPTIONS http://a.example HTTP/1.1"), .accepted),
        .init(
            "OPTIONS, absolute-form with a path", "9112 §3.2.4", make("OPTIONS http://a.example/ HTTP/1.1"), .accepted),
        .init(
            "OPTIONS, absolute-form with only a query", "9112 §3.2.4", make("OPTIONS http://a.example?b HTTP/1.1"),
            .accepted),
        .init("OPTIONS with a path", "9112 §3.2.1", make("OPTIONS /a HTTP/1.1"), .accepted),
        .init("asterisk and query", "9112 §3.2.4", make("OPTIONS *?a HTTP/1.1"), .refused(.targetForm, 400)),
        .init("two asterisks", "9112 §3.2.4", make("OPTIONS ** HTTP/1.1"), .refused(.targetForm, 400)),
        .init("asterisk-form with HEAD", "9112 §3.2.4", make("HEAD * HTTP/1.1"), .refused(.targetForm, 400)),
        .init(
            "asterisk-form with lower-case options", "9110 §9.1", make("options * HTTP/1.1"), .refused(.targetForm, 400)
        ),
        .init(
            "asterisk-form without Host", "9112 §3.2", make("OPTIONS * HTTP/1.1", host: nil),
            .refused(.hostMissing, 400)),
        .init(
            "authority-form, IPv6", "9112 §3.2.3", make("CONNECT [::1]:443 HTTP/1.1"),
            .refused(.connectNotSupported, 501)),
        .init(
            "authority-form without a port", "9110 §9.3.6", make("CONNECT a.example HTTP/1.1"),
            .refused(.targetForm, 400)),
        .init(
            "authority-form with an empty port", "9110 §9.3.6", make("CONNECT a.example: HTTP/1.1"),
            .refused(.targetForm, 400)),
        .init(
            "authority-form with a port too large", "9110 §9.3.6", make("CONNECT a.example:65536 HTTP/1.1"),
            .refused(.targetForm, 400)),
        .init(
            "authority-form with a user", "9112 §3.2.3", make("CONNECT u@a.example:443 HTTP/1.1"),
            .refused(.targetForm, 400)),
        .init(
            "authority-form with a path", "9112 §3.2.3", make("CONNECT a.example:443/ HTTP/1.1"),
            .refused(.targetForm, 400)),
        .init(
            "authority-form without a host", "9112 §3.2.3", make("CONNECT :443 HTTP/1.1"), .refused(.targetForm, 400)),
        .init(
            "CONNECT with an absolute-form", "9112 §3.2.3", make("CONNECT http://a.example:80/ HTTP/1.1"),
            .refused(.targetForm, 400)),
        .init("CONNECT with an asterisk", "9112 §3.2.3", make("CONNECT * HTTP/1.1"), .refused(.targetForm, 400)),
        .init(
            "authority-form with lower-case connect", "9110 §9.1", make("connect a.example:443 HTTP/1.1"),
            .refused(.targetForm, 400)),
    ]
}
