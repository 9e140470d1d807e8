import Foundation

/// On what ground a municipality is responsible (rule R1).
package enum ResponsibilityBasis: String, Code {
    package static let listName = "responsibilityBasis"

    case registered
    case found
    case unknown
    case guardian
    case state
}
