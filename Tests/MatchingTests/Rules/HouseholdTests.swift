import Domain
import Matching
import Testing

@Suite("Household, sons and room (R6)")
struct HouseholdTests {
    @Test(arguments: Household.allCases, Household.allCases)
    func onlyWhereTheKindOfHouseholdIsTakenIn(one: Household, other: Household) {
        let place = PlaceDraft.make { $0.households = [one] }

        #expect(place.exclusions(for: .make { $0.household = other }) == (one == other ? [] : ["household"]))
    }

    struct Need: Sendable, CustomTestStringConvertible {
        var household: Household?
        var children: Int?
        var persons: Int?
        let beds: Int
        var units = 1
        var testDescription: String {
            "\(household?.rawValue ?? "?"), \(children ?? 0) children, \(persons.map(String.init) ?? "?") persons"
        }
    }

    static let needs = [
        Need(beds: 1),
        Need(children: 2, beds: 1),
        Need(persons: 4, beds: 4),
        Need(household: .single, beds: 1),
        Need(household: .couple, beds: 2),
        Need(household: .couple, persons: 3, beds: 3),
        Need(household: .withChildren, beds: 1),
        Need(household: .withChildren, children: 3, beds: 4),
        Need(household: .family, children: 0, beds: 2),
        Need(household: .family, children: 2, beds: 4),
        Need(household: .family, children: 2, persons: 6, beds: 6),
        Need(household: .group, beds: 3, units: 3),
        Need(household: .group, persons: 8, beds: 8, units: 8),
    ]

    @Test(arguments: needs, [CapacityUnit.bed, .unit])
    func enoughPlacesMustBeFreeTogether(_ need: Need, unit: CapacityUnit) {
        let profile = Profile.make {
            ($0.household, $0.persons) = (need.household, need.persons)
            $0.children = need.children.map { Array(repeating: Child(age: 4, gender: .female), count: $0) }
        }
        let needed = unit == .bed ? need.beds : need.units
        func place(total: Int, free: Int) -> PlaceDraft {
            .make { ($0.unit, $0.total, $0.free) = (unit, total, free) }
        }

        #expect(place(total: 20, free: needed).section(for: profile) == .fitsNow)
        #expect(place(total: 20, free: needed - 1).section(for: profile) == .waiting)
        #expect(place(total: needed, free: 0).section(for: profile) == .waiting)
        #expect(place(total: needed - 1, free: 0).exclusions(for: profile) == ["capacity_too_small"])
    }

    struct Sons: Sendable, CustomTestStringConvertible {
        let children: [Child]
        let excluded: Bool
        var testDescription: String { children.map { "\($0.gender.rawValue) \($0.age)" }.joined(separator: ", ") }
    }

    @Test(arguments: [
        Sons(children: [Child(age: 12, gender: .male)], excluded: false),
        Sons(children: [Child(age: 13, gender: .male)], excluded: true),
        Sons(children: [Child(age: 13, gender: .female)], excluded: false),
        Sons(children: [Child(age: 13, gender: .nonBinary)], excluded: false),
        Sons(children: [Child(age: 3, gender: .male), Child(age: 16, gender: .male)], excluded: true),
        Sons(children: [], excluded: false),
    ])
    func sonsUpToTwelve(_ example: Sons) {
        let place = PlaceDraft.make { ($0.sonsMaximumAge, $0.free) = (.years(12), 6) }
        let profile = Profile.make { ($0.household, $0.children) = (.withChildren, example.children) }

        #expect(place.exclusions(for: profile) == (example.excluded ? ["sons_age"] : []))
    }

    @Test func childrenWhoMayComeAlongAreAskedFor() {
        let place = PlaceDraft.make { $0.sonsMaximumAge = .years(12) }
        func profile(_ household: Household) -> Profile { .make { ($0.household, $0.children) = (household, nil) } }

        #expect(place.asks(for: profile(.withChildren)) == ["unknown:children"])
        #expect(place.asks(for: profile(.family)) == ["unknown:children"])
        #expect(place.asks(for: profile(.single)).isEmpty)
        #expect(PlaceDraft().asks(for: profile(.family)).isEmpty)
    }
}
