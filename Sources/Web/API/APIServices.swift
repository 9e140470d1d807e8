import Access
import Foundation
import Ledger

/// What routes need beside the call itself.
struct APIServices: Sendable {
    let ledger: Ledger
    /// The OpenAPI document, made once from the routes.
    let openAPI: @Sendable () throws -> [UInt8]
    let keys: KeyStore
    let changes: ChangeFeed
    let trail: AuditTrail
    let auditReader: AuditReader
    let metrics: MetricsPage
    /// Where the journal is read: the files wait there for the disk, and not the connections of other people.
    let reading = DispatchQueue(label: "opvangkaart.reading", qos: .userInitiated)
}

/// Which program and which interface this is.
package enum Version {
    /// Of the program (semantic versioning).
    package static let program = "0.1.0"
    /// Of the API, in every answer as `API-Version`.
    package static let api = "1.0.0"
}
