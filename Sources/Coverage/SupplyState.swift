import Foundation

/// The supply of a cell in one word (screen S14). Where the limits are is a choice of this program: there is no
/// national norm, and the page says so.
package enum SupplyState: String, CaseIterable, Hashable, Sendable {
    /// Nobody takes the group.
    case none
    case few
    case enough
    /// There is shelter, but what was not stated decides.
    case unknown

    /// The one place where the limits stand.
    package enum Limit {
        /// From so many times that the group fits in at once it may be enough.
        package static let room = 5
        /// With fewer providers the supply hangs on one of them.
        package static let providers = 2
    }

    /// Whether there is shelter, free or not.
    package init(supply tally: SupplyTally) {
        if tally.services == 0 {
            self = .none
        } else if tally.providers.count < Limit.providers {
            self = .few
        } else if tally.room >= Limit.room {
            self = .enough
        } else {
            self = tally.withoutTotal > 0 ? .unknown : .few
        }
    }

    /// Whether something is free. One free place is one free place, whoever has it, so providers play no part.
    package init(free tally: SupplyTally) {
        if tally.freeRoom >= Limit.room {
            self = .enough
        } else if tally.freeRoom > 0 {
            self = .few
        } else {
            self = tally.unreliable > 0 ? .unknown : .none
        }
    }

    /// Worst first: which gap comes before which.
    package var rank: Int {
        switch self {
        case .none: 0
        case .few: 1
        case .unknown: 2
        case .enough: 3
        }
    }
}
