import Foundation

/// Why a place is not an answer, without the detail that follows a colon (domain section 3.4).
package enum ExclusionKind: String, Code {
    package static let listName = "exclusionReason"

    case age
    case gender
    case household
    case sonsAge = "sons_age"
    case capacityTooSmall = "capacity_too_small"
    case residence
    case formNotServed = "form_not_served"
    case notTargetGroup = "not_target_group"
    case contraIndication = "contra_indication"
    case pet
    case accessibility
    case securityInsufficient = "security_insufficient"
    case dangerRegion = "danger_region"
    case closedNeedsCourtOrder = "closed_needs_court_order"
    case outOfArea = "out_of_area"
    case wishMustNot = "wish_must_not"
    case noSafeHome = "no_safe_home"
    case phase
    case paused
}
