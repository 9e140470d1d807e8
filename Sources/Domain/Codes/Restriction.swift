import Foundation

/// How free people are to come and go (domain section 3.2; rule R11, feature F14).
package enum Restriction: String, Code {
    package static let listName = "restriction"

    case ambulatory
    case open
    case semiOpen = "semi_open"
    case closed
}

extension Restriction {
    /// 0 for ambulatory up to 3 for closed: the key "less restrictive" (domain section 5).
    package var weight: Int {
        switch self {
        case .ambulatory: 0
        case .open: 1
        case .semiOpen: 2
        case .closed: 3
        }
    }
}
