import Domain
import Matching
import Testing

@Suite("Reasons")
struct ReasonTests {
    private func reasons(
        _ place: (inout PlaceDraft) -> Void, _ person: (inout Profile) -> Void
    ) throws -> [ReasonKey: String] {
        let profile = Profile.make(person)
        let placement = try #require(TestMap.matcher.search(profile, among: [PlaceDraft.make(place)]).placements.first)
        let reasons = SentenceTests.sentences.reasons(for: placement, profile: profile)
        return Dictionary(uniqueKeysWithValues: reasons.map { ($0.key, $0.text) })
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func inTheOrderOfTheKeysEachOnce(seed: UInt64) {
        let order: [ReasonKey] = [
            .safety, .conditions, .wishes, .continuity, .leastRestrictive, .specialisation, .region, .overSecurity,
            .wait, .freshness,
        ]
        let example = RandomCase(seed: seed &+ 7_000, places: 25, people: 5)
        for profile in example.profiles {
            for placement in example.matcher.search(profile, among: example.drafts).placements {
                let keys = SentenceTests.sentences.reasons(for: placement, profile: profile).map(\.key)
                #expect(keys == order.filter(keys.contains), "seed \(seed)")
                #expect(!keys.isEmpty, "seed \(seed)")
            }
        }
    }

    /// Each key can say something.
    @Test func everyKeyHasItsSentence() throws {
        let found = try reasons({ $0.expertise = .specialist }) {
            ($0.age, $0.turns18Within6Months) = (17, true)
            ($0.threat, $0.dangerAreas) = (.orange, [.province(.fryslan)])
            $0.prefers = [.restriction(.open)]
        }

        #expect(Set(found.keys) == Set(ReasonKey.allCases))
    }

    @Test func aPlaceThatDoesNotSayWhereItIsIsNotCalledSafe() throws {
        let person: (inout Profile) -> Void = {
            ($0.threat, $0.dangerAreas) = (.orange, [.municipality(TestMap.zwolle)])
        }
        let silent = try reasons({ $0.municipality = nil }, person)
        let outside = try reasons({ $0.municipality = TestMap.enschede }, person)

        #expect(!(silent[.safety] ?? "").contains("buiten het gevaargebied"))
        #expect((outside[.safety] ?? "").contains("buiten het gevaargebied"))
    }

    @Test func aPlaceInADangerAreaIsNotCalledSafe() throws {
        let found = try reasons({ $0.security = .sheltered }) {
            ($0.threat, $0.dangerAreas) = (.orange, [.province(.overijssel)])
        }

        #expect(found[.safety]?.contains("gevaargebied") == true)
        #expect(found[.safety]?.contains("Veilig") == false)
    }

    @Test func anOldOrUnknownCountIsCalledFirst() throws {
        let stale = try reasons({ $0.confirmedAt = TestMoment.hoursAgo(1_000) }) { _ in }
        let unknown = try reasons({ $0.free = nil }) { _ in }

        #expect(stale[.wait]?.hasPrefix("Bel eerst") == true)
        #expect(unknown[.wait]?.hasPrefix("Bel eerst") == true)
        #expect(stale[.freshness]?.hasPrefix("Verouderd") == true)
    }

    @Test func aPlaceWithTooFewFreeTogetherIsNotCalledFull() throws {
        let found = try reasons({ $0.free = 2 }) { ($0.household, $0.persons) = (.group, 4) }

        #expect(found[.wait]?.contains("Nu vol") == false)
    }
}
