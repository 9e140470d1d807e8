package import Domain
package import Foundation

/// What stood at a moment of the past, what stands now, and the holds in between.
package struct PastState: Sendable {
    /// After the last record that was made by then. `nil` where there was none, or where no state is the one that is
    /// looked for.
    package let then: LedgerState?
    package let now: LedgerState
    /// What the service had begun with that ran then; `nil` where the journal does not say it.
    package let start: ServiceStart?
    /// When the first record was made; `nil` without a record, and where it was not read.
    package let begin: Date?
    /// What happened to holds after ``then``, oldest first.
    package let laterHolds: [HoldStep]
}

/// One thing that happened to a hold.
package struct HoldStep: Hashable, Sendable {
    package let date: Date
    package let kind: RecordKind
    package let service: ServiceID
    package let places: Int
}
