import Foundation

/// What is known of somebody's right to stay (domain section 3.1). Only a place's own
/// admission rule may exclude on it (feature F11).
package enum ResidenceStatus: String, Code {
    package static let listName = "residence"

    case dutch
    case euEea = "eu_eea"
    case thirdCountryPermit = "third_country_permit"
    case reflectionPeriod = "reflection_period"
    case b8Permit = "b8_permit"
    case continuedStay = "continued_stay"
    case asylumSeeker = "asylum_seeker"
    case undocumented
    case unaccompaniedMinor = "unaccompanied_minor"
    case unknown
}

extension ResidenceStatus {
    /// Every status that says something; a place that answers `yes` to all of these does not restrict.
    package static let stated: [ResidenceStatus] = allCases.filter { $0 != .unknown }
}
