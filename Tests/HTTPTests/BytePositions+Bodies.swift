// Places in framing and bodies.
extension BytePosition {
    private static let end = "\r\n\r\n"
    private static let post = "POST / HTTP/1.1\r\nHost: a\r\n"
    private static let chunked = "\(post)Transfer-Encoding: chunked\r\n\r\n"
    private static let last = "0\r\n\r\n"

    static let framing: [BytePosition] = lengthsAndBodies + words

    private static let words =
        spelling("chunked", of: "Transfer-Encoding", "9112 §7", then: last)
        + spelling("100-continue", of: "Expect", "9110 §10.1.1", then: "")

    private static let lengthsAndBodies: [BytePosition] =
        [
            .init(
                "first digit of a length", "9110 §8.6", "\(post)Content-Length:", "0\(end)", .digit, more: .blank,
                .possible),
            .init("only digit of a length", "9110 §8.6", "\(post)Content-Length: ", end, .digit, .possible),
            .init("middle of a length", "9110 §8.6", "\(post)Content-Length: 1", "1\(end)", .digit, .possible),
            .init(
                "last digit of a length", "9110 §8.6", "\(post)Content-Length: 1", end, .digit, more: .blank, .possible),
            .init("before a coding", "9112 §6.1", "\(post)Transfer-Encoding:", "chunked\(end)\(last)", .blank),
            .init("after a coding", "9112 §6.1", "\(post)Transfer-Encoding: chunked", "\(end)\(last)", .blank),
            .init("before 100-continue", "9110 §10.1.1", "\(post)Expect:", "100-continue\(end)", .blank, more: ","),
            .init("after 100-continue", "9110 §10.1.1", "\(post)Expect: 100-continue", end, .blank, more: ","),
            .init("first byte of a body", "9112 §6.2", "\(post)Content-Length: 3\(end)", "bc", .all),
            .init("middle of a body", "9112 §6.2", "\(post)Content-Length: 3\(end)a", "c", .all),
            .init("last byte of a body", "9112 §6.2", "\(post)Content-Length: 3\(end)ab", "", .all),
            .init(
                "after a body", "9112 §2.2", "\(post)Content-Length: 1\(end)a", "", .token, more: "\r", .possible),
        ]

    /// A word that is compared without case, byte by byte.
    private static func spelling(
        _ word: String, of field: String, _ section: String, then body: String
    ) -> [BytePosition] {
        word.indices.map { place in
            let letter = word[place]
            return .init(
                "byte \(word.distance(from: word.startIndex, to: place) + 1) of \(word)", section,
                "\(post)\(field): \(word[..<place])", word[word.index(after: place)...] + end + body,
                ByteSet("\(letter)\(letter.uppercased())".utf8))
        }
    }

