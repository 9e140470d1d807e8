import Domain
import Foundation
import Hashing

/// The state after one record, with what is needed to go on from there: where the journal stood, and its index.
///
/// It holds nothing that the journal does not say; without it a start takes longer.
struct Snapshot: Sendable {
    let sequence: Int
    let head: SHA256Digest
    let dataHead: SHA256Digest
    let time: RecordTime?
    let services: [(ServiceID, ServiceState)]
    let holds: HoldBoard
    let rules: [ServiceID: LiveRules]
    let keys: [String: KeyMark]
    let start: ServiceStart?
    let index: JournalIndex
    let segmentStart: Replay.Link

    /// - Parameter index: of exactly the records up to the state's.
    init(_ state: LedgerState, index: JournalIndex, segmentStart: Replay.Link) {
        (sequence, head, dataHead, time) = (state.sequence, state.head, state.dataHead, state.time)
        services = state.reported.sorted { $0.0 < $1.0 }
        (holds, rules, keys, start) = (state.holds, state.rules, state.keys, state.start)
        (self.index, self.segmentStart) = (index, segmentStart)
    }

    init(
        sequence: Int, head: SHA256Digest, dataHead: SHA256Digest, time: RecordTime?,
        services: [(ServiceID, ServiceState)], holds: HoldBoard, rules: [ServiceID: LiveRules], keys: [String: KeyMark],
        start: ServiceStart?, index: JournalIndex, segmentStart: Replay.Link
    ) {
        (self.sequence, self.head, self.dataHead, self.time) = (sequence, head, dataHead, time)
        (self.services, self.holds, self.rules) = (services, holds, rules)
        (self.keys, self.start) = (keys, start)
        (self.index, self.segmentStart) = (index, segmentStart)
    }

    /// Where the newest segment ended, in bytes.
    var length: Int { index.parts.last?.byteCount ?? 0 }

    func restore(_ state: inout LedgerState) {
        state.restore(
            sequence: sequence, head: head, dataHead: dataHead, time: time, services: services, holds: holds,
            rules: rules, keys: keys, start: start)
    }
}
