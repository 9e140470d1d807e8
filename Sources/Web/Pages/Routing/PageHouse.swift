import Access
import Domain
import Foundation
import HTTP
import Ledger

/// What pages need beside the call itself.
struct PageHouse: Sendable {
    let board: SnapshotBoard
    let ledger: Ledger
    let keys: KeyStore
    let sessions: Sessions
    let trail: AuditTrail
    let auditReader: AuditReader
    let changes: ChangeFeed
    let assets: Assets
    let turnstile: Turnstile
    /// Shown on the sign-in page; `nil` in production.
    let exampleKey: String?
    let isProduction: Bool
    /// The program's own address, where it is known. Nothing is built from what a request calls it.
    let site: Site?
    /// Where to write about the site; `nil` without the file.
    let securityText: SecurityText?
    let now: @Sendable () -> Date

    /// Those of the newest rules; a call has those of its own snapshot.
    var socialMaps: SocialMaps { board.current.socialMaps }

    var cookie: SessionCookie { SessionCookie(isProduction: isProduction) }
}
