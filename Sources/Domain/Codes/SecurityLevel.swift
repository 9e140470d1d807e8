import Foundation

/// How well the address of a place is kept (domain section 3.2).
package enum SecurityLevel: String, Code {
    package static let listName = "securityLevel"

    case none
    case openVisible = "open_visible"
    case sheltered
    case secret
}

extension SecurityLevel {
    /// 0 for none up to 3 for a secret address; over-security is a difference of these (domain section 5).
    package var strength: Int {
        switch self {
        case .none: 0
        case .openVisible: 1
        case .sheltered: 2
        case .secret: 3
        }
    }
}

extension SecurityLevel {
    /// Not everybody may know the municipality of such a place (feature F16).
    package var hidesMunicipality: Bool { self == .sheltered || self == .secret }
}
