import Foundation

/// How great the danger is (domain section 3.1; rule R10).
package enum ThreatLevel: String, Code {
    package static let listName = "threat"

    case green
    case orange
    case red
}
