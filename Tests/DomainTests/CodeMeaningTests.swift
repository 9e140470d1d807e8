import Domain
import Testing

/// What codes stand for beyond their names.
@Suite("Meaning of codes")
struct CodeMeaningTests {
    /// The kind attributes of domain section 3.2, and the quick limits of rule R15.
    @Test(arguments: ShelterKind.allCases)
    func attributesOfShelterKinds(kind: ShelterKind) {
        #expect(kind.isScarce == (kind == .omp))
        #expect(kind.isPlanned == [.lvbTreatment, .protectedHousing, .supportedHousing].contains(kind))
        #expect(kind.isShortByNature == [.timeOut, .emergencyBed, .emergencyBedDisadvantaged].contains(kind))
        #expect(kind.isEmergencyBed == [.emergencyBed, .emergencyBedDisadvantaged].contains(kind))
        #expect(kind.isUnsuitable == (kind == .homelessShelter))
        #expect(kind.needsCourtOrder == (kind == .closedYouthCare))
        #expect(kind.isNeverAResult == [.hotelEmergency, .mentalHealthAdmission].contains(kind))
        let quick: Set<ShelterKind> = [
            .timeOut, .emergencyBed, .emergencyBedDisadvantaged, .crisisShelter, .youthCrisis,
        ]
        #expect(kind.agesQuickly == quick.contains(kind))
    }

    /// The column 'Pijler' of domain section 3.2.
    @Test(arguments: HelpKind.allCases)
    func pillarsOfHelpKinds(kind: HelpKind) {
        let expected: Set<Pillar> =
            switch kind.rawValue {
            case "care_coordination", "information_advice", "interpreter": [.helpShelter, .residenceLaw, .criminalLaw]
            case "residence_support", "return_support": [.residenceLaw]
            case "legal_assistance": [.residenceLaw, .criminalLaw]
            case "criminal_procedure_support", "victim_support": [.criminalLaw]
            case "prevention_education", "training_professionals", "consultation_professionals", "perpetrator_help": []
            default: [.helpShelter]
            }
        #expect(Set(kind.pillars) == expected)
        #expect(kind.pillars.count == expected.count)
    }

    @Test(arguments: [
        (0, "age_0_11"), (11, "age_0_11"), (12, "age_12_17"), (17, "age_12_17"), (18, "age_18_22"), (22, "age_18_22"),
        (23, "age_23_64"), (64, "age_23_64"), (65, "age_65_plus"), (120, "age_65_plus"),
    ])
    func edgesOfAgeBands(age: Int, band: String) {
        #expect(AgeBand(age: age).rawValue == band)
    }

    /// Domain section 5, exact values.
    @Test func weightsOfTheRanking() {
        #expect([Restriction.ambulatory, .open, .semiOpen, .closed].map(\.weight) == [0, 1, 2, 3])
        #expect([SecurityLevel.none, .openVisible, .sheltered, .secret].map(\.strength) == [0, 1, 2, 3])
        #expect([ExpertiseLevel.none, .basic, .specialist].map(\.weight) == [0, 1, 2])
        #expect([Urgency.now, .days, .planned].map(\.horizonDays) == [0, 7, 90])
        #expect(Section.allCases.map(\.order) == Array(1...8))
    }

    /// Of a secret or sheltered place no address is held (domain section 2, no. 3).
    @Test func levelsThatHideTheMunicipality() {
        #expect(SecurityLevel.allCases.filter(\.hidesMunicipality) == [.sheltered, .secret])
    }

    @Test func countsThatMayBeSummed() {
        #expect(Freshness.allCases.filter(\.isReliable) == [.fresh, .ageing])
    }

    @Test func statusesAPlaceCanAnswerFor() {
        #expect(ResidenceStatus.stated.count == ResidenceStatus.allCases.count - 1)
        #expect(!ResidenceStatus.stated.contains(.unknown))
    }

    /// Rule R8.
    @Test func marksOfMultipleProblems() {
        #expect(
            Circumstance.multiProblemMarks.map(\.rawValue).sorted() == [
                "active_addiction", "acute_psychiatric", "aggression", "intellectual_disability", "psychiatric_problem",
                "severe_trauma_dysregulation",
            ])
    }
}
