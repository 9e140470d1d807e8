import Foundation

/// The gender a person goes by (domain section 3.1; rule R5 matches on it).
package enum Gender: String, Code {
    package static let listName = "gender"

    case female
    case male
    case nonBinary = "non_binary"
    case unknown
}
