import JSONText

/// RFC 8259 §2 to §5 and §8.1: values, objects, arrays, white space, byte order mark.
enum StructureExamples {
    static let all: [ParserExample] = values + arrays + objects + names + depths + marks

    private static let values: [ParserExample] = [
        .accept("null", "null", nil),
        .accept("true", "true", true),
        .accept("false", "false", false),
        .accept("space around", " \t\r\n 1 \t\r\n ", 1),
        .refuse("nothing", "", .emptyText, at: 0),
        .refuse("only space", " \n\t\r", .emptyText, at: 4),
        .refuse("literal cut", "tru", .unexpectedEnd, at: 3),
        .refuse("literal misspelt", "trve", .unexpectedByte(UInt8(ascii: "v")), at: 2),
        .refuse("literal too long", "nulll", .textAfterValue, at: 4),
        .refuse("literal in upper case", "True", .unexpectedByte(UInt8(ascii: "T")), at: 0),
        .refuse("undefined", "undefined", .unexpectedByte(UInt8(ascii: "u")), at: 0),
        .refuse("two values", "1 2", .textAfterValue, at: 2),
        .refuse("two objects", "{}{}", .textAfterValue, at: 2),
        .refuse("bracket after the value", "{}]", .textAfterValue, at: 2),
        .refuse("comment before", "// x\n1", .unexpectedByte(UInt8(ascii: "/")), at: 0),
        .refuse("comment inside", "[1 /* x */]", .unexpectedByte(UInt8(ascii: "/")), at: 3),
        .refuse("comment after", "1 // x", .textAfterValue, at: 2),
        .refuse("hash comment", "# x", .unexpectedByte(UInt8(ascii: "#")), at: 0),
        .refuse("no-break space is no space", "\u{A0}1", .unexpectedByte(0xC2), at: 0),
        .refuse("form feed is no space", "\u{C}1", .unexpectedByte(0x0C), at: 0),
        .refuse("NUL after the value", "1\u{0}", .textAfterValue, at: 1),
    ]

