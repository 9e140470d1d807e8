import Domain
import Foundation

/// The circumstances of the form under four headings, so that 27 of them can be looked through in one go.
enum CircumstanceGroup: CaseIterable, Sendable {
    case health, behaviour, safety, living

    /// In the order of the form; every circumstance stands in exactly one group.
    var circumstances: [Circumstance] {
        switch self {
        case .health:
            [
                .psychiatricProblem, .acutePsychiatric, .severeTraumaDysregulation, .acuteSuicidality, .selfHarm,
                .activeAddiction, .intellectualDisability, .latePregnancy, .newborn, .highSomaticCare,
                .infectiousDisease, .compulsoryCare,
            ]
        case .behaviour:
            [.aggression, .runningAway, .arsonHistory, .sexualOffenceHistory, .runningCriminalCase, .ongoingSexWork]
        case .safety: [.ongoingContactTrafficker, .knownLocationRisk, .extremeThreat, .riskToResidents]
        case .living: [.declinesGuidance, .noHouseRules, .lowSelfReliance, .cannotLiveInGroup, .earlierIncidentHere]
        }
    }

    func title(_ say: Words) -> String {
        switch self {
        case .health: say("Gezondheid en zorg", "Health and care")
        case .behaviour: say("Eerder of nu", "Earlier or now")
        case .safety: say("Extra gevaar", "Extra danger")
        case .living: say("Samen wonen", "Living together")
        }
    }

    /// The codes of the checkboxes all bear one name; only the first list may bear its id.
    var idStem: String? {
        switch self {
        case .health: nil
        case .behaviour: "circumstances-behaviour"
        case .safety: "circumstances-safety"
        case .living: "circumstances-living"
        }
    }
}
