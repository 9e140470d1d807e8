import Foundation

/// Who comes along and wants to stay together (domain section 3.1; rule R6).
package enum Household: String, Code {
    package static let listName = "household"

    case single
    case withChildren = "with_children"
    case couple
    case family
    case group
}

extension Household {
    /// The fewest persons such a household has, `children` counted (contract section 8).
    package func minimumPersons(children: Int) -> Int {
        switch self {
        case .single: 1
        case .couple: 2
        case .withChildren: 1 + children
        case .family: 2 + children
        case .group: 3
        }
    }
}
