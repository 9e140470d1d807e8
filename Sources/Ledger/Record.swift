import Domain
import Foundation
import Hashing

/// One thing that happened, as the journal keeps it for good.
///
/// A record says what was said by which key; texts and facts about people have no field here.
struct Record: Hashable, Sendable {
    /// From 1, without gaps.
    let sequence: Int
    /// Never before the record before it.
    let time: RecordTime
    let actor: Actor
    let service: ServiceID
    let change: Change
    /// The hash of the record before it; ``SHA256Digest/zero`` for the first.
    let previous: SHA256Digest
}
