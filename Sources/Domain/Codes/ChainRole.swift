import Foundation

/// A part in the chain around victims (domain section 3.4; feature F01).
package enum ChainRole: String, Code {
    package static let listName = "chainRole"

    case prevention
    case signalling
    case reportingPoint = "reporting_point"
    case careCoordination = "care_coordination"
    case shelterLocalRegional = "shelter_local_regional"
    case shelterNationalSpecialist = "shelter_national_specialist"
    case treatment
    case ambulatoryHelp = "ambulatory_help"
    case aftercare
    case perpetratorHelp = "perpetrator_help"
    case inspectionControl = "inspection_control"
    case enforcement
    case investigationProsecution = "investigation_prosecution"
}
