import Foundation

/// A table as comma-separated values (RFC 4180): a header line, CRLF, quotes only where they are needed.
///
/// A program that opens such a file takes a value that begins with `=`, `+`, `-` or `@` for a formula and works it
/// out. Such a value gets a `'` in front, as people type it there to say that it is text; so does one that begins with
/// `'` and then such a sign, so that whoever reads the table back takes one `'` away and has what was there.
package struct CSVTable: Sendable {
    package let columns: [String]
    package let rows: [[String]]

    package init(columns: [String], rows: [[String]]) {
        (self.columns, self.rows) = (columns, rows)
    }

    package var text: String { ([columns] + rows).map(Self.line).joined() }

    /// One row of a table, with its line end.
    package static func line(_ values: [String]) -> String { values.map(quoted).joined(separator: ",") + "\r\n" }

    private static func quoted(_ text: String) -> String {
        let value = isFormula(text) ? "'" + text : text
        let needsQuotes = value.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
        }
        guard needsQuotes else { return value }
        // By scalar: a quote with a combining mark behind it is one character, and still a quote.
        let inner = value.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }
        return "\"" + inner.joined() + "\""
    }

    private static func isFormula(_ value: String) -> Bool {
        switch value.unicodeScalars.first(where: { $0 != "'" }) {
        case "=", "+", "-", "@", "\t", "\r", "\n": true
        default: false
        }
    }
}
