/// The ABNF of RFC 9112, RFC 9110, RFC 3986 and RFC 3629, as far as the server takes it.
///
/// Written from the RFCs; the parser knows nothing of it. Where the house allows less, a comment says so.
enum RequestGrammar {
    static let head = RuleReader(headRule)
    static let chunkLine = RuleReader(.all(chunkSize, chunkExtensions, lineEnd))
    static let lineEndAlone = RuleReader(lineEnd)
    static let trailers = RuleReader(fieldSection)
    static let originForm = RuleReader(.all(.oneOrMore(.all("/", segment)), optionalQuery))
    static let absoluteForm = RuleReader(
        .all(.anyCase("http"), .optional(.anyCase("s")), "://", authority, .many(.all("/", segment)), optionalQuery))
    /// `uri-host ":" port`, RFC 9112 §3.2.3; without a port CONNECT is invalid, RFC 9110 §9.3.6.
    static let authorityForm = RuleReader(.all(host, ":", .times(1...5, digit)))
    static let hostField = RuleReader(authority)
    static let text = RuleReader(.many(character))
    static let length = RuleReader(.oneOrMore(digit))

    private static let digit = Rule.byte(.digit)
    private static let hexadecimal = Rule.byte(.hexadecimal)
    private static let lineEnd: Rule = "\r\n"
    private static let blanks = Rule.many(.byte(.blank))

    // RFC 9112 §2.1, §3 and §5; RFC 9110 §5. One empty line may come first, §2.2.
    private static let headRule = Rule.all(.optional(lineEnd), requestLine, fieldSection)
    /// A method has at most 32 bytes here. What a target is made of is looked at when the head is complete.
    private static let requestLine = Rule.all(
        .times(1...32, .byte(.token)), " ", .oneOrMore(.byte(.query + "%[]")), " ", version, lineEnd)
    /// Another version than 1.0 and 1.1 is known by the byte after it, and then nothing can follow.
    private static let version = Rule.any(
        .all("HTTP/1.", .byte("01")), .all("HTTP/", digit, ".", digit, .byte(.none)))
    private static let fieldSection = Rule.all(.many(fieldLine), lineEnd)
    private static let fieldLine = Rule.all(
        .oneOrMore(.byte(.token)), ":", .many(.byte(.content)), lineEnd)

    // RFC 9112 §7.1.
    private static let chunkSize = Rule.oneOrMore(hexadecimal)
    private static let chunkExtensions = Rule.many(
        .all(
            blanks, ";", blanks, .oneOrMore(.byte(.token)),
            .optional(.all(blanks, "=", blanks, .any(.oneOrMore(.byte(.token)), quotedString)))))
    private static let quotedString = Rule.all(
        "\"", .many(.any(.byte(.quoted), .all("\\", .byte(.content)))), "\"")

    // RFC 3986 §2.1, §3.2 and §3.3.
    private static let escape = Rule.all("%", hexadecimal, hexadecimal)
    private static let segment = Rule.many(.any(.byte(.path - "/"), escape))
    private static let optionalQuery = Rule.optional(.all("?", .many(.any(.byte(.query), escape))))
    /// No user, RFC 9110 §4.2.4; no empty host, §4.2.1; no future address, since no version of one is known here
    /// (RFC 3986 §3.2.2); a port of at most five digits.
    private static let authority = Rule.all(host, .optional(.all(":", .times(0...5, digit))))
    private static let host = Rule.any(
        .all("[", addressOf16Bytes, "]"), .oneOrMore(.any(.byte(.name), escape)))
    private static let addressOf16Bytes = Rule.any(
        .all(.times(6, group), lastGroups),
        .all("::", .times(5, group), lastGroups),
        .all(.optional(h16), "::", .times(4, group), lastGroups),
        .all(groups(1), "::", .times(3, group), lastGroups),
        .all(groups(2), "::", .times(2, group), lastGroups),
        .all(groups(3), "::", group, lastGroups),
        .all(groups(4), "::", lastGroups),
        .all(groups(5), "::", h16),
        .all(groups(6), "::"))
    private static let h16 = Rule.times(1...4, hexadecimal)
    private static let group = Rule.all(h16, ":")
    /// `[ *count( h16 ":" ) h16 ]`.
    private static func groups(_ count: Int) -> Rule { .optional(.all(.times(0...count, group), h16)) }
    private static let lastGroups = Rule.any(.all(h16, ":", h16), addressOf4Bytes)
    private static let addressOf4Bytes = Rule.all(octet, ".", octet, ".", octet, ".", octet)
    private static let octet = Rule.any(
        digit, .all(.byte("123456789"), digit), .all("1", digit, digit), .all("2", .byte("01234"), digit),
        .all("25", .byte("012345")))

    // UTF8-char, RFC 3629 §4.
    private static let tail = Rule.byte(ByteSet(0x80...0xBF))
    private static let character = Rule.any(
        .byte(ByteSet(0x00...0x7F)),
        .all(.byte(ByteSet(0xC2...0xDF)), tail),
        .all(.byte(ByteSet([0xE0])), .byte(ByteSet(0xA0...0xBF)), tail),
        .all(.byte(ByteSet(Array(0xE1...0xEC) + [0xEE, 0xEF])), tail, tail),
        .all(.byte(ByteSet([0xED])), .byte(ByteSet(0x80...0x9F)), tail),
        .all(.byte(ByteSet([0xF0])), .byte(ByteSet(0x90...0xBF)), tail, tail),
        .all(.byte(ByteSet(0xF1...0xF3)), tail, tail, tail),
        .all(.byte(ByteSet([0xF4])), .byte(ByteSet(0x80...0x8F)), tail, tail))
}
