import Domain
import Testing

@Suite("Admission")
struct AdmissionTests {
    /// A single-sex place lists exactly one of women and men, whatever else it lists (contract section 8).
    @Test(
        arguments: [
            (nil, false, false), ([.female], true, true), ([.male], true, true), ([.female, .nonBinary], true, true),
            ([.male, .nonBinary], true, true), ([.female, .male], false, true), ([.nonBinary], false, true),
            ([.female, .male, .nonBinary], false, false), ([.female, .male, .nonBinary, .unknown], false, false),
            ([.unknown], false, true),
        ] as [([Gender]?, Bool, Bool)])
    func genders(genders: [Gender]?, isSingleSex: Bool, restricts: Bool) {
        let admission = Admission(genders: genders)

        #expect(admission.isSingleSex == isSingleSex)
        #expect(admission.restrictsGender == restricts)
    }

    /// Stated: an unlisted status is a no (contract section 2).
    @Test func anUnlistedStatusIsANo() {
        let admission = Admission(residence: [.dutch: .yes, .undocumented: .conditional])

        #expect(admission.answer(for: .dutch) == .yes)
        #expect(admission.answer(for: .undocumented) == .conditional)
        #expect(admission.answer(for: .euEea) == .no)
    }

    @Test(arguments: ResidenceStatus.allCases)
    func notStatedIsNoAnswer(status: ResidenceStatus) {
        #expect(Admission().answer(for: status) == nil)
        #expect(Admission(residence: [:]).answer(for: status) == .no)
    }

    @Test func residenceRestrictsUnlessEveryStatusGetsAYes() {
        let all = Dictionary(uniqueKeysWithValues: ResidenceStatus.stated.map { ($0, ResidenceAnswer.yes) })

        #expect(!Admission().restrictsResidence)
        #expect(Admission(residence: [:]).restrictsResidence)
        #expect(!Admission(residence: all).restrictsResidence)
        for status in ResidenceStatus.stated {
            var one = all
            one[status] = .conditional
            #expect(Admission(residence: one).restrictsResidence, "\(status.rawValue)")
            one[status] = nil
            #expect(Admission(residence: one).restrictsResidence, "\(status.rawValue)")
        }
    }

    @Test(
        arguments: [
            (Admission.Limit.notStated, nil), (.unlimited, nil), (.years(0), 0), (.years(23), 23),
        ] as [(Admission.Limit, Int?)])
    func limits(limit: Admission.Limit, years: Int?) {
        #expect(limit.years == years)
    }
}
