import Foundation

/// Whether a service or organisation takes people (domain section 3.4).
package enum ServiceStatus: String, Code {
    package static let listName = "serviceStatus"

    case active
    case paused
    case temporarilyClosed = "temporarily_closed"
    case ended
}
