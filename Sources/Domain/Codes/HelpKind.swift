import Foundation

/// A kind of help (domain section 3.2).
package enum HelpKind: String, Code {
    package static let listName = "helpKind"

    case careCoordination = "care_coordination"
    case informationAdvice = "information_advice"
    case outreach
    case ambulatorySupport = "ambulatory_support"
    case safetyPlanning = "safety_planning"
    case psychologicalCare = "psychological_care"
    case traumaTreatment = "trauma_treatment"
    case treatmentYouth = "treatment_youth"
    case medicalCare = "medical_care"
    case sexualHealth = "sexual_health"
    case addictionCare = "addiction_care"
    case disabilitySupport = "disability_support"
    case debtSupport = "debt_support"
    case incomeSupport = "income_support"
    case documentsSupport = "documents_support"
    case housingSupport = "housing_support"
    case workEducation = "work_education"
    case parentingSupport = "parenting_support"
    case exitProgramme = "exit_programme"
    case livedExperienceSupport = "lived_experience_support"
    case aftercare
    case petCare = "pet_care"
    case interpreter
    case residenceSupport = "residence_support"
    case legalAssistance = "legal_assistance"
    case returnSupport = "return_support"
    case criminalProcedureSupport = "criminal_procedure_support"
    case victimSupport = "victim_support"
    case preventionEducation = "prevention_education"
    case trainingProfessionals = "training_professionals"
    case consultationProfessionals = "consultation_professionals"
    case perpetratorHelp = "perpetrator_help"
}

extension HelpKind {
    /// The pillars the help belongs to; empty for help that is not for victims (domain section 3.2).
    package var pillars: [Pillar] {
        switch self {
        case .careCoordination, .informationAdvice, .interpreter: Pillar.allCases
        case .residenceSupport, .returnSupport: [.residenceLaw]
        case .legalAssistance: [.residenceLaw, .criminalLaw]
        case .criminalProcedureSupport, .victimSupport: [.criminalLaw]
        case .preventionEducation, .trainingProfessionals, .consultationProfessionals, .perpetratorHelp: []
        case .outreach, .ambulatorySupport, .safetyPlanning, .psychologicalCare, .traumaTreatment, .treatmentYouth,
            .medicalCare, .sexualHealth, .addictionCare, .disabilitySupport, .debtSupport, .incomeSupport,
            .documentsSupport, .housingSupport, .workEducation, .parentingSupport, .exitProgramme,
            .livedExperienceSupport, .aftercare, .petCare:
            [.helpShelter]
        }
    }
}
