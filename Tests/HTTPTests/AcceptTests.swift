import TestTools
import Testing

@testable import HTTP

@Suite("Accept, RFC 9110 §12.5.1")
struct AcceptTests {
    @Test("of a field of very many members the first 64 count")
    func manyMembers() {
        let field = Array(repeating: "text/x", count: 63).joined(separator: ",") + ",text/html,application/json"

        #expect(Accept.ranges(field).count == 64)
        #expect(Accept.ranges(field).last?.type.subtype == "html")
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let field: String?
        let expected: String?
        var testDescription: String { name }
    }

    static let examples: [Example] = [
        Example(name: "no field", field: nil, expected: "application/json"),
        Example(name: "empty field", field: " ", expected: "application/json"),
        Example(name: "everything", field: "*/*", expected: "application/json"),
        Example(name: "one type", field: "text/csv", expected: "text/csv"),
        Example(name: "case", field: "TEXT/CSV", expected: "text/csv"),
        Example(name: "another type", field: "application/xml", expected: nil),
        Example(name: "any subtype", field: "text/*", expected: "text/csv"),
        Example(
            name: "quality decides", field: "application/json;q=0.5, text/html;q=0.8, text/csv;q=0.7",
            expected: "text/html"),
        Example(name: "order of the field does not", field: "text/csv, application/json", expected: "application/json"),
        Example(name: "the named type before the star", field: "*/*, text/csv", expected: "text/csv"),
        Example(
            name: "the most specific range gives the quality",
            field: "text/*;q=0.9, text/csv;q=0.1, application/json;q=0.5", expected: "text/html"),
        Example(name: "refused by q=0", field: "application/json;q=0, */*;q=0.1", expected: "text/csv"),
        Example(name: "everything refused", field: "*/*;q=0", expected: nil),
        Example(
            name: "a browser", field: "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
            expected: "text/html"),
        Example(name: "blanks", field: " text/csv ; q=0.3 ,\ttext/html ; q=0.2", expected: "text/csv"),
        Example(name: "our charset", field: "application/json; charset=utf-8", expected: "application/json"),
        Example(name: "another charset", field: "application/json; charset=latin1", expected: nil),
        Example(name: "another parameter", field: "application/json; version=2", expected: nil),
        Example(name: "comma in quotes", field: "text/html;a=\"b,c\", text/csv;q=0.5", expected: "text/csv"),
        Example(
            name: "malformed quality counts for nothing", field: "text/html;q=1.5, text/csv;q=0.1", expected: "text/csv"
        ),
        Example(name: "four decimals", field: "text/html;q=0.1234", expected: nil),
        Example(name: "star subtype without type", field: "*/html", expected: nil),
        Example(name: "no slash", field: "html", expected: nil),
        Example(name: "q in capitals", field: "text/html;Q=0.1, text/csv", expected: "text/csv"),
        Example(name: "smallest quality", field: "text/csv;q=0.001", expected: "text/csv"),
    ]

    @Test("the best offer", arguments: examples)
    func best(_ example: Example) {
        let offers = ["application/json", "text/csv", "text/html"].compactMap(MediaType.init)

        #expect(Accept.best(of: offers, for: example.field)?.essence == example.expected)
    }

    @Test("any text is read without harm", arguments: 0..<200 as Range<UInt64>)
    func noise(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let parts = ["text", "/", "*", ";", "q=", "0.5", ",", "\"", "\\", " ", "=", "é", "\0"]
        let field = (0..<12).compactMap { _ in parts.randomElement(using: &generator) }.joined()

        _ = Accept.best(of: ["text/html"].compactMap(MediaType.init), for: field)
        _ = MediaType(field)
        _ = EntityTagCondition(field)
    }

    @Test(
        "media types, RFC 9110 §8.3.1",
        arguments: [
            ("text/html", "text/html"), ("Text/HTML; Charset=\"utf-8\"", "text/html; charset=utf-8"),
            ("a/b;c=\"d e\\\"\"", "a/b; c=\"d e\\\"\""), ("a/b; ;c=d;", "a/b; c=d"), ("a", nil), ("a/b/c", nil),
            ("a/", nil), ("/b", nil), ("a /b", nil), ("a/b;c", nil), ("a/b;c=", nil), ("a/b;c=d;C=e", nil),
            ("a/b;c = d", nil), ("a/b;c=\"d", nil), ("a/b;c=\"d\"e", nil), ("", nil),
        ] as [(String, String?)])
    func mediaType(text: String, expected: String?) {
        #expect(MediaType(text)?.description == expected)
    }
}

@Suite("Entity tags, RFC 9110 §8.8.3 and §13.1")
struct EntityTagTests {
    @Test(
        "a condition is read",
        arguments: [
            ("*", "*"), (" * ", "*"), ("\"a\"", "\"a\""), ("W/\"a\"", "W/\"a\""),
            ("\"a\", W/\"b\" ,\"\"", "\"a\" W/\"b\" \"\""),
            ("\"a,b\"", "\"a,b\""), (",\"a\",,", "\"a\""), ("", nil), (",", nil), ("a", nil), ("\"a", nil),
            ("w/\"a\"", nil), ("\"a\" \"b\"", nil), ("*, \"a\"", nil), ("\"a b\"", nil), ("W/ \"a\"", nil),
        ] as [(String, String?)])
    func condition(field: String, expected: String?) {
        let text: String? =
            switch EntityTagCondition(field) {
            case nil: nil
            case .any: "*"
            case .tags(let tags): tags.map(\.description).joined(separator: " ")
            }
        #expect(text == expected)
    }

    @Test("strong and weak comparison, RFC 9110 §8.8.3.2")
    func comparison() throws {
        let strong = try #require(EntityTag(opaque: "1"))
        let weak = try #require(EntityTag(opaque: "1", isWeak: true))
        let other = try #require(EntityTag(opaque: "2"))

        #expect(strong.matchesStrongly(strong) && strong.matchesWeakly(weak))
        #expect(!strong.matchesStrongly(weak) && !weak.matchesStrongly(weak) && weak.matchesWeakly(weak))
        #expect(!strong.matchesWeakly(other))
        #expect(EntityTagCondition.any.matchesStrongly(strong) && !EntityTagCondition.any.matchesStrongly(nil))
        #expect(EntityTag(opaque: "a\"b") == nil)
    }
}
