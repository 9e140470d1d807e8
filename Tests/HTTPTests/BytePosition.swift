import Testing

/// One place in the grammar, and the bytes that may stand there.
///
/// The bytes are written from the ABNF of the named section. "More" are those that give the text another shape which
/// is in the grammar too, such as a colon that ends a field name early.
struct BytePosition: Sendable, CustomTestStringConvertible {
    enum Question: Sendable {
        /// Whether the text is one whole request.
        case complete
        /// Whether the text is not refused, complete or not.
        case possible
    }

    let name: String
    let section: String
    let before: String
    let after: String
    let allowed: ByteSet
    let question: Question
    var testDescription: String { "\(name) (\(section))" }

    init(
        _ name: String, _ section: String, _ before: String, _ after: String, _ allowed: ByteSet,
        more: ByteSet = .none, _ question: Question = .complete
    ) {
        (self.name, self.section, self.before, self.after) = (name, section, before, after)
        (self.allowed, self.question) = (allowed + more, question)
    }

    static let all = requestLine + targets + fields + hosts + framing + chunks + trailers
}

extension BytePosition {
    private static let host = "Host: a\r\n"
    private static let end = "\r\n\r\n"
    private static let rest = " HTTP/1.1\r\nHost: a\r\n\r\n"
    private static let head = "GET / HTTP/1.1\r\nHost: a\r\n"

    static let requestLine: [BytePosition] = wholeLine + versions

    private static let wholeLine: [BytePosition] =
        [
            .init("CR of the empty line before", "9112 §2.2", "", "\nGET /\(rest)", "\r"),
            .init("LF of the empty line before", "9112 §2.2", "\r", "GET /\(rest)", "\n"),
            .init("before the method", "9112 §3", "", "GET /\(rest)", .token),
            .init("only byte of the method", "9110 §9.1", "", " /\(rest)", .token),
            .init("first byte of the method", "9110 §9.1", "", "ET /\(rest)", .token),
            .init("middle of the method", "9110 §9.1", "G", "T /\(rest)", .token),
            .init("last byte of the method", "9110 §9.1", "GE", " /\(rest)", .token),
            .init("after the empty line before", "9110 §9.1", "\r\n", "ET /\(rest)", .token),
            .init("space after the method", "9112 §3", "GET", "/\(rest)", " "),
            .init("space before the version", "9112 §3", "GET /", "HTTP/1.1\r\n\(host)\r\n", " "),
            .init("CR of the request line", "9112 §2.2", "GET / HTTP/1.1", "\n\(host)\r\n", "\r"),
            .init("LF of the request line", "9112 §2.2", "GET / HTTP/1.1\r", "\(host)\r\n", "\n"),
            .init("after a request", "9112 §2.2", "GET /\(rest)", "", .token, more: "\r", .possible),
        ]

    private static let versions: [BytePosition] = {
        let allowed: [ByteSet] = ["H", "T", "T", "P", "/", "1", ".", "01"]
        let version = Array("HTTP/1.1".utf8)
        return zip(version.indices, allowed).map { place, allowed in
            BytePosition(
                "byte \(place + 1) of the version", "9112 §2.3", "GET / \(Array(version[..<place]).text)",
                "\(Array(version[(place + 1)...]).text)\r\n\(host)\r\n", allowed)
        }
    }()

    static let targets: [BytePosition] = [
        .init("only byte of the target", "9112 §3.2", "OPTIONS ", rest, "/*"),
        .init("first byte of the target", "9112 §3.2.1", "GET ", "a\(rest)", "/"),
        .init("first byte of a segment", "3986 §3.3", "GET /", "b\(rest)", .path, more: "?"),
        .init("middle of a segment", "3986 §3.3", "GET /a", "b\(rest)", .path, more: "?"),
        .init("last byte of the path", "3986 §3.3", "GET /a", rest, .path, more: "?"),
        .init("only byte of a segment: no dot", "3986 §3.3", "GET /a/", "/b\(rest)", .path - ".", more: "?"),
        .init("second byte of a segment that begins with a dot", "3986 §3.3", "GET /.", rest, .path - "./", more: ""),
        .init("path before the query", "3986 §3.3", "GET /a", "?b\(rest)", .query),
        .init("first byte of the query", "3986 §3.4", "GET /?", "b\(rest)", .query),
        .init("middle of the query", "3986 §3.4", "GET /?a", "b\(rest)", .query),
        .init("last byte of the query", "3986 §3.4", "GET /?a", rest, .query),
        .init("query value", "3986 §3.4", "GET /?a=", "b\(rest)", .query),
        .init("percent in a path", "3986 §2.1", "GET /a", "41\(rest)", .path, more: "?%"),
        .init("percent in the query", "3986 §2.1", "GET /?a", "41\(rest)", .query, more: "%"),
        .init("first digit of an escape: no control, no half of UTF-8", "3986 §2.1", "GET /%", "1\(rest)", "234567"),
        .init("second digit of an escape", "3986 §2.1", "GET /%4", rest, .hexadecimal),
        .init(
            "first digit of an escape in the query: no half of UTF-8", "3986 §2.1", "GET /?%", "1\(rest)", "01234567"),
        .init("second digit of an escape in the query", "3986 §2.1", "GET /?a=%4", rest, .hexadecimal),
        .init("first byte of a scheme", "9110 §4.2.1", "GET ", "ttp://a/\(rest)", "hH", more: "/"),
        .init("last byte of a scheme", "9110 §4.2.1", "GET htt", "://a/\(rest)", "pP"),
        .init("s of https", "9110 §4.2.2", "GET http", "://a/\(rest)", "sS"),
        .init("colon of a scheme", "9110 §4.2.1", "GET http", "//a/\(rest)", ":"),
        .init("first slash after a scheme", "9110 §4.2.1", "GET http:", "/a/\(rest)", "/"),
        .init("second slash after a scheme", "9110 §4.2.1", "GET http:/", "a/\(rest)", "/"),
        .init("first byte of an authority", "3986 §3.2.2", "GET http://", "b/ HTTP/1.0\r\n\r\n", .name),
        .init("middle of an authority", "3986 §3.2.2", "GET http://a", "b/ HTTP/1.0\r\n\r\n", .name, more: "/?"),
        .init("last byte of an authority", "3986 §3.2.2", "GET http://a", "/ HTTP/1.0\r\n\r\n", .name, more: "/?:"),
        .init("address of an authority", "3986 §3.2.2", "GET http://[::", "]/ HTTP/1.0\r\n\r\n", .hexadecimal),
        .init("port of an authority", "3986 §3.2.3", "GET http://a:", "0/ HTTP/1.0\r\n\r\n", .digit, more: "/?"),
        .init("path of an absolute-form", "3986 §3.3", "GET http://a/", "b\(rest)", .path, more: "?"),
        .init("query of an absolute-form", "3986 §3.4", "GET http://a?", "b\(rest)", .query),
    ]

