import Foundation

/// The part of a contact in the answer (rule R3).
package enum ContactRole: String, Code {
    package static let listName = "contactRole"

    case coordinator
    case substitute
    case nationalBackup = "national_backup"
    case reportingPoint = "reporting_point"
    case emergency
}
