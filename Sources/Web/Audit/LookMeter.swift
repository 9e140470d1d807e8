import Foundation
import Ledger

/// Says which looks have a record of their own, and counts the others, so that nobody fills the disk by looking.
///
/// In every hour of the clock the first look of a key at something has one. What is beyond that becomes one record,
/// with its count, when the hour is over. A key that looks at more than ``mostAddresses`` things in an hour has one
/// count for each route beyond that. A crash loses the counts of its hour, never a first look.
struct LookMeter {
    /// Somebody did something, perhaps again.
    struct Act {
        let kind: RecordKind
        let actor: Actor
        /// The template of the route, or the address of the page.
        let route: String
        /// What was seen or taken: the same, or an address.
        let resource: String
    }

    /// Acts that are told together.
    struct Sum: Hashable {
        let kind: RecordKind
        let actor: Actor
        let route: String
        let resource: String
        var count: Int
        /// When the first of them came, or their hour began.
        var since: Date
    }

    /// Addresses of one key in one hour that are told apart.
    static let mostAddresses = 20
    /// Signing in and taking a list along happen seldom; of each the first have records of their own.
    static let mostOfItsOwn = 20

    fileprivate struct Subject: Hashable {
        let kind: RecordKind
        let route: String
        let resource: String
    }

    fileprivate struct Count {
        var kept = 0
        var summed = 0
    }

    fileprivate struct KeyHour {
        let actor: Actor
        var counts: [Subject: Count] = [:]
        var addresses = 0
    }

    private var hour = 0
    private var minute = 0
    private var keys: [String: KeyHour] = [:]
    /// What could not be written, until it can.
    private var owed: [String: [Subject: Sum]] = [:]

    /// Whether this act has a record of its own; otherwise it is counted.
    ///
    /// - Precondition: ``takeSums(at:)`` was asked for the same moment, so that the hour is the present one.
    mutating func keeps(_ act: Act) -> Bool {
        keys[act.actor.keyID, default: KeyHour(actor: act.actor)].keeps(act)
    }

    /// Counts acts whose record could not be written.
    mutating func add(_ sum: Sum) {
        let key = sum.actor.keyID
        var (sum, subject) = (sum, Subject(kind: sum.kind, route: sum.route, resource: sum.resource))
        // However long nothing can be written.
        if owed[key]?[subject] == nil, (owed[key]?.count ?? 0) >= Self.mostAddresses {
            subject = Subject(kind: sum.kind, route: sum.route, resource: sum.route)
            sum = Sum(
                kind: sum.kind, actor: sum.actor, route: sum.route, resource: sum.route, count: sum.count,
                since: sum.since)
        }
        if let known = owed[key]?[subject] {
            sum.count += known.count
            sum.since = min(sum.since, known.since)
        }
        owed[key, default: [:]][subject] = sum
    }

    /// What was counted in the hours before this one, and what is owed: asked often, given at most once a minute.
    mutating func takeSums(at moment: Date) -> [Sum] {
        let present = Int((moment.timeIntervalSince1970 / 60).rounded(.down))
        guard present != minute else { return [] }
        minute = present
        let presentHour = Int((moment.timeIntervalSince1970 / 3_600).rounded(.down))
        defer { hour = presentHour }
        return takeOwed() + (presentHour == hour ? [] : takeCounts())
    }

    /// Everything that was counted, also in this hour.
    mutating func takeAllSums() -> [Sum] { takeOwed() + takeCounts() }

    private mutating func takeOwed() -> [Sum] {
        defer { owed = [:] }
        return Self.ordered(owed.values.flatMap(\.values))
    }

    private mutating func takeCounts() -> [Sum] {
        defer { keys = [:] }
        let since = Date(timeIntervalSince1970: Double(hour) * 3_600)
        return Self.ordered(
            keys.values.flatMap { key in
                key.counts.filter { $0.value.summed > 0 }.map { subject, count in
                    Sum(
                        kind: subject.kind, actor: key.actor, route: subject.route, resource: subject.resource,
                        count: count.summed, since: since)
                }
            })
    }

    private static func ordered(_ sums: [Sum]) -> [Sum] {
        sums.sorted {
            ($0.actor.keyID, $0.kind.rawValue, $0.resource) < ($1.actor.keyID, $1.kind.rawValue, $1.resource)
        }
    }
}

extension LookMeter.KeyHour {
    fileprivate mutating func keeps(_ act: LookMeter.Act) -> Bool {
        var subject = LookMeter.Subject(kind: act.kind, route: act.route, resource: act.resource)
        var isApart = true
        if act.resource != act.route, counts[subject] == nil {
            isApart = addresses < LookMeter.mostAddresses
            if isApart {
                addresses += 1
            } else {
                subject = LookMeter.Subject(kind: act.kind, route: act.route, resource: act.route)
            }
        }
        let most = act.kind == .dataViewed ? 1 : LookMeter.mostOfItsOwn
        let isKept = isApart && counts[subject, default: LookMeter.Count()].kept < most
        if isKept {
            counts[subject, default: LookMeter.Count()].kept += 1
        } else {
            counts[subject, default: LookMeter.Count()].summed += 1
        }
        return isKept
    }
}
