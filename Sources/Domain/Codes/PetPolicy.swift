import Foundation

/// Whether a pet may come along; `foster` is a host family meanwhile (domain section 3.3).
package enum PetPolicy: String, Code {
    package static let listName = "pets"

    case yes
    case foster
    case no
}
