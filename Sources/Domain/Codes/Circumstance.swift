import Foundation

/// A circumstance of a person, and by the same code a contra-indication of a place
/// (domain section 3.3).
package enum Circumstance: String, Code {
    package static let listName = "contraIndication"

    case activeAddiction = "active_addiction"
    case acutePsychiatric = "acute_psychiatric"
    case psychiatricProblem = "psychiatric_problem"
    case severeTraumaDysregulation = "severe_trauma_dysregulation"
    case acuteSuicidality = "acute_suicidality"
    case selfHarm = "self_harm"
    case aggression
    case arsonHistory = "arson_history"
    case sexualOffenceHistory = "sexual_offence_history"
    case intellectualDisability = "intellectual_disability"
    case lowSelfReliance = "low_self_reliance"
    case cannotLiveInGroup = "cannot_live_in_group"
    case highSomaticCare = "high_somatic_care"
    case latePregnancy = "late_pregnancy"
    case newborn
    case infectiousDisease = "infectious_disease"
    case ongoingContactTrafficker = "ongoing_contact_trafficker"
    case knownLocationRisk = "known_location_risk"
    case extremeThreat = "extreme_threat"
    case riskToResidents = "risk_to_residents"
    case ongoingSexWork = "ongoing_sex_work"
    case runningAway = "running_away"
    case declinesGuidance = "declines_guidance"
    case noHouseRules = "no_house_rules"
    case compulsoryCare = "compulsory_care"
    case runningCriminalCase = "running_criminal_case"
    case earlierIncidentHere = "earlier_incident_here"
}

extension Circumstance {
    /// The circumstances that make an OMP place a normal candidate (rule R8).
    package static let multiProblemMarks: Set<Circumstance> = [
        .activeAddiction, .psychiatricProblem, .acutePsychiatric, .intellectualDisability,
        .severeTraumaDysregulation, .aggression,
    ]
}
