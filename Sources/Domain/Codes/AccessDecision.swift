import Foundation

/// Whose decision must come first (domain section 3.3).
package enum AccessDecision: String, Code {
    package static let listName = "accessDecision"

    case none
    case municipalDecision = "municipal_decision"
    case courtOrder = "court_order"
    case comensha
    case nidos
    case inspectorate
}
