import Domain
import Foundation

/// What the ledger knows of one service.
struct ServiceState: Hashable, Sendable {
    let live: LiveCapacity
    /// The report that made the version that stands, while it can be taken back.
    let lastReport: LastReport?

    struct LastReport: Hashable, Sendable {
        let keyID: String
        let before: CapacityFigures
    }

    init(live: LiveCapacity, lastReport: LastReport? = nil) { (self.live, self.lastReport) = (live, lastReport) }

    /// What stands after a record that changes this service.
    func after(_ change: CapacityChange, in record: Record) -> ServiceState {
        guard change.version != live.version else { return self }
        let next = live.after(change)
        switch record.kind {
        case .capacityReported, .capacityConfirmed:
            let report = record.actor.map { LastReport(keyID: $0.keyID, before: change.before) }
            return ServiceState(live: next, lastReport: report)
        default:
            return ServiceState(live: next)
        }
    }
}
