import Foundation

/// What an organisation is (domain section 3.4).
package enum OrganizationKind: String, Code {
    package static let listName = "organisationKind"

    case shelterProvider = "shelter_provider"
    case youthCare = "youth_care"
    case disabilityCare = "disability_care"
    case mentalHealth = "mental_health"
    case addictionCare = "addiction_care"
    case careCoordinationBody = "care_coordination_body"
    case nationalCoordination = "national_coordination"
    case expertiseCentre = "expertise_centre"
    case veiligThuis = "veilig_thuis"
    case careSafetyHouse = "care_safety_house"
    case municipality
    case centreMunicipality = "centre_municipality"
    case neighbourhoodTeam = "neighbourhood_team"
    case ggd
    case gpHospital = "gp_hospital"
    case sexualAssaultCentre = "sexual_assault_centre"
    case policeAvim = "police_avim"
    case publicProsecution = "public_prosecution"
    case labourInspectorate = "labour_inspectorate"
    case royalMarechaussee = "royal_marechaussee"
    case riec
    case ind
    case guardianship
    case asylumReceptionBody = "asylum_reception_body"
    case legalAid = "legal_aid"
    case victimSupportBody = "victim_support_body"
    case ngo
    case education
    case umbrella
    case researchMonitor = "research_monitor"
}
