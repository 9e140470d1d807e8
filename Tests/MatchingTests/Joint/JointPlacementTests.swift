import Domain
import Matching
import TestTools
import Testing

@Suite("Joint placement: people and places")
struct JointPlacementTests {
    static func place(
        _ profiles: [Profile], in drafts: [PlaceDraft], together: [[Int]] = [], apart: [[Int]] = [],
        limit: JointLimit = JointLimit()
    ) -> JointPlacement {
        let options = profiles.map { PersonOptions(TestMap.matcher.search($0, among: drafts), for: $0) }
        let group = JointGroup(people: profiles.count, together: together, apart: apart)
        return JointPlacement(of: options, in: group, within: limit)
    }

    static func draft(_ id: String, free: Int? = 1, _ change: (inout PlaceDraft) -> Void = { _ in }) -> PlaceDraft {
        PlaceDraft.make { draft in
            (draft.id, draft.free) = (id, free)
            change(&draft)
        }
    }

    private func listing(_ placement: JointPlacement) -> [String] {
        placement.assignments.map { "\($0.person) \($0.candidate.service.id.rawValue)" }
    }

    @Test func morePeopleGoBeforeBetterRanks() {
        let onlyHere = Profile.make { $0.mustNot = [Wish(code: "b")].compactMap { $0 } }

        let placement = Self.place([.make(), onlyHere], in: [Self.draft("a"), Self.draft("b")])

        #expect(listing(placement) == ["0 b", "1 a"])
        #expect(placement.isOptimal)
    }

    @Test func aFamilyTakesItsBedsAndARoomOnlyOne() {
        let mother = Profile.make { profile in
            profile.household = .withChildren
            profile.children = [Child(age: 3, gender: .female), Child(age: 5, gender: .female)]
        }

        let beds = Self.place([mother, .make()], in: [Self.draft("a", free: 3)])
        let rooms = Self.place([mother, .make()], in: [Self.draft("a", free: 2) { $0.unit = .unit }])

        #expect(beds.assignments.count == 1)
        #expect(rooms.assignments.count == 2)
    }

    @Test func togetherGoesByChains() {
        let drafts = [Self.draft("a", free: 2), Self.draft("b", free: 3)]

        let placement = Self.place([.make(), .make(), .make()], in: drafts, together: [[0, 1], [2, 1]])

        #expect(listing(placement) == ["0 b", "1 b", "2 b"])
    }

    @Test func apartGoesToDifferentServices() {
        let drafts = [Self.draft("a", free: 5), Self.draft("b", free: 5)]

        let placement = Self.place([.make(), .make(), .make()], in: drafts, apart: [[0, 1, 2]])

        #expect(placement.assignments.count == 2)
        #expect(placement.unplaced.map(\.reasons) == [[.apart]])
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let drafts: [PlaceDraft]
        var together: [[Int]] = []
        /// Of the last of three.
        let expected: [String]
        var testDescription: String { name }
    }

    @Test(arguments: [
        Example(name: "nothing at all", drafts: [], expected: ["nothing_fits"]),
        Example(
            name: "excluded", drafts: [draft("a") { $0.genders = [.male] }, draft("b") { $0.genders = [.male] }],
            expected: ["nothing_fits", "gender"]),
        Example(name: "unknown", drafts: [draft("a", free: nil)], expected: ["call_first"]),
        Example(
            name: "stale", drafts: [draft("a") { $0.confirmedAt = TestMoment.hoursAgo(200) }],
            expected: ["call_first"]),
        Example(
            name: "stale reserve",
            drafts: [draft("a") { ($0.kind, $0.confirmedAt) = (.omp, TestMoment.hoursAgo(200)) }],
            expected: ["call_first"]),
        Example(name: "full", drafts: [draft("a", free: 0)], expected: ["full"]),
        Example(name: "unsuitable", drafts: [draft("a") { $0.kind = .homelessShelter }], expected: ["later"]),
        Example(name: "taken", drafts: [draft("a", free: 2)], expected: ["taken"]),
        Example(
            name: "too few together", drafts: [draft("a", free: 2)], together: [[0, 1, 2]],
            expected: ["too_few_together"]),
        Example(name: "the reserve counts", drafts: [draft("a", free: 3) { $0.kind = .omp }], expected: []),
    ])
    func reasons(_ example: Example) {
        let placement = Self.place([.make(), .make(), .make()], in: example.drafts, together: example.together)

        let last = placement.unplaced.last { $0.person == 2 }
        #expect(last?.reasons.map(\.code) ?? [] == example.expected)
    }

