package import Domain
import Foundation
package import JSONText

/// One thing that is wrong in the files of the registry, with file and place.
package struct RegistryFault: Error, Sendable {
    /// The path below the data directory, such as `provinces/NL-OV.json`.
    package let file: String
    package let kind: Kind

    package enum Kind: Sendable {
        case missing
        case unreadable
        case syntax(JSONSyntaxFault, TextPosition)
        case input(InputFault)
    }

    package init(file: String, kind: Kind) {
        (self.file, self.kind) = (file, kind)
    }
}

/// Something worth a look that does not stop the program.
package struct RegistryWarning: Hashable, Sendable {
    package let file: String
    package let kind: Kind

    package enum Kind: Hashable, Sendable {
        case ignoredFile
        case unknownOrganization(OrganizationID, pointer: JSONPointer)
    }

    package init(file: String, kind: Kind) {
        (self.file, self.kind) = (file, kind)
    }
}

/// Everything that was wrong, in the order of files and places.
package struct RegistryFaults: Error, Sendable {
    package let faults: [RegistryFault]
}
