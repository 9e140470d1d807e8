import Foundation

/// How sure a record is (feature F35).
package enum Confidence: String, Code {
    package static let listName = "confidence"

    case confirmedByOrganisation = "confirmed_by_organisation"
    case publicSource = "public_source"
    case policyDocument = "policy_document"
    case unverified
}
