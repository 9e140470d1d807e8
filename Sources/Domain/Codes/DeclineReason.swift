import Foundation

/// Why a shelter says no to a hold: one code, never a text (domain section 3.4).
package enum DeclineReason: String, Code {
    package static let listName = "declineReason"

    case full
    case holdExpired = "hold_expired"
    case criteria
    case safetyLocation = "safety_location"
    case groupMix = "group_mix"
    case household
    case residenceFunding = "residence_funding"
    case decisionPending = "decision_pending"
    case staffing
    case expertise
    case notReached = "not_reached"
    case personDeclined = "person_declined"
    case placedElsewhere = "placed_elsewhere"
}
