import JSONText

/// RFC 8259 §7 and §8: strings, escapes, surrogates, UTF-8.
enum StringExamples {
    static let all: [ParserExample] = escapes + surrogates + controls + encodings

    private static let escapes: [ParserExample] = [
        .accept("empty", #""""#, ""),
        .accept("plain", #""opvang""#, "opvang"),
        .accept("outside ASCII", "\"Fryslân 😀\"", "Fryslân 😀"),
        .accept("escaped quote", #""\"""#, "\""),
        .accept("escaped backslash", #""\\""#, "\\"),
        .accept("escaped slash", #""\/""#, "/"),
        .accept("bare slash", #""/""#, "/"),
        .accept("backspace", #""\b""#, "\u{8}"),
        .accept("form feed", #""\f""#, "\u{C}"),
        .accept("line feed", #""\n""#, "\n"),
        .accept("carriage return", #""\r""#, "\r"),
        .accept("tab", #""\t""#, "\t"),
        .accept("carriage return and line feed are two scalars", #""\r\n""#, "\r\n"),
        .accept("hexadecimal escape, lower case", #""\u00eb""#, "ë"),
        .accept("hexadecimal escape, upper case", #""\u00EB""#, "ë"),
        .accept("escaped letter", #""\u0041b""#, "Ab"),
        .accept("escaped NUL", #""a\u0000b""#, "a\u{0}b"),
        .accept("escaped control character", #""\u001f""#, "\u{1F}"),
        .accept("last scalar of the basic plane", #""\uffff""#, "\u{FFFF}"),
        .accept("escapes between texts", #""één\ttwee\\drie""#, "één\ttwee\\drie"),
        .accept("letters and accents stay apart", #""e\u0301""#, "e\u{301}"),
        .refuse("unknown escape", #""\x41""#, .unknownEscape, at: 1),
        .refuse("escape in upper case", #""\N""#, .unknownEscape, at: 1),
        .refuse("escaped apostrophe", #""\'""#, .unknownEscape, at: 1),
        .refuse("escaped line end", "\"a\\\nb\"", .unknownEscape, at: 2),
        .refuse("three hexadecimal digits", #""\u00e""#, .unknownEscape, at: 1),
        .refuse("a letter that is no digit", #""\u00g0""#, .unknownEscape, at: 1),
        .refuse("braces around the digits", #""\u{e9}""#, .unknownEscape, at: 1),
        .refuse("sign among the digits", #""\u+0e9""#, .unknownEscape, at: 1),
        .refuse("end after the backslash", #""a\"#, .unexpectedEnd, at: 3),
        .refuse("end inside the digits", #""\u00"#, .unexpectedEnd, at: 5),
        .refuse("not closed", #""abc"#, .unexpectedEnd, at: 4),
        .refuse("closing quote is escaped", #""abc\""#, .unexpectedEnd, at: 6),
        .refuse("single quotes", "'abc'", .unexpectedByte(UInt8(ascii: "'")), at: 0),
    ]

    private static let surrogates: [ParserExample] = [
        .accept("pair", #""\ud83d\ude00""#, "😀"),
        .accept("pair, upper case", #""\uD83D\uDE00""#, "😀"),
        .accept("first pair", #""\ud800\udc00""#, "\u{10000}"),
        .accept("last pair", #""\udbff\udfff""#, "\u{10FFFF}"),
        .accept("just below the surrogates", #""\ud7ff""#, "\u{D7FF}"),
        .accept("just above the surrogates", #""\ue000""#, "\u{E000}"),
        .refuse("lead alone", #""\ud83d""#, .loneSurrogate, at: 1),
        .refuse("trail alone", #""\ude00""#, .loneSurrogate, at: 1),
        .refuse("lead before a letter", #""ab\ud83dc""#, .loneSurrogate, at: 3),
        .refuse("lead before another escape", #""\ud83d\n""#, .loneSurrogate, at: 1),
        .refuse("lead before an escaped letter", #""\ud83d\u0041""#, .loneSurrogate, at: 1),
        .refuse("two leads", #""\ud83d\ud83d""#, .loneSurrogate, at: 1),
        .refuse("two leads and a trail", #""\ud83d\ud83d\ude00""#, .loneSurrogate, at: 1),
        .refuse("trail before lead", #""\ude00\ud83d""#, .loneSurrogate, at: 1),
        .refuse("pair and a trail", #""\ud83d\ude00\ude00""#, .loneSurrogate, at: 13),
        .refuse("first lead alone", #""\ud800""#, .loneSurrogate, at: 1),
        .refuse("last lead alone", #""\udbff""#, .loneSurrogate, at: 1),
        .refuse("first trail alone", #""\udc00""#, .loneSurrogate, at: 1),
        .refuse("last trail alone", #""\udfff""#, .loneSurrogate, at: 1),
        .refuse("in a name", #"{"\ud83d": 1}"#, .loneSurrogate, at: 2),
        .refuse("digits of the trail malformed", #""\ud83d\ude0x""#, .unknownEscape, at: 1),
    ]

    private static let controls: [ParserExample] = [
        .accept("delete is no control character here", "\"\u{7F}\"", "\u{7F}"),
        .accept("line separator", "\"\u{2028}\"", "\u{2028}"),
        .refuse("bare NUL", "\"a\u{0}\"", .controlCharacterInString, at: 2),
        .refuse("bare tab", "\"\t\"", .controlCharacterInString, at: 1),
        .refuse("bare line feed", "\"a\nb\"", .controlCharacterInString, at: 2),
        .refuse("bare carriage return", "\"\r\"", .controlCharacterInString, at: 1),
        .refuse("last control character", "\"\u{1F}\"", .controlCharacterInString, at: 1),
        .refuse("in a name", "{\"a\u{1}\": 1}", .controlCharacterInString, at: 3),
    ]

    /// The fault stands at the string's opening quote.
    private static let encodings: [ParserExample] =
        [
            ("lone continuation", [0x80]), ("last continuation", [0xBF]), ("overlong of two", [0xC0, 0x80]),
            ("overlong of two, last", [0xC1, 0xBF]), ("overlong of three", [0xE0, 0x80, 0x80]),
            ("overlong of three, last", [0xE0, 0x9F, 0xBF]), ("overlong of four", [0xF0, 0x80, 0x80, 0x80]),
            ("overlong of four, last", [0xF0, 0x8F, 0xBF, 0xBF]), ("first surrogate", [0xED, 0xA0, 0x80]),
            ("last surrogate", [0xED, 0xBF, 0xBF]), ("pair in UTF-8", [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]),
            ("above the last scalar", [0xF4, 0x90, 0x80, 0x80]), ("byte F5", [0xF5, 0x80, 0x80, 0x80]),
            ("byte FE", [0xFE]), ("byte FF", [0xFF]), ("two bytes, cut", [0xC3]), ("three bytes, cut", [0xE2, 0x82]),
            ("four bytes, cut", [0xF0, 0x9F, 0x98]), ("Latin 1", [0x46, 0xEB, 0x20]),
            ("cut by an escape", [0xC3, 0x5C, 0x6E]), ("after an escape", [0x5C, 0x6E, 0xC3]),
            ("between escapes", [0x5C, 0x6E, 0xA9, 0x5C, 0x6E]),
        ].map { name, bytes in
            .refuse("not UTF-8: \(name)", bytes: [0x5B, 0x22] + bytes + [0x22, 0x5D], .notUTF8, at: 1)
        } + [
            .accept("last scalar of two bytes", bytes: [0x22, 0xDF, 0xBF, 0x22], "\u{7FF}"),
            .accept("last scalar of three bytes", bytes: [0x22, 0xEF, 0xBF, 0xBF, 0x22], "\u{FFFF}"),
            .accept("last scalar of four bytes", bytes: [0x22, 0xF4, 0x8F, 0xBF, 0xBF, 0x22], "\u{10FFFF}"),
            .refuse("not UTF-8 in a name", bytes: [0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D], .notUTF8, at: 1),
            .refuse("not UTF-8 outside a string", bytes: [0x5B, 0xC3, 0x5D], .unexpectedByte(0xC3), at: 1),
        ]
}
