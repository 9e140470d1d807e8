import Foundation

/// Why a place restricts on a residence status (domain section 3.1).
package enum ResidenceReason: String, Code {
    package static let listName = "residenceReason"

    case law
    case funding
    case houseRule = "house_rule"
}
