import Foundation

/// What is counted: a bed for one person, or a room or apartment for one household
/// (contract section 4).
package enum CapacityUnit: String, Code {
    package static let listName = "capacityUnit"

    case bed
    case unit
}
