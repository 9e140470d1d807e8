import Foundation

/// How well a municipality is covered by a care co-ordinator (feature F04).
package enum CoordinationStatus: String, Code {
    package static let listName = "coordinationStatus"

    case full
    case partial
    case remoteComensha = "remote_comensha"
    case none
    case unknown
}
