import Foundation

/// Whom a service is made for, beyond the circumstance codes that `specialFor` may hold too
/// (contract section 2; domain section 5).
package enum SpecialTarget: String, Code {
    package static let listName = "specialTarget"

    case men
    case girls
    case boys
    case labour
    case family
    case reflectionPeriod = "reflection_period"
    case unaccompaniedMinor = "unaccompanied_minor"
}
