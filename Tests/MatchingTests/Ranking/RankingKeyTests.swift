import Domain
import Matching
import Testing

/// Two places that differ in one key only: the key decides, against the order of the ids.
@Suite("Ranking keys")
struct RankingKeyTests {
    struct Key: Sendable, CustomTestStringConvertible {
        let name: String
        var better: @Sendable (inout PlaceDraft) -> Void = { _ in }
        var worse: @Sendable (inout PlaceDraft) -> Void = { _ in }
        var person: @Sendable (inout Profile) -> Void = { _ in }
        var testDescription: String { name }
    }

    /// In their order; each leaves the keys of the others alone, so that two can be put against each other.
    static let keys = [
        Key(
            name: "conditions",
            better: { $0.contraIndications = [ContraIndication(.newborn, .conditional)] },
            worse: {
                $0.contraIndications = [
                    ContraIndication(.newborn, .conditional), ContraIndication(.selfHarm, .conditional),
                ]
            },
            person: {
                $0.has(.newborn)
                $0.has(.selfHarm)
            }),
        Key(
            name: "wishes", better: { $0.kind = .youthCrisis }, person: { $0.prefers = [.shelterKind(.youthCrisis)] }),
        Key(
            name: "continuity", better: { $0.maximumAge = .years(23) }, worse: { $0.maximumAge = .years(17) },
            person: { ($0.age, $0.turns18Within6Months) = (17, true) }),
        Key(name: "least_restrictive", worse: { $0.restriction = .semiOpen }),
        Key(name: "specialisation", better: { $0.expertise = .basic }, worse: { $0.expertise = ExpertiseLevel.none }),
        Key(name: "region", worse: { $0.province = .fryslan }),
        Key(name: "over_security", worse: { $0.security = .sheltered }),
        Key(
            name: "wait", worse: { ($0.free, $0.expectedFreeOn) = (0, TestMoment.inDays(3)) },
            person: { $0.urgency = .days }),
        Key(name: "freshness", worse: { $0.confirmedAt = TestMoment.hoursAgo(2) }),
    ]

    @Test(arguments: keys)
    func eachDecidesAlone(_ key: Key) {
        #expect(order([key.better], [key.worse], [key.person]) == ["z", "a"])
    }

    /// Whatever a later key says, the earlier one decides.
    @Test(arguments: keys.indices)
    func theFirstDifferenceDecides(index: Int) {
        let key = Self.keys[index]
        for later in Self.keys[(index + 1)...] {
            let order = order([key.better, later.worse], [key.worse, later.better], [key.person, later.person])
            #expect(order == ["z", "a"], "\(key.name) before \(later.name)")
        }
    }

    @Test func safetyDecidesBeforeConditions() {
        let danger = PlaceDraft.make { ($0.id, $0.security) = ("a", .sheltered) }
        let safe = PlaceDraft.make { draft in
            (draft.id, draft.province, draft.security) = ("z", .fryslan, .sheltered)
            draft.contraIndications = [Circumstance.newborn, .selfHarm].map { ContraIndication($0, .conditional) }
        }
        let profile = Profile.make {
            ($0.threat, $0.dangerAreas) = (.orange, [.province(.overijssel)])
            $0.has(.newborn)
            $0.has(.selfHarm)
        }

        #expect(
            TestMap.matcher.search(profile, among: [danger, safe]).listing == [
                "in_consultation/z", "in_consultation/a",
            ])
    }

    @Test func theIdDecidesLastInByteOrder() {
        let places = ["b", "a-1", "a", "a1", "10", "9"].map { id in PlaceDraft.make { $0.id = id } }

        #expect(TestMap.matcher.search(.make(), among: places).ids == ["10", "9", "a", "a-1", "a1", "b"])
    }

    private func order(
        _ better: [(inout PlaceDraft) -> Void], _ worse: [(inout PlaceDraft) -> Void],
        _ person: [(inout Profile) -> Void]
    ) -> [String] {
        var (first, second, profile) = (PlaceDraft(), PlaceDraft(), Profile.make())
        (first.id, second.id) = ("z", "a")
        for change in better { change(&first) }
        for change in worse { change(&second) }
        for change in person { change(&profile) }
        let result = TestMap.matcher.search(profile, among: [second, first])
        return result.sections.count == 1 ? result.ids : ["in two sections"]
    }
}
