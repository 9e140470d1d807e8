import Foundation
import Ledger

/// Says which refusals have a record of their own, and counts the others, so that nobody fills the disk by knocking.
///
/// In every minute of the clock the first sixty of each key have one, and so have the first sixty of all who have no
/// key together. What is beyond that becomes one record, with its count, when the minute is over; what was too much in
/// too short a time is only counted (status 429).
struct RefusalMeter {
    /// Refusals that are told together.
    struct Sum: Hashable {
        let kind: RecordKind
        /// `nil` for all who had no key.
        let actor: Actor?
        /// The HTTP status where it is the same for all.
        var status: Int?
        var count: Int
    }

    private struct Group: Hashable {
        let kind: RecordKind
        let actor: Actor?
        let status: Int?
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
    mutating func add(_ sum: Sum) {
        summed[Group(kind: sum.kind, actor: sum.actor, status: sum.status), default: 0] += sum.count
    }

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
        let sums = summed.map { group, count in
            Sum(kind: group.kind, actor: group.actor, status: group.status, count: count)
        }
        return sums.sorted { one, other in
            (one.kind.rawValue, one.actor?.keyID ?? "", one.status ?? 0)
                < (other.kind.rawValue, other.actor?.keyID ?? "", other.status ?? 0)
        }
    }
}
