import Domain
import Foundation
import Ledger

/// What became of one place between two answers to the same question.
struct ResultChange: Encodable, Sendable {
    let change: Kind
    let serviceId: String
    let serviceName: String
    let organizationName: String
    /// `nil` where the registry did not have it then.
    @OrNull var then: ResultStanding?
    @OrNull var now: ResultStanding?
    /// What happened to holds in between, oldest first.
    let holds: [Step]
    let text: String

    /// The first that is true of a place.
    enum Kind: String, Encodable, CaseIterable, Sendable {
        /// It fits now, and did not.
        case came
        case went
        case section
        /// The same section, another count or another age of it.
        case count
        /// All is as it was, but there were holds in between.
        case holds
        /// Only others changed.
        case rank
    }

    struct Step: Encodable, Sendable {
        let at: String
        let kind: String
        let places: Int

        init(_ step: HoldStep) {
            (at, kind, places) = (Timestamp.preciseText(step.date), step.kind.rawValue, step.places)
        }
    }
}

extension ResultChange.Kind {
    /// `nil` where nothing changed of a place that fits, and where it never did.
    init?(from then: ResultStanding?, to now: ResultStanding?, hasHolds: Bool) {
        switch (then?.section, now?.section) {
        case (nil, nil): return nil
        case (nil, _?): self = .came
        case (_?, nil): self = .went
        case (let before?, let after?) where before != after: self = .section
        default:
            if let then, let now, !then.hasSameCount(as: now) {
                self = .count
            } else if hasHolds {
                self = .holds
            } else if then?.rank != now?.rank {
                self = .rank
            } else {
                return nil
            }
        }
    }

    /// What stands above the places of this kind.
    var heading: String {
        switch self {
        case .came: "Past nu, en toen niet"
        case .went: "Paste toen, en nu niet"
        case .section: "Andere groep"
        case .count: "Ander aantal, of het aantal werd ouder"
        case .holds: "Tussendoor vastgehouden"
        case .rank: "Alleen een ander nummer"
        }
    }
}
