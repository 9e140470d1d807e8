import Exchange
import Foundation
import HTTP

extension Reply {
    /// The whole list as CSV (contract section 9).
    static func table(_ table: CSVTable) -> Reply {
        Reply(fields: tableFields, body: Array(table.text.utf8))
    }

    /// The same, made while it is sent.
    static func table(_ stream: ContentStream) -> Reply { Reply(fields: tableFields, content: .stream(stream)) }

    /// Whether a whole list leaves with it.
    var isTable: Bool { fields[.contentType]?.hasPrefix("text/csv") ?? false }

    private static let tableFields: Fields = [.contentType: "text/csv; charset=utf-8; header=present"]
}