    static let chunks: [BytePosition] = [
        .init("first digit of a size", "9112 §7.1", chunked, "", .hexadecimal, .possible),
        .init("first digit of two of a size", "9112 §7.1", chunked, "1\r\n", .hexadecimal, .possible),
        .init("last digit of a size", "9112 §7.1", "\(chunked)1", "\r\n", .hexadecimal, .possible),
        .init("after a size", "9112 §7.1", "\(chunked)1", "", .hexadecimal, more: " \t;\r", .possible),
        .init("size that fits its data", "9112 §7.1", chunked, "\r\nab\r\n\(last)", "2"),
        .init("CR after a size", "9112 §7.1", "\(chunked)1", "\na\r\n\(last)", "\r"),
        .init("LF after a size", "9112 §7.1", "\(chunked)1\r", "a\r\n\(last)", "\n"),
        .init("first byte of the data", "9112 §7.1", "\(chunked)3\r\n", "bc\r\n\(last)", .all),
        .init("middle of the data", "9112 §7.1", "\(chunked)3\r\na", "c\r\n\(last)", .all),
        .init("last byte of the data", "9112 §7.1", "\(chunked)3\r\nab", "\r\n\(last)", .all),
        .init("CR after the data", "9112 §7.1", "\(chunked)1\r\na", "\n\(last)", "\r"),
        .init("LF after the data", "9112 §7.1", "\(chunked)1\r\na\r", last, "\n"),
        .init("first digit of the next size", "9112 §7.1", "\(chunked)1\r\na\r\n", "", .hexadecimal, .possible),
        .init("last size", "9112 §7.1", "\(chunked)1\r\na\r\n", "\r\n\r\n", "0"),
        .init("second digit of the last size", "9112 §7.1", "\(chunked)0", "\r\n\r\n", "0"),
        .init("CR after the last size", "9112 §7.1", "\(chunked)0", "\n\r\n", "\r"),
        .init("LF after the last size", "9112 §7.1", "\(chunked)0\r", "\r\n", "\n"),
        .init("after a chunked body", "9112 §2.2", "\(chunked)\(last)", "", .token, more: "\r", .possible),
        .init("semicolon of an extension", "9112 §7.1.1", "\(chunked)0", "y\r\n\r\n", ";"),
        .init("blank before an extension", "9112 §7.1.1", "\(chunked)0", ";y\r\n\r\n", .blank, more: "0"),
        .init("after that blank", "9112 §7.1.1", "\(chunked)0 ", ";y\r\n\r\n", .blank),
        .init("first byte of an extension name", "9112 §7.1.1", "\(chunked)0;", "y\r\n\r\n", .token, more: .blank),
        .init("only byte of an extension name", "9112 §7.1.1", "\(chunked)0;", "\r\n\r\n", .token),
        .init("middle of an extension name", "9112 §7.1.1", "\(chunked)0;x", "y\r\n\r\n", .token, more: ";="),
        .init("last byte of an extension name", "9112 §7.1.1", "\(chunked)0;x", "\r\n\r\n", .token),
        .init("equals sign of an extension", "9112 §7.1.1", "\(chunked)0;x", "\"y\"\r\n\r\n", "="),
        .init("blank before the equals sign", "9112 §7.1.1", "\(chunked)0;x", "=y\r\n\r\n", .token, more: " \t"),
        .init("after a blank after a name", "9112 §7.1.1", "\(chunked)0;x ", "y\r\n\r\n", ";="),
        .init("first byte of an extension value", "9112 §7.1.1", "\(chunked)0;x=", "y\r\n\r\n", .token, more: .blank),
        .init("only byte of an extension value", "9112 §7.1.1", "\(chunked)0;x=", "\r\n\r\n", .token),
        .init("middle of an extension value", "9112 §7.1.1", "\(chunked)0;x=y", "z\r\n\r\n", .token, more: ";"),
        .init("last byte of an extension value", "9112 §7.1.1", "\(chunked)0;x=y", "\r\n\r\n", .token),
        .init("opening quote", "9110 §5.6.4", "\(chunked)0;x=", "y\"\r\n\r\n", "\""),
        .init("first byte in quotes", "9110 §5.6.4", "\(chunked)0;x=\"", "y\"\r\n\r\n", .quoted, more: "\\"),
        .init("middle in quotes", "9110 §5.6.4", "\(chunked)0;x=\"y", "z\"\r\n\r\n", .quoted, more: "\\"),
        .init("last byte in quotes", "9110 §5.6.4", "\(chunked)0;x=\"y", "\"\r\n\r\n", .quoted),
        .init("quoted pair", "9110 §5.6.4", "\(chunked)0;x=\"\\", "\"\r\n\r\n", .content),
        .init("closing quote", "9110 §5.6.4", "\(chunked)0;x=\"y", "\r\n\r\n", "\""),
        .init("after the closing quote", "9112 §7.1.1", "\(chunked)0;x=\"y\"", ";z\r\n\r\n", .blank),
        .init("semicolon after the closing quote", "9112 §7.1.1", "\(chunked)0;x=\"y\"", "z\r\n\r\n", ";"),
        .init("CR after an extension name", "9112 §7.1.1", "\(chunked)0;x", "\n\r\n", "\r"),
        .init("CR after an extension value", "9112 §7.1.1", "\(chunked)0;x=y", "\n\r\n", "\r"),
        .init("CR after the closing quote", "9112 §7.1.1", "\(chunked)0;x=\"y\"", "\n\r\n", "\r"),
        .init("LF after an extension", "9112 §7.1.1", "\(chunked)0;x\r", "\r\n", "\n"),
    ]

    static let trailers: [BytePosition] = [
        .init("first byte of a trailer", "9112 §7.1.2", "\(chunked)0\r\n", "Y: z\(end)", .token),
        .init("middle of a trailer name", "9112 §7.1.2", "\(chunked)0\r\nX", "Y: z\(end)", .token, more: ":"),
        .init("last byte of a trailer name", "9112 §7.1.2", "\(chunked)0\r\nX", ": z\(end)", .token, more: ":"),
        .init("colon of a trailer", "9112 §7.1.2", "\(chunked)0\r\nX", " z\(end)", ":"),
        .init("after the colon of a trailer", "9112 §7.1.2", "\(chunked)0\r\nX:", "z\(end)", .content),
        .init("middle of a trailer value", "9110 §5.5", "\(chunked)0\r\nX: y", "z\(end)", .content),
        .init("last byte of a trailer value", "9110 §5.5", "\(chunked)0\r\nX: y", end, .content),
        .init("CR of a trailer", "9112 §2.2", "\(chunked)0\r\nX: y", "\n\r\n", "\r"),
        .init("LF of a trailer", "9112 §2.2", "\(chunked)0\r\nX: y\r", "\r\n", "\n"),
        .init("CR of the last empty line", "9112 §7.1", "\(chunked)0\r\n", "\n", "\r"),
        .init("LF of the last empty line", "9112 §7.1", "\(chunked)0\r\n\r", "", "\n"),
        .init("CR of the empty line after trailers", "9112 §7.1", "\(chunked)0\r\nX: y\r\n", "\n", "\r"),
        .init("LF of the empty line after trailers", "9112 §7.1", "\(chunked)0\r\nX: y\r\n\r", "", "\n"),
    ]
}
