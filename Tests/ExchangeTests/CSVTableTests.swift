import Exchange
import Testing

@Suite("CSV, RFC 4180")
struct CSVTableTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let value: String
        let expected: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        Example(name: "word", value: "bed", expected: "bed"),
        Example(name: "nothing", value: "", expected: ""),
        Example(name: "blank", value: " a b ", expected: " a b "),
        Example(name: "comma", value: "a,b", expected: "\"a,b\""),
        Example(name: "quote", value: "a\"b", expected: "\"a\"\"b\""),
        Example(name: "only quotes", value: "\"\"", expected: "\"\"\"\"\"\""),
        Example(name: "line feed", value: "a\nb", expected: "\"a\nb\""),
        Example(name: "carriage return", value: "a\rb", expected: "\"a\rb\""),
        Example(name: "both", value: "a\r\nb", expected: "\"a\r\nb\""),
        Example(name: "semicolon", value: "a;b", expected: "a;b"),
        Example(name: "accents", value: "Súdwest-Fryslân", expected: "Súdwest-Fryslân"),
        Example(name: "apostrophe", value: "’s-Hertogenbosch", expected: "’s-Hertogenbosch"),
        Example(name: "combining character after a comma", value: "a,\u{301}", expected: "\"a,\u{301}\""),
        Example(name: "combining character after a quote", value: "a\"\u{301}", expected: "\"a\"\"\u{301}\""),
    ])
    func quoting(_ example: Example) {
        let table = CSVTable(columns: ["kolom"], rows: [[example.value]])

        #expect(Array(table.text.utf8) == Array("kolom\r\n\(example.expected)\r\n".utf8))
    }

    @Test func aHeaderAndALineForEachRow() {
        let table = CSVTable(columns: ["a", "b,c"], rows: [["1", "2"], ["3", "4"]])

        #expect(table.text == "a,\"b,c\"\r\n1,2\r\n3,4\r\n")
    }

    @Test func noRows() {
        #expect(CSVTable(columns: ["a", "b"], rows: []).text == "a,b\r\n")
    }
}

@Suite("Values that a spreadsheet would work out")
struct CSVFormulaTests {
    @Test(
        arguments: [
            ("=1+1", "'=1+1"), ("+31 6", "'+31 6"), ("-", "'-"), ("@x", "'@x"), ("'=1", "''=1"), ("''+1", "'''+1"),
            ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""), ("=\"a\"", "\"'=\"\"a\"\"\""), ("'t Hof", "'t Hof"), ("'", "'"),
            ("1-2", "1-2"), ("", ""), ("a=b", "a=b"),
        ])
    func areMarkedAsText(value: String, written: String) {
        #expect(CSVTable.line([value, "b"]) == "\(written),b\r\n")
    }
}
