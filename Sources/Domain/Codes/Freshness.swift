import Foundation

/// How far a count may be relied on (rule R15; feature F07).
package enum Freshness: String, Code {
    package static let listName = "freshness"

    case fresh
    case ageing
    case stale
    case unknown
}

extension Freshness {
    /// Whether the count may be shown and summed as free.
    package var isReliable: Bool { self == .fresh || self == .ageing }
}
