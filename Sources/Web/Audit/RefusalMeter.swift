import Foundation
import Ledger

/// Says which refusals have a record of their own, and counts the others, so that nobody fills the disk by knocking.
///
/// In every minute of the clock the first sixty of each key have one, and so have the first sixty of all who have no
/// key together. What is beyond that becomes one record, with its count, when the minute is over.
struct RefusalMeter {
    /// Refusals that are told together.
    struct Sum: Hashable {
        let kind: RecordKind
        /// `nil` for all who had no key.
        let actor: Actor?
        var count: Int
    }

    private struct Group: Hashable {
        let kind: RecordKind
        let actor: Actor?
    }

    private var minute = 0
    private var kept: [String: Int] = [:]
    private var summed: [Group: Int] = [:]

    static let mostInAMinute = 60

    /// Whether this refusal has a record of its own; otherwise it is counted.
    ///
    /// - Precondition: ``takeSums(at:)`` was asked for the same moment, so that the minute is the present one.
    mutating func keeps(_ kind: RecordKind, by actor: Actor?) -> Bool {
        let key = actor?.keyID ?? ""
        guard kept[key, default: 0] < Self.mostInAMinute else {
            add(Sum(kind: kind, actor: actor, count: 1))
            return false
        }
        kept[key, default: 0] += 1
        return true
    }

    /// Counts refusals whose record could not be written.
    mutating func add(_ sum: Sum) { summed[Group(kind: sum.kind, actor: sum.actor), default: 0] += sum.count }

    /// What was counted in the minutes before this one.
    mutating func takeSums(at moment: Date) -> [Sum] {
        let present = Int((moment.timeIntervalSince1970 / 60).rounded(.down))
        guard present != minute else { return [] }
        (minute, kept) = (present, [:])
        return takeAllSums()
    }

    /// Everything that was counted, also in this minute.
    mutating func takeAllSums() -> [Sum] {
        defer { summed = [:] }
        let sums = summed.map { Sum(kind: $0.key.kind, actor: $0.key.actor, count: $0.value) }
        return sums.sorted { ($0.kind.rawValue, $0.actor?.keyID ?? "") < ($1.kind.rawValue, $1.actor?.keyID ?? "") }
    }
}
