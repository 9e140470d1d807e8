import Foundation

/// Where a hold stands (contract section 5).
package enum HoldState: String, CaseIterable, Sendable {
    /// The shelter has not answered yet.
    case open
    /// The shelter said yes; the place is kept until the hold's end.
    case accepted
    case declined
    case placed
    case withdrawn
    case expired

    /// Whether it still keeps places from others.
    package var isActive: Bool { self == .open || self == .accepted }
}
