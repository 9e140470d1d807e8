import Foundation

/// What an access key may do (contract section 5; feature F36).
package enum AccessRole: String, Code {
    package static let listName = "role"

    case coordinator
    case comensha
    case shelter
    case policy
    case admin
}
