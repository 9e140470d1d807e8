import Foundation

/// Where the person sleeps now (domain section 3.1).
package enum HousingSituation: String, Code {
    package static let listName = "housing"

    case safeOwnPlace = "safe_own_place"
    case unsafeHome = "unsafe_home"
    case lostHousing = "lost_housing"
    case sleepsAtWork = "sleeps_at_work"
    case inShelter = "in_shelter"
    case street
    case unknown
}
