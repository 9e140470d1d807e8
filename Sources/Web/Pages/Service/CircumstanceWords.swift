import Domain
import Foundation

/// People by a circumstance, as the end of a sentence that begins with people: "mensen met een zorgmachtiging".
/// Neutral words, and never a label for a person (rule R20).
enum CircumstanceWords {
    static func people(_ circumstance: Circumstance, in language: Language) -> String {
        let words = words(circumstance)
        return language == .dutch ? words.dutch : words.english
    }

    private static func words(_ circumstance: Circumstance) -> (dutch: String, english: String) {
        switch circumstance {
        case .activeAddiction: ("met actief middelengebruik", "with active substance use")
        case .acutePsychiatric: ("met een acute psychische crisis", "in an acute mental health crisis")
        case .psychiatricProblem: ("met psychische problemen", "with mental health problems")
        case .severeTraumaDysregulation:
            ("die ernstig ontregeld zijn door trauma", "who are severely dysregulated by trauma")
        case .acuteSuicidality: ("met acuut gevaar voor zelfdoding", "at acute risk of suicide")
        case .selfHarm: ("die zichzelf verwonden", "who hurt themselves")
        case .aggression: ("met agressie tegen anderen", "with aggression towards others")
        case .arsonHistory: ("die eerder brand hebben gesticht", "who started a fire before")
        case .sexualOffenceHistory: ("met een zedendelict als dader", "with a sexual offence as perpetrator")
        case .intellectualDisability:
            ("met een licht verstandelijke beperking", "with a mild intellectual disability")
        case .lowSelfReliance: ("die in een groep hulp nodig hebben", "who need help in a group")
        case .cannotLiveInGroup: ("die niet in een groep kunnen wonen", "who cannot live in a group")
        case .highSomaticCare: ("met veel lichamelijke zorg", "with much physical care")
        case .latePregnancy: ("die ver in de zwangerschap zijn", "who are late in pregnancy")
        case .newborn: ("met een pasgeboren baby", "with a newborn baby")
        case .infectiousDisease: ("met een besmettelijke ziekte", "with an infectious disease")
        case .ongoingContactTrafficker: ("met contact met de uitbuiter", "in contact with the exploiter")
        case .knownLocationRisk:
            ("als hun netwerk deze plek kan vinden", "if their network can find this place")
        case .extremeThreat: ("met een zeer zware dreiging", "under a very serious threat")
        case .riskToResidents: ("als medebewoners gevaar lopen", "if other residents are at risk")
        case .ongoingSexWork: ("die doorgaan met sekswerk", "who go on with sex work")
        case .runningAway: ("die vaak weglopen", "who often run away")
        case .declinesGuidance: ("die (nog) geen begeleiding willen", "who do not want support (yet)")
        case .noHouseRules: ("voor wie de huisregels niet passen", "for whom the house rules do not work")
        case .compulsoryCare: ("met een zorgmachtiging", "under a care authorisation")
        case .runningCriminalCase:
            ("met een lopende strafzaak als verdachte", "with a pending criminal case as a suspect")
        case .earlierIncidentHere:
            ("na een eerder incident in deze opvang", "after an earlier incident in this shelter")
        }
    }
}
