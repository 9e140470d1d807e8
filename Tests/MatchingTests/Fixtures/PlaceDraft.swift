import Domain
import Foundation
import Matching

/// A place that a test changes before it is built: open to everybody, everything stated, two of six beds free and
/// confirmed an hour ago. A test names only what it is about.
struct PlaceDraft {
    var id = "voorbeeld-plek"
    var kind: ShelterKind? = .crisisShelter
    var helpKinds: [HelpKind] = []
    var status: ServiceStatus = .active
    var phases: [Phase] = []
    var province: ProvinceCode = .overijssel
    var municipality: MunicipalityCode?
    var unsafeForAreas: [Area] = []
    var reach: Reach? = .national
    var serviceArea: [Area]?
    var security: SecurityLevel? = .openVisible
    var restriction: Restriction? = .open

    var genders: [Gender]? = [.female, .male, .nonBinary]
    var welcomesTransgender: Bool?
    var minimumAge: Admission.Limit = .unlimited
    var maximumAge: Admission.Limit = .unlimited
    var households: [Household]? = Household.allCases
    var sonsMaximumAge: Admission.Limit = .unlimited
    var residence: [ResidenceStatus: ResidenceAnswer]? = PlaceDraft.everyStatus
    var forms: [ExploitationForm] = []
    var onlyFor: [Circumstance] = []
    var wheelchair: Bool? = true
    var pets: PetPolicy? = .yes
    var requiresPoliceReport: Bool?
    var accessDecision: AccessDecision?

    var contraIndications: [ContraIndication] = []
    var specialFor: [SpecialMark] = []
    var expertise: ExpertiseLevel?
    var languages: [String] = []
    var stay: Stay?
    var waiting: Waiting?
    var funding: [FundingSource] = []
    var fundingTerm: FundingTerm?
    var fundingEndsOn: CalendarDate?

    /// Whether anybody ever gave a count.
    var isCounted = true
    var unit: CapacityUnit = .bed
    var total: Int? = 6
    var free: Int? = 2
    var isPaused = false
    var confirmedAt: Date? = TestMoment.hoursAgo(1)
    var expectedFreeOn: CalendarDate?

    static let everyStatus = Dictionary(uniqueKeysWithValues: ResidenceStatus.stated.map { ($0, ResidenceAnswer.yes) })

    static func make(_ change: (inout PlaceDraft) -> Void = { _ in }) -> PlaceDraft {
        var draft = PlaceDraft()
        change(&draft)
        return draft
    }

    /// Help without a bed, with a waiting time of no days stated today.
    static func ambulatory(_ change: (inout PlaceDraft) -> Void = { _ in }) -> PlaceDraft {
        make { draft in
            (draft.kind, draft.helpKinds) = (nil, [.ambulatorySupport])
            (draft.security, draft.restriction) = (nil, nil)
            draft.waiting = Waiting(days: 0, statedOn: TestMoment.today)
            change(&draft)
        }
    }

    func changed(_ change: (inout PlaceDraft) -> Void) -> PlaceDraft {
        var draft = self
        change(&draft)
        return draft
    }
}
