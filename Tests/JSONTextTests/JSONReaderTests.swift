import Foundation
import JSONText
import Testing

@Suite("JSON reader")
struct JSONReaderTests {
    private enum Colour: String, CaseIterable { case green, orange, red }

    /// A way to read a value, its result as text, and the faults it leaves.
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let read: @Sendable (JSONReader) -> String?
        let value: String?
        let fault: String?
        var testDescription: String { name }

        init(
            _ name: String, _ text: String, _ read: @escaping @Sendable (JSONReader) -> String?,
            gives value: String? = nil, fault: String? = nil
        ) {
            (self.name, self.text, self.read, self.value, self.fault) = (name, text, read, value, fault)
        }
    }

    private static let text: @Sendable (JSONReader) -> String? = { $0.text(limit: 5) }
    private static let boolean: @Sendable (JSONReader) -> String? = { $0.boolean().map { "\($0)" } }
    private static let integer: @Sendable (JSONReader) -> String? = { $0.integer(in: 1...9).map { "\($0)" } }
    private static let number: @Sendable (JSONReader) -> String? = { $0.number().map { "\($0)" } }
    private static let degrees: @Sendable (JSONReader) -> String? = { $0.number(in: -90...90).map { "\($0)" } }
    private static let code: @Sendable (JSONReader) -> String? = { $0.code(Colour.self)?.rawValue }
    private static let date: @Sendable (JSONReader) -> String? = { $0.parsed(.date) { $0 == "nu" ? "now" : nil } }
    private static let list: @Sendable (JSONReader) -> String? = {
        $0.elements { $0.integer(in: 1...9) }.map { "\($0)" }
    }
    private static let object: @Sendable (JSONReader) -> String? = {
        $0.object(["a", "b"])?.names.joined(separator: ",")
    }

    @Test(arguments: [
        Example("text", #""abcde""#, text, gives: "abcde"),
        Example("text of too many bytes", #""abcdé""#, text, fault: " @0 longer than 5"),
        Example("empty text", #""""#, text, fault: " @0 malformed text "),
        Example("text of spaces", "\" \\t\"", text, fault: " @0 malformed text  \t"),
        Example("text: number", "1", text, fault: " @0 not string"),
        Example("text: null", "null", text, fault: " @0 not string"),
        Example("true", "true", boolean, gives: "true"),
        Example("boolean: 1", "1", boolean, fault: " @0 not boolean"),
        Example("boolean: text", #""true""#, boolean, fault: " @0 not boolean"),
        Example("lowest", "1", integer, gives: "1"),
        Example("highest", "9", integer, gives: "9"),
        Example("below", "0", integer, fault: " @0 0 not in 1...9"),
        Example("above", "10", integer, fault: " @0 10 not in 1...9"),
        Example("integer: written with a fraction", "2.0", integer, fault: " @0 not integer"),
        Example("integer: written with an exponent", "2e0", integer, fault: " @0 not integer"),
        Example("integer: text", #""2""#, integer, fault: " @0 not integer"),
        Example("number", "2.5", number, gives: "2.5"),
        Example("number: whole", "2", number, gives: "2.0"),
        Example("number: boolean", "true", number, fault: " @0 not number"),
        Example("number in range: highest", "90", degrees, gives: "90.0"),
        Example("number in range: lowest", "-90.0", degrees, gives: "-90.0"),
        Example("number in range: just above", "90.001", degrees, fault: " @0 91 not in -90...90"),
        Example("number in range: just below", "-90.001", degrees, fault: " @0 -91 not in -90...90"),
        Example("number in range: far above", "1e300", degrees, fault: " @0 \(Int.max) not in -90...90"),
        Example("number in range: text", #""9""#, degrees, fault: " @0 not number"),
        Example("code", #""red""#, code, gives: "red"),
        Example("unknown code", #""blue""#, code, fault: " @0 unknown code blue of green|orange|red"),
        Example("code in another case", #""Red""#, code, fault: " @0 unknown code Red of green|orange|red"),
        Example("code: number", "1", code, fault: " @0 not string"),
        Example("parsed", #""nu""#, date, gives: "now"),
        Example("not parsed", #""toen""#, date, fault: " @0 malformed date toen"),
        Example("parsed: null", "null", date, fault: " @0 not string"),
        Example("list", "[1, 2]", list, gives: "[1, 2]"),
        Example("empty list", "[]", list, gives: "[]"),
        Example("list with one bad element", "[1, 0]", list, gives: "[1]", fault: "/1 @4 0 not in 1...9"),
        Example("list: object", "{}", list, fault: " @0 not array"),
        Example("object", #"{"b": 1, "a": 2}"#, object, gives: "b,a"),
        Example("unknown name", #"{"c": 1}"#, object, gives: "c", fault: "/c @6 unknown name c"),
        Example("object: array", "[]", object, fault: " @0 not object"),
    ])
    func readsOrLeavesAFault(_ example: Example) throws {
        let faults = InputFaults()
        let root = try JSONParser.parse(Array(example.text.utf8))

        let value = example.read(JSONReader(root, faults: faults))

        #expect(value == example.value)
        #expect(faults.all.map(\.short) == [example.fault].compactMap { $0 })
    }
}
