import Foundation

/// An acute warning above any result (domain section 5).
package enum Banner: String, Code {
    package static let listName = "banner"

    case danger
    case mentalHealthCrisis = "mental_health_crisis"
    case minor
    case unaccompaniedMinor = "unaccompanied_minor"
}