    @Test func togetherWithSomebodyWhoFitsNowhere() {
        let drafts = [Self.draft("a", free: 9) { $0.genders = [.female] }]
        let man = Profile.make { $0.gender = .male }

        let placement = Self.place([.make(), man], in: drafts, together: [[0, 1]])

        #expect(placement.assignments.isEmpty)
        #expect(
            placement.unplaced.map { $0.reasons.map(\.code) } == [
                ["together_with_unplaced"], ["nothing_fits", "gender"],
            ])
    }

    @Test func noPlaceInCommon() {
        let drafts = [
            Self.draft("a", free: 9) { $0.genders = [.female] }, Self.draft("b", free: 9) { $0.genders = [.male] },
        ]
        let man = Profile.make { $0.gender = .male }

        let placement = Self.place([.make(), man], in: drafts, together: [[0, 1]])

        #expect(placement.unplaced.map(\.reasons) == [[.noCommonPlace], [.noCommonPlace]])
    }

    @Test func helpWithoutABedIsNoPlace() {
        let home = Profile.make { $0.housing = .safeOwnPlace }

        let placement = Self.place([home], in: [.ambulatory()])

        #expect(placement.unplaced.map { $0.reasons.first?.code } == ["help_without_bed"])
    }

    /// Random people and places: what is promised holds, and each is judged by their own search.
    @Test(arguments: 0..<60 as Range<UInt64>)
    func promises(seed: UInt64) throws {
        var example = RandomCase(seed: seed * 2, places: 12, people: 6)
        let (profiles, drafts, matcher) = (example.profiles, example.drafts, example.matcher)
        let together = example.random.chance(50) ? [[0, 1]] : []
        let apart = example.random.chance(50) ? [[1, 2], [3, 4]] : []
        let results = profiles.map { matcher.search($0, among: drafts) }
        let group = JointGroup(people: profiles.count, together: together, apart: apart)

        let options = zip(results, profiles).map { PersonOptions($0, for: $1) }
        let placement = JointPlacement(of: options, in: group, within: JointLimit())
        let turned = profiles.map { PersonOptions(matcher.search($0, among: drafts.reversed()), for: $0) }
        let again = JointPlacement(of: turned, in: group, within: JointLimit())

        #expect(listing(placement) == listing(again))
        #expect(placement.assignments.count + placement.unplaced.count == profiles.count)
        #expect(placement.unplaced.allSatisfy { !$0.reasons.isEmpty })
        var taken: [ServiceID: Int] = [:]
        for assignment in placement.assignments {
            let own = try #require(
                results[assignment.person].placements.first { $0.service.id == assignment.candidate.service.id })
            #expect(own.rank == assignment.candidate.rank)
            #expect([.fitsNow, .inConsultation, .bridging, .ompReserve].contains(own.section))
            let capacity = try #require(own.assessment.place.capacity)
            taken[own.service.id, default: 0] += profiles[assignment.person].placesNeeded(of: capacity.unit)
            #expect(taken[own.service.id] ?? 0 <= capacity.free ?? 0)
        }
        let places = Dictionary(
            uniqueKeysWithValues: placement.assignments.map { ($0.person, $0.candidate.service.id) })
        for set in together { #expect(Set(set.map { places[$0] }).count == 1) }
        for set in apart { #expect(places[set[0]] == nil || places[set[0]] != places[set[1]]) }
    }
}
