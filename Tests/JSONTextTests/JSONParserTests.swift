import Foundation
import JSONText
import Testing

@Suite("JSON parser, RFC 8259")
struct JSONParserTests {
    @Test("§6 numbers", arguments: NumberExamples.all)
    func numbers(_ example: ParserExample) { example.check() }

    @Test("§7 and §8 strings", arguments: StringExamples.all)
    func strings(_ example: ParserExample) { example.check() }

    @Test("§2 to §5 and §8.1 structure", arguments: StructureExamples.all)
    func structure(_ example: ParserExample) { example.check() }

    @Test func everyNodeKnowsItsPlace() throws {
        let text = "\u{FEFF}{ \"a\": [1, \"é\", null], \"b\": { \"c\": true } }"

        let root = try JSONParser.parse(Array(text.utf8))

        guard case .object(let members) = root.value, case .array(let elements) = members[0].node.value,
            case .object(let inner) = members[1].node.value
        else {
            Issue.record("not the shape of the text")
            return
        }
        #expect(root.offset == 3)
        #expect(members.map(\.offset) == [5, 27])
        #expect(members.map(\.node.offset) == [10, 32])
        #expect(elements.map(\.offset) == [11, 14, 20])
        #expect(inner.map(\.offset) == [34])
        #expect(inner.map(\.node.offset) == [39])
    }

    @Test(arguments: [
        ("null", JSONType.null), ("true", .boolean), ("1", .integer), ("-0", .integer), ("1.0", .number),
        ("1e0", .number), ("\"\"", .string), ("[]", .array), ("{}", .object),
    ])
    func typeIsWhatIsWritten(text: String, type: JSONType) throws {
        #expect(try JSONParser.parse(Array(text.utf8)).type == type)
    }

    @Test func aHundredThousandNamesAreRead() throws {
        let count = 100_000
        let text = "{" + (0..<count).map { "\"name\($0)\":\($0)" }.joined(separator: ",") + "}"
        let faults = InputFaults()

        let root = try JSONParser.parse(Array(text.utf8))
        let object = try #require(JSONReader(root, faults: faults).object(["name7"]))

        #expect(object.names.count == count)
        #expect(object.integer("name7", in: 0...count) == 7)
        #expect(faults.all.count == count - 1)
        #expect(faults.all.last?.pointer.description == "/name99999")
    }
}