    private static let arrays: [ParserExample] = [
        .accept("empty array", "[]", []),
        .accept("empty array with space", "[ \n ]", []),
        .accept("mixed array", #"[1, "a", null, true, [], {}]"#, [1, "a", nil, true, [], [:]]),
        .refuse("array not closed", "[1", .unexpectedEnd, at: 2),
        .refuse("array only opened", "[", .unexpectedEnd, at: 1),
        .refuse("array closed by a brace", "[1}", .unexpectedByte(UInt8(ascii: "}")), at: 2),
        .refuse("comma at the end", "[1,]", .unexpectedByte(UInt8(ascii: "]")), at: 3),
        .refuse("comma at the start", "[,1]", .unexpectedByte(UInt8(ascii: ",")), at: 1),
        .refuse("two commas", "[1,,2]", .unexpectedByte(UInt8(ascii: ",")), at: 3),
        .refuse("no comma", "[1 2]", .unexpectedByte(UInt8(ascii: "2")), at: 3),
        .refuse("colon in an array", "[1:2]", .unexpectedByte(UInt8(ascii: ":")), at: 2),
        .refuse("closed without opening", "]", .unexpectedByte(UInt8(ascii: "]")), at: 0),
    ]

    private static let objects: [ParserExample] = [
        .accept("empty object", "{}", [:]),
        .accept("order is kept", #"{"b": 1, "a": 2}"#, ["b": 1, "a": 2]),
        .accept("space everywhere", "{ \"a\" :\n1 , \"b\"\t: [ ] }", ["a": 1, "b": []]),
        .accept("empty name", #"{"": 1}"#, ["": 1]),
        .refuse("object not closed", #"{"a": 1"#, .unexpectedEnd, at: 7),
        .refuse("object without value", #"{"a":}"#, .unexpectedByte(UInt8(ascii: "}")), at: 5),
        .refuse("object without colon", #"{"a" 1}"#, .unexpectedByte(UInt8(ascii: "1")), at: 5),
        .refuse("object with equals sign", #"{"a"=1}"#, .unexpectedByte(UInt8(ascii: "=")), at: 4),
        .refuse("comma at the end of an object", #"{"a": 1,}"#, .unexpectedByte(UInt8(ascii: "}")), at: 8),
        .refuse("comma at the start of an object", #"{,"a": 1}"#, .unexpectedByte(UInt8(ascii: ",")), at: 1),
        .refuse("name without quotes", "{a: 1}", .unexpectedByte(UInt8(ascii: "a")), at: 1),
        .refuse("number as name", "{1: 1}", .unexpectedByte(UInt8(ascii: "1")), at: 1),
        .refuse("closed by a bracket", #"{"a": 1]"#, .unexpectedByte(UInt8(ascii: "]")), at: 7),
        .refuse("name only", #"{"a""#, .unexpectedEnd, at: 4),
    ]

    private static let names: [ParserExample] = [
        .accept("same name at another depth", #"{"a": {"a": 1}}"#, ["a": ["a": 1]]),
        .accept("same name in two objects", #"[{"a": 1}, {"a": 2}]"#, [["a": 1], ["a": 2]]),
        .accept("names differ in case", #"{"a": 1, "A": 2}"#, ["a": 1, "A": 2]),
        .accept(
            "names that look alike are two names", #"{"\u00e9": 1, "e\u0301": 2}"#, ["\u{E9}": 1, "e\u{301}": 2]),
        .refuse("name twice", #"{"a": 1, "a": 2}"#, .duplicateName("a"), at: 9),
        .refuse("name twice, same value", #"{"a": 1, "a": 1}"#, .duplicateName("a"), at: 9),
        .refuse("name twice, not side by side", #"{"a":1,"b":2,"a":3}"#, .duplicateName("a"), at: 13),
        .refuse("name twice at depth", #"[{"x": {"b": 1, "b": 2}}]"#, .duplicateName("b"), at: 16),
        .refuse("name twice, once with an escape", #"{"a": 1, "\u0061": 2}"#, .duplicateName("a"), at: 9),
        .refuse("empty name twice", #"{"": 1, "": 2}"#, .duplicateName(""), at: 8),
        .refuse("outside the basic plane, once escaped", #"{"😀":1,"\ud83d\ude00":2}"#, .duplicateName("😀"), at: 10),
        .refuse("slash, once escaped", #"{"a/b":1,"a\/b":2}"#, .duplicateName("a/b"), at: 9),
    ]

    /// Depth 32 is fine, 33 is not (contract §9); the fault stands at the bracket too many.
    private static let depths: [ParserExample] = [
        .accept("32 arrays", nested("[", 32, "]"), (1..<32).reduce([]) { value, _ in [value] }),
        .accept("32 arrays around a number", nested("[", 32, "]", around: "1"), (0..<32).reduce(1) { v, _ in [v] }),
        .accept("32 objects", nested(#"{"a":"#, 31, "}", around: "{}"), (1..<32).reduce([:]) { v, _ in ["a": v] }),
        .accept("many side by side", "[" + nested("[],", 99, "") + "[]]", .array(Array(repeating: [], count: 100))),
        .refuse("33 arrays", nested("[", 33, "]"), .nestedTooDeeply(limit: 32), at: 32),
        .refuse("33 objects", nested(#"{"a":"#, 32, "}", around: "{}"), .nestedTooDeeply(limit: 32), at: 160),
        .refuse("an object in 32 arrays", nested("[", 32, "]", around: "{}"), .nestedTooDeeply(limit: 32), at: 32),
        .refuse("a hundred thousand arrays", nested("[", 100_000, ""), .nestedTooDeeply(limit: 32), at: 32),
    ]

    private static let marks: [ParserExample] = [
        .accept("byte order mark", "\u{FEFF}{}", [:]),
        .accept("byte order mark and space", "\u{FEFF} 1", 1),
        .accept("byte order mark in a string", "\"\u{FEFF}\"", "\u{FEFF}"),
        .refuse("only a byte order mark", "\u{FEFF}", .emptyText, at: 3),
        .refuse("two byte order marks", "\u{FEFF}\u{FEFF}1", .unexpectedByte(0xEF), at: 3),
        .refuse("space before the mark", " \u{FEFF}1", .unexpectedByte(0xEF), at: 1),
        .refuse("the mark counts in offsets", "\u{FEFF}[1,]", .unexpectedByte(UInt8(ascii: "]")), at: 6),
        .refuse("half a mark", bytes: [0xEF, 0xBB, 0x31], .unexpectedByte(0xEF), at: 0),
        .refuse("UTF-16, big end first", bytes: [0xFE, 0xFF, 0x00, 0x31], .unexpectedByte(0xFE), at: 0),
        .refuse("UTF-16, little end first", bytes: [0x31, 0x00], .textAfterValue, at: 1),
    ]

    private static func nested(_ open: String, _ count: Int, _ close: String, around middle: String = "") -> String {
        String(repeating: open, count: count) + middle + String(repeating: close, count: count)
    }
}
