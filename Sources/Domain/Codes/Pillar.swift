import Foundation

/// The three pillars of help without a bed (feature F17).
package enum Pillar: String, Code {
    package static let listName = "pillar"

    case helpShelter = "help_shelter"
    case residenceLaw = "residence_law"
    case criminalLaw = "criminal_law"
}
