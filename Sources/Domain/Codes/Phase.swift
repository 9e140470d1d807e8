import Foundation

/// The part of the way a place is meant for (domain section 3.2).
package enum Phase: String, Code {
    package static let listName = "phase"

    case first
    case stay
    case onward
}
