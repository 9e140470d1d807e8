import Foundation
import JSONText
import Testing

@Suite("JSON object reader")
struct JSONObjectReaderTests {
    private enum Colour: String, CaseIterable { case green, orange, red }

    private static func make(_ text: String) throws -> (object: JSONObjectReader, faults: InputFaults) {
        let faults = InputFaults()
        let root = try JSONParser.parse(Array(text.utf8))
        return (try #require(JSONReader(root, faults: faults).openObject()), faults)
    }

    @Test func nullCountsAsAbsent() throws {
        let (object, faults) = try Self.make(#"{"a": null, "b": 1}"#)

        #expect(object["a"] == nil)
        #expect(object["c"] == nil)
        #expect(object["b"] != nil)
        #expect(object.stated("a")?.isNull == true)
        #expect(object.stated("c") == nil)
        #expect(object.text("a") == nil)
        #expect(object.codes("c", Colour.self) == nil)
        #expect(object.texts("a").isEmpty)
        #expect(faults.all.isEmpty)
    }

    @Test func whatIsRequiredAndAbsentIsAFaultAtTheObject() throws {
        let (object, faults) = try Self.make(#"  {"a": null}"#)

        #expect(object.required("a") == nil)
        #expect(object.required("b") == nil)
        #expect(faults.all.map(\.short) == ["/a @2 missing", "/b @2 missing"])
    }

    @Test func valuesByCodeKeepNullAndUnknownApart() throws {
        let (object, faults) = try Self.make(#"{"green": 1, "blue": 2, "red": "x"}"#)

        let values = object.byCode(Colour.self) { $0.integer(in: 0...9) }

        #expect(values == [.green: 1])
        let found = faults.all.map { "\($0.pointer) \($0.kind.short)" }.sorted()
        #expect(found == ["/blue unknown code blue of green|orange|red", "/red not integer"])
    }

    @Test func everyFaultIsToldAtOnceWithItsPlace() throws {
        let (object, faults) = try Self.make(
            #"{"name": 7, "list": ["green", 3, "blue"], "in": {"a/b": 1, "deep": [{"n": 99}]}, "flag": "yes"}"#)

        _ = object.text("name")
        _ = object.codes("list", Colour.self)
        let inner = object["in"]?.object(["deep"])
        _ = inner?.elements("deep") { $0.object(["n"])?.integer("n", in: 0...9) }
        _ = object.boolean("flag")
        _ = object.required("id")

        #expect(
            faults.all.map { $0.pointer.description } == [
                "/name", "/list/1", "/list/2", "/in/a~1b", "/in/deep/0/n", "/flag", "/id",
            ])
        #expect(
            faults.all.map(\.kind.short) == [
                "not string", "not string", "unknown code blue of green|orange|red", "unknown name a/b",
                "99 not in 0...9", "not boolean", "missing",
            ])
    }

    /// Names are told apart by code units (RFC 8259 §8.3), in objects with few members and with many.
    @Test(arguments: [0, 100])
    func namesThatLookAlikeAreTwoNames(others: Int) throws {
        let more = (0..<others).map { ", \"\($0)\": 0" }.joined()
        let (object, _) = try Self.make("{\"e\u{301}\": 1, \"\u{E9}\": 2\(more)}")

        #expect(object.integer("e\u{301}", in: 0...9) == 1)
        #expect(object.integer("\u{E9}", in: 0...9) == 2)
    }

    /// The sign for kelvin is canonically the same as a K.
    @Test func aNameThatLooksLikeAKnownOneIsUnknown() throws {
        let faults = InputFaults()
        let root = try JSONParser.parse(Array("{\"\u{212A}ind\": 1}".utf8))

        #expect(JSONReader(root, faults: faults).object(["Kind"])?["Kind"] == nil)
        #expect(faults.all.map(\.kind.short) == ["unknown name \u{212A}ind"])
    }

    @Test func namesStandInTheOrderOfTheText() throws {
        let (object, _) = try Self.make(#"{"z": 1, "a": 2, "m": 3}"#)

        #expect(object.names == ["z", "a", "m"])
        #expect(object.pointer.description.isEmpty)
    }
}
