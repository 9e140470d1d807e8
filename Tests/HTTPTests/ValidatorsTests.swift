import Testing

@testable import HTTP

@Suite("Conditions, RFC 9110 §13")
struct ValidatorsTests {
    static let before = "Sun, 06 Nov 1994 08:49:36 GMT"
    static let same = "Sun, 06 Nov 1994 08:49:37 GMT"
    static let after = "Sun, 06 Nov 1994 08:49:38 GMT"
    static let now = 1_773_144_000

    static func make(tag: String = "a", isWeak: Bool = false, lastModified: Int? = 784_111_777) throws -> Validators {
        Validators(tag: try #require(EntityTag(opaque: tag, isWeak: isWeak)), lastModified: lastModified)
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let fields: Fields
        let expected: Validators.Verdict
        /// For methods other than GET and HEAD.
        let writing: Validators.Verdict
        var testDescription: String { name }

        init(
            _ name: String, _ fields: Fields, _ expected: Validators.Verdict, writing: Validators.Verdict? = nil
        ) {
            (self.name, self.fields, self.expected) = (name, fields, expected)
            self.writing = writing ?? expected
        }
    }

    @Test(
        "the verdict",
        arguments: [
            Example("no condition", [:], .proceed),
            Example("§13.1.1 the tag", [.ifMatch: "\"a\""], .proceed),
            Example("§13.1.1 in a list", [.ifMatch: "\"b\", \"a\""], .proceed),
            Example("§13.1.1 star", [.ifMatch: "*"], .proceed),
            Example("§13.1.1 another tag", [.ifMatch: "\"b\""], .failed),
            Example("§13.1.1 weak does not match strongly", [.ifMatch: "W/\"a\""], .failed),
            Example("§13.1.1 not in the grammar", [.ifMatch: "a"], .failed),
            Example("§13.1.2 the tag", [.ifNoneMatch: "\"a\""], .notModified, writing: .failed),
            Example("§13.1.2 weak", [.ifNoneMatch: "W/\"a\""], .notModified, writing: .failed),
            Example("§13.1.2 in a list", [.ifNoneMatch: "\"b\",W/\"a\""], .notModified, writing: .failed),
            Example("§13.1.2 star", [.ifNoneMatch: "*"], .notModified, writing: .failed),
            Example("§13.1.2 another tag", [.ifNoneMatch: "\"b\""], .proceed),
            Example("§13.1.2 not in the grammar", [.ifNoneMatch: "a"], .proceed),
            Example("§13.1.3 the date", [.ifModifiedSince: same], .notModified, writing: .proceed),
            Example("§13.1.3 later", [.ifModifiedSince: after], .notModified, writing: .proceed),
            Example("§13.1.3 earlier", [.ifModifiedSince: before], .proceed),
            Example(
                "§13.1.3 rfc850-date", [.ifModifiedSince: "Sunday, 06-Nov-94 08:49:37 GMT"], .notModified,
                writing: .proceed),
            Example("§13.1.3 asctime", [.ifModifiedSince: "Sun Nov  6 08:49:36 1994"], .proceed),
            Example("§13.1.3 no date", [.ifModifiedSince: "yesterday"], .proceed),
            Example("§13.1.4 the date", [.ifUnmodifiedSince: same], .proceed),
            Example("§13.1.4 later", [.ifUnmodifiedSince: after], .proceed),
            Example("§13.1.4 earlier", [.ifUnmodifiedSince: before], .failed),
            Example("§13.1.4 no date", [.ifUnmodifiedSince: "0"], .proceed),
            Example(
                "§13.2.2 If-Match before If-Unmodified-Since", [.ifMatch: "\"a\"", .ifUnmodifiedSince: before], .proceed
            ),
            Example("§13.2.2 If-Match fails first", [.ifMatch: "\"b\"", .ifNoneMatch: "\"a\""], .failed),
            Example(
                "§13.2.2 both hold, then If-None-Match", [.ifMatch: "\"a\"", .ifNoneMatch: "\"a\""], .notModified,
                writing: .failed),
            Example(
                "§13.2.2 If-None-Match before If-Modified-Since", [.ifNoneMatch: "\"b\"", .ifModifiedSince: after],
                .proceed),
            Example(
                "§13.1.3 also one not in the grammar", [.ifNoneMatch: "b", .ifModifiedSince: after], .proceed),
            Example(
                "§13.2.2 If-Unmodified-Since, then If-Modified-Since",
                [.ifUnmodifiedSince: same, .ifModifiedSince: same], .notModified, writing: .proceed),
            Example(
                "§13.2.2 If-Range and Range weigh nothing here", [.ifRange: "\"b\"", .range: "bytes=0-"], .proceed),
        ])
    func verdict(_ example: Example) throws {
        let (validators, asked) = (try Self.make(), AskedConditions(example.fields))

        #expect(validators.verdict(on: asked, isReading: true, now: Self.now) == example.expected)
        #expect(validators.verdict(on: asked, isReading: false, now: Self.now) == example.writing)
    }

    @Test("two fields of one name are a list of tags and no date, RFC 9110 §5.3")
    func repeated() throws {
        var fields: Fields = [.ifNoneMatch: "\"b\""]
        fields.add(.ifNoneMatch, "\"a\"")
        #expect(try Self.make().verdict(on: AskedConditions(fields), isReading: true, now: Self.now) == .notModified)

        fields = [.ifModifiedSince: Self.same]
        fields.add(.ifModifiedSince, Self.same)
        #expect(try Self.make().verdict(on: AskedConditions(fields), isReading: true, now: Self.now) == .proceed)
    }

    @Test("without a last change both dates are ignored, RFC 9110 §13.1.3 and §13.1.4")
    func undated() throws {
        let validators = try Self.make(lastModified: nil)

        for name in [FieldName.ifModifiedSince, .ifUnmodifiedSince] {
            let asked = AskedConditions([name: Self.before])
            #expect(validators.verdict(on: asked, isReading: true, now: Self.now) == .proceed)
        }
        #expect(!validators.matchesIfRange(Self.same, now: Self.now))
    }

    @Test(
        "If-Range, RFC 9110 §13.1.5",
        arguments: [
            ("\"a\"", true), ("\"b\"", false), ("W/\"a\"", false), ("*", false), ("\"a\", \"b\"", false), ("a", false),
            ("", false), (same, true), (before, false), (after, false), ("Sun Nov  6 08:49:37 1994", true),
            ("Sunday, 06-Nov-94 08:49:37 GMT", true), ("Mon, 06 Nov 1994 08:49:37 GMT", false),
        ])
    func ifRange(field: String, expected: Bool) throws {
        #expect(try Self.make().matchesIfRange(field, now: Self.now) == expected)
    }

    @Test("a weak tag never lets a range through")
    func weak() throws {
        #expect(try !Self.make(isWeak: true).matchesIfRange("W/\"a\"", now: Self.now))
    }

    @Test("names are found in any case, and only these")
    func names() {
        let asked = AskedConditions([
            "ACCEPT-ENCODING": "1", "if-match": "2", "If-Modified-since": "3", "iF-NONE-MATCH": "4", "if-range": "5",
            "If-Unmodified-Since": "6", "range": "7", "Accept": "8", "If": "9", "Referer": "10", "I": "11",
        ])

        #expect(
            [asked.acceptEncoding, asked.ifMatch, asked.ifModifiedSince, asked.ifNoneMatch, asked.ifRange]
                == ["1", "2", "3", "4", "5"])
        #expect([asked.ifUnmodifiedSince, asked.range] == ["6", "7"])
    }
}
