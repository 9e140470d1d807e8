import Foundation

/// What a shown reason is about, in the order of the ranking keys (contract section 4).
package enum ReasonKey: String, Code {
    package static let listName = "reasonKey"

    case safety
    case conditions
    case wishes
    case continuity
    case leastRestrictive = "least_restrictive"
    case specialisation
    case region
    case overSecurity = "over_security"
    case wait
    case freshness
}
