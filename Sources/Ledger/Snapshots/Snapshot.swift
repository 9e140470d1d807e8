import Domain
import Foundation
import Hashing

/// The state after one record, with what is needed to go on from there: where the journal stood, and its index.
///
/// It holds nothing that the journal does not say; without it a start takes longer.
struct Snapshot: Sendable {
    let sequence: Int
    let head: SHA256Digest
    let time: RecordTime?
    let services: [(ServiceID, ServiceState)]
    let holds: HoldBoard
    let keys: [String: Bool]
    let index: JournalIndex
    let segmentStart: Replay.Link

    /// - Parameter index: of exactly the records up to the state's.
    init(_ state: LedgerState, index: JournalIndex, segmentStart: Replay.Link) {
        (sequence, head, time) = (state.sequence, state.head, state.time)
        // What the registry alone says of a service is the registry's to say at the next start.
        services = state.services.pairs.filter { $0.value.live.version > 0 }.map { ($0.key, $0.value) }
            .sorted { $0.0 < $1.0 }
        (holds, keys) = (state.holds, state.keys)
        (self.index, self.segmentStart) = (index, segmentStart)
    }

    init(
        sequence: Int, head: SHA256Digest, time: RecordTime?, services: [(ServiceID, ServiceState)], holds: HoldBoard,
        keys: [String: Bool], index: JournalIndex, segmentStart: Replay.Link
    ) {
        (self.sequence, self.head, self.time, self.services) = (sequence, head, time, services)
        (self.holds, self.keys, self.index) = (holds, keys, index)
        self.segmentStart = segmentStart
    }

    /// Where the newest segment ended, in bytes.
    var length: Int { index.parts.last?.byteCount ?? 0 }

    func restore(_ state: inout LedgerState) {
        state.restore(
            sequence: sequence, head: head, time: time, services: services, holds: holds, keys: keys)
    }
}
