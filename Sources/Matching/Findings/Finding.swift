import Foundation

/// What one rule has to say about one person and one place.
package enum Finding: Hashable, Sendable {
    case excluded(Exclusion)
    case condition(Condition)
    case ask(Question)
}
