import Foundation

/// When a place is needed (domain section 3.1).
package enum Urgency: String, Code {
    package static let listName = "urgency"

    case now
    case days
    case planned
}

extension Urgency {
    /// Within how many days a place must be free to count as free (contract section 4).
    package var horizonDays: Int {
        switch self {
        case .now: 0
        case .days: 7
        case .planned: 90
        }
    }
}
