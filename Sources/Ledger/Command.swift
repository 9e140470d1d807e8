import Domain
import Foundation

/// What somebody asks the writer to record, and who waits for the answer.
struct Command: Sendable {
    let service: ServiceID
    let wish: Wish
    let actor: Actor
    let moment: Date
    let answer: @Sendable (Result<LiveCapacity, LedgerError>) -> Void

    enum Wish: Sendable {
        case report(CapacityStatement, ifVersion: Int)
        case confirm
    }

    /// The record that follows on `state` when the wish may be granted there.
    func record(after state: LedgerState) throws(LedgerError) -> Record {
        guard let live = state.capacity(of: service) else { throw .unknownService }
        guard let now = RecordTime(moment) else { throw .clockOutOfRange }
        return Record(
            sequence: state.sequence + 1, time: max(now, state.time ?? now), actor: actor, service: service,
            change: try change(of: live), previous: state.head)
    }

    private func change(of live: LiveCapacity) throws(LedgerError) -> Change {
        switch wish {
        case .confirm: return .capacityConfirmed
        case .report(let statement, let version):
            guard version == live.version else { throw .staleVersion(current: live.version) }
            return .capacityReported(statement)
        }
    }
}
