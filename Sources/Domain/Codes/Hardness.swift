import Foundation

/// How firmly a contra-indication holds (domain section 3.3; feature F06).
package enum Hardness: String, Code {
    package static let listName = "hardness"

    case absolute
    case conditional
    case none
}
