import Domain
import Matching
import Testing

@Suite("Blockers")
struct BlockerTests {
    static let profile = Profile.make { ($0.gender, $0.pet, $0.wheelchair) = (.male, true, true) }

    private func blockers(_ places: [PlaceDraft]) -> [String] {
        TestMap.matcher.search(Self.profile, among: places).blockers.map { blocker in
            "\(blocker.exclusions.map(\.code).joined(separator: "+")) \(blocker.services) \(blocker.freePlaces)"
        }
    }

    private func place(_ id: String, _ change: (inout PlaceDraft) -> Void) -> PlaceDraft {
        PlaceDraft.make {
            $0.id = id
            change(&$0)
        }
    }

    @Test func everyPlaceCountsUnderExactlyItsOwnReasons() {
        let found = blockers([
            place("a") { $0.genders = [.female] }, place("b") { ($0.genders, $0.free) = ([.female], 3) },
            place("c") { ($0.genders, $0.pets) = ([.female], .no) },
            place("d") { ($0.genders, $0.pets, $0.wheelchair) = ([.female], .no, false) },
            place("e") { _ in },
        ])

        #expect(found == ["gender 2 5", "gender+pet 1 2"])
    }

    @Test func onlyReliableCountsAreSummed() {
        let found = blockers([
            place("fresh") { ($0.pets, $0.free) = (.no, 1) },
            place("ageing") { ($0.pets, $0.free, $0.confirmedAt) = (.no, 2, TestMoment.hoursAgo(24)) },
            place("stale") { ($0.pets, $0.free, $0.confirmedAt) = (.no, 4, TestMoment.hoursAgo(25)) },
            place("unknown") { ($0.pets, $0.free) = (.no, nil) },
            place("undated") { ($0.pets, $0.free, $0.confirmedAt) = (.no, 5, nil) },
        ])

        #expect(found == ["pet 5 3"])
    }

    @Test func aPausedPlaceOpensNothing() {
        let found = blockers([
            place("a") { $0.isPaused = true }, place("b") { ($0.isPaused, $0.pets) = (true, .no) },
            place("c") { $0.status = .temporarilyClosed },
        ])

        #expect(found.isEmpty)
    }

    @Test func bySizeThenServicesThenFreePlacesThenCodes() {
        let found = blockers([
            place("a") { ($0.genders, $0.pets) = ([.female], .no) },
            place("b") { ($0.genders, $0.pets) = ([.female], .no) },
            place("c") { ($0.genders, $0.pets) = ([.female], .no) },
            place("d") { ($0.genders, $0.free) = ([.female], 1) }, place("e") { ($0.wheelchair, $0.free) = (false, 1) },
            place("f") { ($0.maximumAge, $0.free) = (.years(20), 2) },
            place("g") { ($0.pets, $0.free) = (.no, 0) }, place("h") { ($0.pets, $0.free) = (.no, 0) },
        ])

        #expect(found == ["pet 2 0", "age 1 2", "accessibility 1 1", "gender 1 1", "gender+pet 3 6"])
    }

    /// Every reason counts there, also beside others.
    @Test func theSummaryTellsMostFirstThenByCode() {
        let result = TestMap.matcher.search(
            Self.profile,
            among: [
                place("a") { ($0.wheelchair, $0.pets) = (false, .no) }, place("b") { $0.pets = .no },
                place("c") { ($0.genders, $0.isPaused) = ([.female], true) },
            ])

        let told = result.excludedSummary.map { "\($0.exclusion.code) \($0.services)" }
        #expect(told == ["pet 2", "accessibility 1", "gender 1", "paused 1"])
        #expect(result.excludedTotal == 3)
    }

    @Test func aPlaceToFollowIsNotBlocked() {
        let profile = Profile.make { ($0.age, $0.turns18Within6Months) = (17, true) }

        #expect(
            TestMap.matcher.search(profile, among: [PlaceDraft.make { $0.minimumAge = .years(18) }]).blockers.isEmpty)
    }
}
