import Foundation

/// What has to be cleared first, without the detail that follows a colon (domain section 3.4).
package enum ConditionKind: String, Code {
    package static let listName = "condition"

    case residence
    case genderCheck = "gender_check"
    case dangerRegion = "danger_region"
    case pet
    case contraIndication = "contra_indication"
    case unknown
}
