import Foundation

/// Every published code list, so that completeness can be checked in one place (feature F24).
package enum Vocabulary {
    /// One list: its published name and its codes in the order of the vocabulary.
    package struct List: Hashable, Sendable {
        package let name: String
        package let codes: [String]
        /// ``Code/number`` of each.
        package let numbers: [Int]

        init<Kind: Code>(_ kind: Kind.Type) {
            name = kind.listName
            codes = kind.allCases.map(\.rawValue)
            numbers = kind.allCases.map(\.number)
        }
    }

    package static let lists: [List] = Topic.allCases.flatMap(\.lists)

    /// What lists are about, in the order to show them.
    package enum Topic: CaseIterable, Hashable, Sendable {
        case person, place, work, answer

        package var lists: [List] {
            switch self {
            case .person: Vocabulary.person
            case .place: Vocabulary.place
            case .work: Vocabulary.work
            case .answer: Vocabulary.answer
            }
        }
    }

    private static let person: [List] = [
        List(Gender.self),
        List(AgeBand.self),
        List(Household.self),
        List(ExploitationForm.self),
        List(ResidenceStatus.self),
        List(ThreatLevel.self),
        List(HousingSituation.self),
        List(Urgency.self),
        List(Circumstance.self),
        List(SpecialTarget.self),
    ]

    private static let place: [List] = [
        List(ShelterKind.self),
        List(HelpKind.self),
        List(Pillar.self),
        List(SecurityLevel.self),
        List(Restriction.self),
        List(Phase.self),
        List(Reach.self),
        List(ResidenceAnswer.self),
        List(ResidenceReason.self),
        List(Hardness.self),
        List(PetPolicy.self),
        List(AccessDecision.self),
        List(Answer.self),
        List(CapacityUnit.self),
        List(ExpertiseLevel.self),
        List(Freshness.self),
        List(ServiceStatus.self),
        List(Confidence.self),
        List(FundingSource.self),
        List(FundingTerm.self),
    ]

    private static let work: [List] = [
        List(ReferralRoute.self),
        List(DeclineReason.self),
        List(PauseReason.self),
        List(HoldOutcome.self),
        List(TrajectoryEnd.self),
        List(CoordinationStatus.self),
        List(ChainRole.self),
        List(OrganizationKind.self),
        List(NetworkKind.self),
        List(FigureKind.self),
        List(RegionKind.self),
        List(ProvinceCode.self),
        List(AccessRole.self),
        List(ContactRole.self),
    ]

    private static let answer: [List] = [
        List(Section.self),
        List(ReasonKey.self),
        List(Banner.self),
        List(ExclusionKind.self),
        List(ConditionKind.self),
        List(ResponsibilityBasis.self),
    ]
}
