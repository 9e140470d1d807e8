import JSONText
import Testing

@Suite("Text position")
struct TextPositionTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let offset: Int
        let line: Int
        let column: Int
        var testDescription: String { name }
    }

    @Test(arguments: [
        Example(name: "empty text", text: "", offset: 0, line: 1, column: 1),
        Example(name: "first byte", text: "{}", offset: 0, line: 1, column: 1),
        Example(name: "same line", text: "{ }", offset: 2, line: 1, column: 3),
        Example(name: "end of the text", text: "{}", offset: 2, line: 1, column: 3),
        Example(name: "beyond the end", text: "{}", offset: 9, line: 1, column: 3),
        Example(name: "the line end itself", text: "{\n}", offset: 1, line: 1, column: 2),
        Example(name: "start of the next line", text: "{\n}", offset: 2, line: 2, column: 1),
        Example(name: "third line", text: "{\n\n  x", offset: 5, line: 3, column: 3),
        Example(name: "after the last line end", text: "{}\n", offset: 3, line: 2, column: 1),
        Example(name: "after two bytes of one letter", text: "\"é\"", offset: 3, line: 1, column: 3),
        Example(name: "after four bytes of one letter", text: "\"😀\"", offset: 5, line: 1, column: 3),
        Example(name: "letter and accent are two scalars", text: "e\u{301}x", offset: 3, line: 1, column: 3),
        Example(name: "tab is one column", text: "\t\tx", offset: 2, line: 1, column: 3),
        Example(name: "CRLF, next line", text: "{\r\n}", offset: 3, line: 2, column: 1),
        Example(name: "CRLF, two lines on", text: "{\r\n\r\n x", offset: 6, line: 3, column: 2),
        Example(name: "byte order mark takes no column", text: "\u{FEFF}{}", offset: 3, line: 1, column: 1),
        Example(name: "after the byte order mark", text: "\u{FEFF}{}", offset: 4, line: 1, column: 2),
        Example(name: "at the byte order mark", text: "\u{FEFF}{}", offset: 0, line: 1, column: 1),
        Example(name: "inside the byte order mark", text: "\u{FEFF}{}", offset: 2, line: 1, column: 1),
        Example(name: "byte order mark and lines", text: "\u{FEFF}{\n x", offset: 6, line: 2, column: 2),
    ])
    func lineAndColumn(_ example: Example) {
        let position = TextPosition(of: example.offset, in: Array(example.text.utf8))

        #expect(position.line == example.line)
        #expect(position.column == example.column)
    }

    @Test func aFaultCanBeFound() {
        let text = Array("{\n  \"naam\": \"Fryslân\",\n  \"naam\": 2\n}".utf8)

        #expect(throws: JSONSyntaxFault(.duplicateName("naam"), at: 26)) { try JSONParser.parse(text) }
        #expect(TextPosition(of: 26, in: text).line == 3)
        #expect(TextPosition(of: 26, in: text).column == 3)
    }
}
