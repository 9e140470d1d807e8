import Foundation

/// A standing form of co-operation (feature F30).
package enum NetworkKind: String, Code {
    package static let listName = "networkKind"

    case careNetwork = "care_network"
    case caseMeeting = "case_meeting"
    case signalTable = "signal_table"
    case chainMeeting = "chain_meeting"
    case exitProgrammeMeeting = "exit_programme_meeting"
    case nationalCoordinatorsMeeting = "national_coordinators_meeting"
    case cooperationAgreement = "cooperation_agreement"
}
