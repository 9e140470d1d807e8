import Foundation

/// A table as comma-separated values (RFC 4180): a header line, CRLF, quotes only where they are needed.
package struct CSVTable: Sendable {
    package let columns: [String]
    package let rows: [[String]]

    package init(columns: [String], rows: [[String]]) {
        (self.columns, self.rows) = (columns, rows)
    }

    package var text: String { ([columns] + rows).map(Self.line).joined() }

    /// One row of a table, with its line end.
    package static func line(_ values: [String]) -> String { values.map(quoted).joined(separator: ",") + "\r\n" }

    private static func quoted(_ value: String) -> String {
        let needsQuotes = value.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
        }
        guard needsQuotes else { return value }
        // By scalar: a quote with a combining mark behind it is one character, and still a quote.
        let inner = value.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }
        return "\"" + inner.joined() + "\""
    }
}
