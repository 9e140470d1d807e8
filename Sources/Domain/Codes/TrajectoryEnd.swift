import Foundation

/// How a trajectory ended; only ever counted, never tied to a person (domain section 3.4).
package enum TrajectoryEnd: String, Code {
    package static let listName = "trajectoryEnd"

    case leftUnknown = "left_unknown"
    case declinedHelp = "declined_help"
    case returned
    case deceased
    case selfReliant = "self_reliant"
}
