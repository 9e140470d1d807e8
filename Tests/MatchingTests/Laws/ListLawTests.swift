import Domain
import Matching
import Testing

/// What holds of every list of results (domain section 5, "Property tests").
@Suite("Laws of the list")
struct ListLawTests {
    static let seeds: Range<UInt64> = 0..<25

    static func example(_ seed: UInt64) -> RandomCase { RandomCase(seed: seed &+ 1_000, places: 25, people: 5) }

    @Test(arguments: seeds)
    func orderOfInputIsWithoutEffect(seed: UInt64) {
        var example = Self.example(seed)
        for profile in example.profiles {
            let result = example.matcher.search(profile, among: example.drafts)
            let shuffled = example.matcher.search(
                profile, among: example.drafts.shuffled(using: &example.random))

            #expect(result.listing == shuffled.listing, "seed \(seed)")
            #expect(
                result.excluded.map(\.place.service.id) == shuffled.excluded.map(\.place.service.id), "seed \(seed)")
            #expect(result.blockers == shuffled.blockers, "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func resultsAndExcludedAreAllThatTakePart(seed: UInt64) {
        let example = Self.example(seed)
        let never: [ShelterKind] = [.hotelEmergency, .mentalHealthAdmission]
        let expected = example.drafts.filter { draft in
            if draft.status == .ended || draft.helpKinds.contains(.perpetratorHelp) { return false }
            return draft.kind.map { !never.contains($0) } ?? draft.helpKinds.contains(.ambulatorySupport)
        }
        for profile in example.profiles {
            let result = example.matcher.search(profile, among: example.drafts)

            let found = result.ids + result.excluded.map(\.place.service.id.rawValue)
            #expect(found.sorted() == expected.map(\.id).sorted(), "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func everyExcludedPlaceHasAReason(seed: UInt64) {
        let example = Self.example(seed)
        for profile in example.profiles {
            let result = example.matcher.search(profile, among: example.drafts)

            #expect(result.excluded.allSatisfy { !$0.exclusions.isEmpty }, "seed \(seed)")
            #expect(result.excluded.allSatisfy { Set($0.exclusions).count == $0.exclusions.count }, "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func perpetratorHelpIsNeverThere(seed: UInt64) {
        let example = Self.example(seed)
        let drafts = example.drafts.map { draft in
            draft.changed { if $0.id.hasSuffix("1") { $0.helpKinds.append(.perpetratorHelp) } }
        }
        for profile in example.profiles {
            let result = example.matcher.search(profile, among: drafts)

            let shown = result.placements.map(\.service) + result.excluded.map(\.place.service)
            #expect(!shown.contains { $0.helpKinds.contains(.perpetratorHelp) }, "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func ranksRunOnOverSectionsInTheOrderOfTheContract(seed: UInt64) {
        let example = Self.example(seed)
        let order: [Section] = [
            .fitsNow, .inConsultation, .bridging, .callFirst, .ompReserve, .waiting, .followUp, .fallback,
        ]
        for profile in example.profiles {
            let result = example.matcher.search(profile, among: example.drafts)

            #expect(result.placements.map(\.rank) == Array(1..<(result.placements.count + 1)), "seed \(seed)")
            let present = Set(result.sections.map(\.section))
            #expect(result.sections.map(\.section) == order.filter(present.contains), "seed \(seed)")
            #expect(result.sections.allSatisfy { !$0.placements.isEmpty }, "seed \(seed)")
            for ranked in result.sections {
                #expect(ranked.placements.allSatisfy { $0.section == ranked.section }, "seed \(seed)")
                #expect(ranked.placements.count == ranked.total, "seed \(seed)")
            }
        }
    }

    @Test(arguments: seeds)
    func unsuitableIsAlwaysLast(seed: UInt64) {
        var example = Self.example(seed)
        example.drafts[0].kind = .homelessShelter
        for profile in example.profiles {
            let isUnsuitable = example.matcher.search(profile, among: example.drafts)
                .placements.map { $0.service.shelterKind == .homelessShelter }

            let suitable = isUnsuitable.prefix { !$0 }.count
            #expect(isUnsuitable.dropFirst(suitable).allSatisfy { $0 }, "seed \(seed)")
        }
    }
}
