import Foundation

/// How much a service knows of human trafficking (feature F38).
package enum ExpertiseLevel: String, Code {
    package static let listName = "expertiseLevel"

    case none
    case basic
    case specialist
}

extension ExpertiseLevel {
    /// 0, 1 or 2: its share of the specialisation key (domain section 5).
    package var weight: Int {
        switch self {
        case .none: 0
        case .basic: 1
        case .specialist: 2
        }
    }
}
