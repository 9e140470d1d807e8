import Domain
import Matching
import TestTools
import Testing

/// What may never change a rank (domain section 2, no. 6; features F11 and F21).
@Suite("Laws of equality")
struct EqualityLawTests {
    static let seeds: Range<UInt64> = 0..<25
    static let statuses: [ResidenceStatus] = [.dutch, .euEea, .thirdCountryPermit, .b8Permit]
    /// Serious disadvantage is below the threshold of trafficking and has rules of its own.
    static let forms = ExploitationForm.allCases.filter { $0 != .unknown && $0 != .seriousDisadvantage }

    static func example(_ seed: UInt64) -> RandomCase { RandomCase(seed: seed &+ 5_000, places: 25, people: 5) }

    @Test(arguments: seeds)
    func residenceCountsOnlyThroughAdmission(seed: UInt64) {
        let example = Self.example(seed)
        // Of every status the place says the same; what it says differs from place to place.
        let drafts = example.drafts.map { draft in
            draft.changed { changed in
                guard let answer = draft.residence?[.dutch] else { return }
                for status in Self.statuses { changed.residence?[status] = answer }
            }
        }.filter { draft in draft.residence.map { stated in Set(Self.statuses.map { stated[$0] }).count == 1 } ?? true }

        for var profile in example.profiles {
            let answers = Self.statuses.map { status in
                profile.residence = status
                return example.matcher.search(profile, among: drafts)
            }
            #expect(Set(answers.map(\.listing)).count == 1, "seed \(seed)")
            #expect(Set(answers.map(\.reasonsByID)).count == 1, "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func formCountsOnlyThroughAdmissionAndMarks(seed: UInt64) {
        let example = Self.example(seed)
        let drafts = example.drafts.map { draft in
            draft.changed { changed in
                changed.forms = []
                changed.specialFor.removeAll { $0 == .target(.labour) }
            }
        }
        for var profile in example.profiles {
            let answers = Self.forms.map { form in
                profile.exploitationForms = [form]
                return example.matcher.search(profile, among: drafts)
            }
            #expect(Set(answers.map(\.listing)).count == 1, "seed \(seed)")
            #expect(Set(answers.map(\.reasonsByID)).count == 1, "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func fundingIsWithoutEffect(seed: UInt64) {
        var example = Self.example(seed)
        var changed = example.drafts
        for index in changed.indices {
            changed[index].funding = example.random.some(of: FundingSource.allCases, 20)
            changed[index].fundingTerm = example.random.one(of: FundingTerm.allCases)
            changed[index].fundingEndsOn = TestMoment.inDays(example.random.number(-10...400))
        }
        expectEqual(example, changed, example.profiles, seed: seed)
    }

    @Test(arguments: seeds)
    func reportToThePoliceDecisionAndLanguagesAreWithoutEffect(seed: UInt64) {
        var example = Self.example(seed)
        var changed = example.drafts
        for index in changed.indices {
            changed[index].requiresPoliceReport = example.random.one(of: [nil, true, false])
            changed[index].accessDecision = example.random.one(of: AccessDecision.allCases)
            changed[index].languages = example.random.some(of: ["nl", "en", "ro", "vi"], 40)
        }
        var profiles = example.profiles
        for index in profiles.indices {
            (profiles[index].languages, profiles[index].needs) = (["vi"], [.legalAssistance])
            profiles[index].registeredMunicipality = example.map.geography.municipalities.first?.code
        }
        expectEqual(example, changed, profiles, seed: seed)
    }

    @Test(arguments: seeds)
    func aTransWomanHasThePlacesOfACisWoman(seed: UInt64) {
        let example = Self.example(seed)
        for var profile in example.profiles {
            profile.gender = .female
            let answers = [true, false, nil].map { transgender in
                profile.transgender = transgender
                return example.matcher.search(profile, among: example.drafts)
            }
            #expect(Set(answers.map { Set($0.ids) }).count == 1, "seed \(seed)")
            #expect(Set(answers.map(\.reasonsByID)).count == 1, "seed \(seed)")
        }
    }

    private func expectEqual(_ example: RandomCase, _ drafts: [PlaceDraft], _ profiles: [Profile], seed: UInt64) {
        for (profile, other) in zip(example.profiles, profiles) {
            let before = example.matcher.search(profile, among: example.drafts)
            let after = example.matcher.search(other, among: drafts)
            #expect(before.listing == after.listing, "seed \(seed)")
            #expect(before.reasonsByID == after.reasonsByID, "seed \(seed)")
        }
    }
}
