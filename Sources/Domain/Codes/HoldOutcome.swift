import Foundation

/// How a hold ended (domain section 3.4).
package enum HoldOutcome: String, Code {
    package static let listName = "outcome"

    case placed
    case declined
    case withdrawn
    case expired
}
