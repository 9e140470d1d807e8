import Foundation

/// From how far away people may come (domain section 3.2; rule R14).
package enum Reach: String, Code {
    package static let listName = "reach"

    case local
    case regional
    case national
}
