import Foundation

extension Organization {
    /// The parts this organisation has in the chain: those its file states and those that follow
    /// from its kind and its services that have not ended; in the order of the vocabulary (feature F01).
    package var chainRoles: [ChainRole] {
        var roles = Set(statedChainRoles)
        if let role = kind.chainRole { roles.insert(role) }
        for service in services where service.status != .ended {
            roles.formUnion(service.chainRoles)
        }
        return ChainRole.allCases.filter(roles.contains)
    }
}

extension Service {
    /// The parts in the chain that the kinds of shelter and help of this service stand for.
    package var chainRoles: Set<ChainRole> {
        Set(helpKinds.compactMap(\.chainRole)).union(shelterRole.map { [$0] } ?? [])
    }

    /// The part that the kind of place stands for; `nil` for help without a bed.
    package var shelterRole: ChainRole? {
        guard let shelterKind else { return nil }
        return switch shelterKind {
        case .lvbTreatment, .youthResidential, .closedYouthCare, .mentalHealthAdmission: .treatment
        case .supportedHousing, .protectedHousing: .aftercare
        case .timeOut, .emergencyBed, .emergencyBedDisadvantaged, .crisisShelter, .womensShelter, .mensShelter,
            .familyShelter, .cosm, .omp, .labourExploitationShelter, .youthCrisis, .fosterCare,
            .protectedReceptionMinors, .addictionRecoveryHome, .asylumReception, .homelessShelter, .hotelEmergency:
            reach == .local || reach == .regional ? .shelterLocalRegional : .shelterNationalSpecialist
        }
    }
}

extension HelpKind {
    fileprivate var chainRole: ChainRole? {
        switch self {
        case .careCoordination: .careCoordination
        case .informationAdvice, .consultationProfessionals: .reportingPoint
        case .outreach: .signalling
        case .traumaTreatment, .treatmentYouth, .psychologicalCare, .addictionCare: .treatment
        case .ambulatorySupport, .exitProgramme, .disabilitySupport: .ambulatoryHelp
        case .aftercare: .aftercare
        case .preventionEducation, .trainingProfessionals: .prevention
        case .perpetratorHelp: .perpetratorHelp
        case .safetyPlanning, .medicalCare, .sexualHealth, .debtSupport, .incomeSupport, .documentsSupport,
            .housingSupport, .workEducation, .parentingSupport, .livedExperienceSupport, .petCare, .interpreter,
            .residenceSupport, .legalAssistance, .returnSupport, .criminalProcedureSupport, .victimSupport:
            nil
        }
    }
}

extension OrganizationKind {
    fileprivate var chainRole: ChainRole? {
        switch self {
        case .veiligThuis, .nationalCoordination: .reportingPoint
        case .careCoordinationBody: .careCoordination
        case .policeAvim, .publicProsecution: .investigationProsecution
        case .labourInspectorate, .riec: .inspectionControl
        case .royalMarechaussee: .enforcement
        case .shelterProvider, .youthCare, .disabilityCare, .mentalHealth, .addictionCare, .expertiseCentre,
            .careSafetyHouse, .municipality, .centreMunicipality, .neighbourhoodTeam, .ggd, .gpHospital,
            .sexualAssaultCentre, .ind, .guardianship, .asylumReceptionBody, .legalAid, .victimSupportBody, .ngo,
            .education, .umbrella, .researchMonitor:
            nil
        }
    }
}
