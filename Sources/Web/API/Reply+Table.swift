import Exchange
import Foundation
import HTTP

extension Reply {
    /// The whole list as CSV (contract section 9).
    static func table(_ table: CSVTable) -> Reply {
        Reply(
            fields: ["Content-Type": "text/csv; charset=utf-8; header=present"], body: Array(table.text.utf8))
    }
}
