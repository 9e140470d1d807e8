package import Domain
package import Foundation
package import Hashing

/// One thing that happened, as the journal keeps it for good.
///
/// A record says what was done by which key; texts and facts about people have no field here.
/// Invariant: a record of a hold has a ``hold``, one of access a ``note``, one of admission a
/// ``rules``, one of capacity at least one change.
package struct Record: Hashable, Sendable {
    /// From 1, without gaps.
    package let sequence: Int
    /// The first record of the same write: what stands on the disk from the same sync.
    let batch: Int
    /// Never before the record before it.
    let time: RecordTime
    /// `nil` where the program itself acted, as when a hold expires.
    package let actor: Actor?
    /// The request it came with.
    package let request: UUID?
    package let kind: RecordKind
    package let capacities: [CapacityChange]
    package let hold: Hold?
    package let note: AccessNote?
    package let rules: RulesChange?
    /// The hash of the record before it; ``SHA256Digest/zero`` for the first.
    package let previous: SHA256Digest

    package var date: Date { time.date }

    /// What it did to the count of one service; `nil` where it says nothing of it.
    package func change(of service: ServiceID) -> CapacityChange? { capacities.first { $0.service == service } }

    init(
        sequence: Int, batch: Int, time: RecordTime, actor: Actor?, request: UUID? = nil, kind: RecordKind,
        capacities: [CapacityChange] = [], hold: Hold? = nil, note: AccessNote? = nil, rules: RulesChange? = nil,
        previous: SHA256Digest
    ) {
        (self.sequence, self.batch, self.time, self.actor) = (sequence, batch, time, actor)
        (self.request, self.kind, self.capacities, self.hold) = (request, kind, capacities, hold)
        (self.note, self.rules, self.previous) = (note, rules, previous)
    }

    /// Whether an answer may be another one after it: a count, a hold or a rule is, or the counts of
    /// examples began anew.
    var changesData: Bool { kind.subject != .access || note?.start?.hasExamples == true }

    /// Whether a reader takes it.
    var isPossible: Bool {
        let numbers =
            [sequence, batch, note?.count ?? 0, note?.status ?? 0, rules?.version ?? 0] + capacities.map(\.version)
        return isWhole && numbers.allSatisfy((0...LineScanner.mostNumber).contains)
            && capacities.allSatisfy { $0.before.arePossible && $0.after.arePossible } && hold?.isPossible != false
            && rules?.isPossible != false
    }

    /// Whether it has what its kind needs, and nothing else.
    var isWhole: Bool {
        switch kind.subject {
        case .capacity: !capacities.isEmpty && hold == nil && note == nil && rules == nil
        case .hold: capacities.count <= 1 && hold != nil && note == nil && rules == nil
        case .admission: capacities.isEmpty && hold == nil && note == nil && rules?.fits(kind) == true
        case .access: capacities.isEmpty && hold == nil && note?.fits(kind) == true && rules == nil
        }
    }
}
