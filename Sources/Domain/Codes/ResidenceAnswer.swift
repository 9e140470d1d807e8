import Foundation

/// Whether a place takes people of one residence status.
package enum ResidenceAnswer: String, Code {
    package static let listName = "residenceAnswer"

    case yes
    case conditional
    case no
}
