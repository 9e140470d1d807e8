package import Domain
import Foundation
package import Hashing

/// All live counts after one record: an immutable picture that readers keep as long as they like.
package struct LedgerState: Sendable {
    /// The last record; 0 before the first.
    package private(set) var sequence = 0
    /// The hash of the last record; ``SHA256Digest/zero`` before the first.
    package private(set) var head = SHA256Digest.zero
    /// Every service that may have places, also where nothing was stated.
    package private(set) var all: [ServiceID: LiveCapacity]
    /// When the last record was made.
    private(set) var time: RecordTime?

    /// What the registry says before anybody reported.
    package init(starting: [ServiceID: Capacity]) {
        all = Dictionary(minimumCapacity: starting.count)
        for (service, capacity) in starting {
            all[service] = LiveCapacity(service: service, capacity: capacity, version: 0)
        }
    }

    /// `nil` for a service that has no places, or does not exist.
    package func capacity(of service: ServiceID) -> LiveCapacity? { all[service] }

    /// Takes in the next record. One on a service that left the registry only moves the chain on.
    mutating func apply(_ record: Record, hash: SHA256Digest) {
        (sequence, head, time) = (record.sequence, hash, record.time)
        if let before = all[record.service] {
            all[record.service] = before.after(record.change, at: record.time)
        }
    }
}
