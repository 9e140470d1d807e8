import Domain
import Matching
import Testing

@Suite("Age and the eighteenth birthday (R4)")
struct AgeTests {
    @Test(arguments: [
        (17, false), (18, true), (19, true), (22, true), (23, true), (24, false),
    ])
    func bothEndsOfTheRangeAreIncluded(age: Int, fits: Bool) {
        let place = PlaceDraft.make { ($0.minimumAge, $0.maximumAge) = (.years(18), .years(23)) }

        #expect(place.exclusions(for: .make { $0.age = age }) == (fits ? [] : ["age"]))
    }

    @Test func anAdultPlaceIsToFollowForWhoTurnsEighteen() {
        let adult = PlaceDraft.make { $0.minimumAge = .years(18) }

        #expect(adult.section(for: Self.turning18) == .followUp)
        #expect(adult.section(for: .make { $0.age = 18 }) == .fitsNow)
        #expect(adult.exclusions(for: .make { $0.age = 17 }) == ["age"])
    }

    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let section: Section?
        let change: @Sendable (inout PlaceDraft) -> Void
        var testDescription: String { name }
    }

    @Test(arguments: [
        Example(name: "no maximum stay", section: .followUp) { $0.stay = nil },
        Example(name: "maximum stay of 15 days", section: .followUp) { $0.stay = Stay(maximumDays: 15) },
        Example(name: "maximum stay of 14 days", section: nil) { $0.stay = Stay(maximumDays: 14) },
        Example(name: "emergency bed", section: nil) { $0.kind = .emergencyBed },
        Example(name: "scarce", section: nil) { $0.kind = .omp },
        Example(name: "unsuitable", section: nil) { $0.kind = .homelessShelter },
        Example(name: "from 21", section: nil) { $0.minimumAge = .years(21) },
        Example(name: "full", section: .followUp) { $0.free = 0 },
        Example(name: "stale", section: .followUp) { $0.confirmedAt = TestMoment.hoursAgo(500) },
        Example(name: "more than age", section: nil) { $0.genders = [.male] },
        Example(name: "with a condition", section: .followUp) { $0.residence?[.dutch] = .conditional },
    ])
    func adultPlaceAtSeventeen(_ example: Example) {
        let place = PlaceDraft.make { $0.minimumAge = .years(18) }.changed(example.change)

        #expect(place.section(for: Self.turning18) == example.section)
    }

    /// Nothing but seventeen waits for a birthday, whatever else is said; over HTTP this is refused before.
    @Test(arguments: [(16, nil), (17, Section.followUp), (18, .fitsNow)] as [(Int, Section?)])
    func onlySeventeenWaits(age: Int, section: Section?) {
        let place = PlaceDraft.make { $0.minimumAge = .years(18) }
        var person = Self.turning18
        person.age = age

        #expect(place.section(for: person) == section)
    }

    /// "Ambulatory never": such help is not a place to move on to.
    @Test func helpWithoutABedFromEighteenIsNotToFollow() {
        let help = PlaceDraft.ambulatory { $0.minimumAge = .years(18) }
        var person = Self.turning18
        person.housing = .safeOwnPlace

        #expect(help.section(for: person) == nil)
        #expect(help.exclusions(for: person) == ["age"])
    }

    @Test func aPlaceThatSpansEighteenComesFirst() {
        let until18 = PlaceDraft.make { ($0.id, $0.minimumAge, $0.maximumAge) = ("a", .years(12), .years(17)) }
        let spanning = PlaceDraft.make { ($0.id, $0.minimumAge, $0.maximumAge) = ("b", .years(11), .years(23)) }
        let adult = PlaceDraft.make { ($0.id, $0.minimumAge) = ("c", .years(18)) }

        let turning = TestMap.matcher.search(Self.turning18, among: [until18, spanning, adult])
        let sixteen = TestMap.matcher.search(.make { $0.age = 16 }, among: [until18, spanning, adult])

        #expect(turning.listing == ["fits_now/b", "fits_now/a", "follow_up/c"])
        #expect(sixteen.ids == ["a", "b"])
    }

    static let turning18 = Profile.make { ($0.age, $0.turns18Within6Months) = (17, true) }
}
