import Foundation

/// What a figure is worth (feature F28).
package enum FigureKind: String, Code {
    package static let listName = "figureKind"

    case estimate
    case registration
    case signal
    case indicator
    case plan
    case capacityFact = "capacity_fact"
}