    static let fields: [BytePosition] = [
        .init("only byte of a name", "9110 §5.1", head, ": z\(end)", .token),
        .init("first byte of a name", "9110 §5.1", head, "Y: z\(end)", .token),
        .init("middle of a name", "9110 §5.1", "\(head)X", "Y: z\(end)", .token, more: ":"),
        .init("last byte of a name", "9110 §5.1", "\(head)X", ": z\(end)", .token, more: ":"),
        .init("colon", "9112 §5", "\(head)X", " z\(end)", ":"),
        .init("after the colon", "9112 §5", "\(head)X:", "z\(end)", .content),
        .init("alone after the colon", "9112 §5", "\(head)X:", end, .content),
        .init("first byte of a value", "9110 §5.5", "\(head)X: ", "z\(end)", .content),
        .init("only byte of a value", "9110 §5.5", "\(head)X: ", end, .content),
        .init("middle of a value", "9110 §5.5", "\(head)X: y", "z\(end)", .content),
        .init("last byte of a value", "9110 §5.5", "\(head)X: y", end, .content),
        .init("between blanks in a value", "9110 §5.5", "\(head)X: y ", " z\(end)", .content),
        .init("after a blank at the end of a value", "9110 §5.5", "\(head)X: y ", end, .content),
        .init("CR of a field line", "9112 §2.2", "\(head)X: y", "\n\r\n", "\r"),
        .init("LF of a field line", "9112 §2.2", "\(head)X: y\r", "\r\n", "\n"),
        .init("LF between two field lines", "9112 §2.2", "\(head)X: y\r", "Y: z\(end)", "\n"),
        .init("CR of the empty line", "9112 §2.1", head, "\n", "\r"),
        .init("LF of the empty line", "9112 §2.1", "\(head)\r", "", "\n"),
        .init("LF of the empty line, of a first line", "9112 §2.1", "GET / HTTP/1.0\r\n\r", "", "\n"),
    ]

    static let hosts: [BytePosition] = [
        .init("only byte of Host", "3986 §3.2.2", "GET / HTTP/1.1\r\nHost:", end, .name),
        .init("first byte of Host", "3986 §3.2.2", "GET / HTTP/1.1\r\nHost: ", "b\(end)", .name, more: .blank),
        .init("middle of Host", "3986 §3.2.2", "GET / HTTP/1.1\r\nHost: a", "b\(end)", .name),
        .init("last byte of Host", "3986 §3.2.2", "GET / HTTP/1.1\r\nHost: a", end, .name, more: " \t:"),
        .init("before the port", "3986 §3.2.2", "GET / HTTP/1.1\r\nHost: a", ":80\(end)", .name),
        .init("first digit of the port", "3986 §3.2.3", "GET / HTTP/1.1\r\nHost: a:", "1\(end)", .digit),
        .init("last digit of the port", "3986 §3.2.3", "GET / HTTP/1.1\r\nHost: a:8", end, .digit, more: .blank),
        .init("fifth digit of the port", "3986 §3.2.3", "GET / HTTP/1.1\r\nHost: a:6553", end, "012345", more: .blank),
        .init("first digit of an escape", "3986 §2.1", "GET / HTTP/1.1\r\nHost: a%", "1\(end)", .hexadecimal),
        .init("second digit of an escape", "3986 §2.1", "GET / HTTP/1.1\r\nHost: a%1", end, .hexadecimal),
        .init("opening bracket", "3986 §3.2.2", "GET / HTTP/1.1\r\nHost: ", "::1]\(end)", "["),
        .init("first byte of an address", "3986 §3.2.2", "GET / HTTP/1.1\r\nHost: [", "::]\(end)", .hexadecimal),
        .init("last byte of an address", "3986 §3.2.2", "GET / HTTP/1.1\r\nHost: [1::", "]\(end)", .hexadecimal),
        .init(
            "colon of an address", "3986 §3.2.2", "GET / HTTP/1.1\r\nHost: [::1", "2]\(end)", .hexadecimal, more: ":"),
        .init(
            "point of an address", "3986 §3.2.2", "GET / HTTP/1.1\r\nHost: [::1.2.3", "4]\(end)", "."),
        .init("closing bracket", "3986 §3.2.2", "GET / HTTP/1.1\r\nHost: [::1", end, "]"),
        .init("after the closing bracket", "3986 §3.2.2", "GET / HTTP/1.1\r\nHost: [::1]", end, ":", more: .blank),
    ]
}
