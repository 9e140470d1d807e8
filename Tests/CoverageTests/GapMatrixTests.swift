import Coverage
import Domain
import Foundation
import Matching
import TestTools
import Testing

@Suite("The gap matrix, feature F27 and screen S14")
struct GapMatrixTests {
    @Test func withoutPlacesEveryCellIsAGap() {
        let matrix = TestSupply([]).matrix()

        #expect(matrix.rows.map(\.group.code) == TargetGroup.all.map(\.code))
        #expect(matrix.rows.allSatisfy { row in row.cells.map(\.column) == GapColumn.all })
        #expect(matrix.rows.allSatisfy { row in row.cells.allSatisfy { $0.state == .none && $0.value == 0 } })
        #expect(LargestGap.all(in: matrix).allSatisfy { $0.provinces.count == 12 && !$0.hasNational })
    }

    @Test func removingTheLastPlaceMakesTheCellAGap() throws {
        let men = SupplyDraft.make { $0.admission = Admission(genders: [.male], minimumAge: .years(18)) }
        let women = SupplyDraft.make {
            ($0.id, $0.admission) = ("vrouwen", Admission(genders: [.female], minimumAge: .years(18)))
        }

        let before = try #require(TestSupply([men, women]).cell("men"))
        let after = try #require(TestSupply([women]).cell("men"))

        #expect(before.value == 6)
        #expect((after.value, after.state) == (0, .none))
        #expect(
            LargestGap.all(in: TestSupply([women]).matrix()).first { $0.group.code == "men" }?.provinces.count == 12)
        #expect(try #require(TestSupply([women]).cell("women")).value == 6)
    }

    struct State: Sendable, CustomTestStringConvertible {
        let name: String
        let drafts: [SupplyDraft]
        var group = "women"
        let expected: SupplyState
        var testDescription: String { name }
    }

    private static func draft(_ id: String, _ owner: String, _ total: Int?, _ unit: CapacityUnit = .bed) -> SupplyDraft
    {
        .make { ($0.id, $0.owner, $0.total, $0.free, $0.unit) = (id, owner, total, nil, unit) }
    }

    @Test(arguments: [
        State(name: "nobody", drafts: [], expected: .none),
        State(name: "one provider, many places", drafts: [draft("a", "x", 40)], expected: .few),
        State(name: "one provider twice", drafts: [draft("a", "x", 40), draft("b", "x", 40)], expected: .few),
        State(name: "two providers, four places", drafts: [draft("a", "x", 2), draft("b", "y", 2)], expected: .few),
        State(name: "two providers, five places", drafts: [draft("a", "x", 2), draft("b", "y", 3)], expected: .enough),
        State(
            name: "the unknown number decides", drafts: [draft("a", "x", 4), draft("b", "y", nil)], expected: .unknown),
        State(
            name: "the unknown number does not matter", drafts: [draft("a", "x", 5), draft("b", "y", nil)],
            expected: .enough),
        State(name: "one provider, unknown", drafts: [draft("a", "x", nil)], expected: .few),
        State(
            name: "a couple needs two beds", drafts: [draft("a", "x", 4), draft("b", "y", 5)], group: "couples",
            expected: .few),
        State(
            name: "a couple needs one home", drafts: [draft("a", "x", 2, .unit), draft("b", "y", 3, .unit)],
            group: "couples", expected: .enough),
        State(
            name: "no room for six together", drafts: [draft("a", "x", 5), draft("b", "y", 5)], group: "groups",
            expected: .none),
    ])
    func states(_ state: State) throws {
        #expect(try #require(TestSupply(state.drafts).cell(state.group)).state == state.expected)
    }

    struct Free: Sendable, CustomTestStringConvertible {
        let name: String
        let change: @Sendable (inout SupplyDraft) -> Void
        var group = "women"
        let free: Int
        let state: SupplyState
        var testDescription: String { name }
    }

    @Test(arguments: [
        Free(name: "fresh", change: { _ in }, free: 2, state: .few),
        Free(name: "many", change: { ($0.total, $0.free) = (9, 5) }, free: 5, state: .enough),
        Free(name: "full", change: { $0.free = 0 }, free: 0, state: .none),
        Free(name: "ageing to the hour", change: { $0.hoursAgo = 24 }, free: 2, state: .few),
        Free(name: "stale", change: { $0.hoursAgo = 24.01 }, free: 0, state: .unknown),
        Free(name: "never told", change: { $0.free = nil }, free: 0, state: .unknown),
        Free(name: "paused", change: { $0.isPaused = true }, free: 0, state: .none),
        Free(name: "paused and stale", change: { ($0.isPaused, $0.hoursAgo) = (true, 80) }, free: 0, state: .unknown),
        Free(
            name: "five free beds are none for six people", change: { $0.free = 5 }, group: "groups", free: 0,
            state: .none),
        Free(
            name: "six free beds are one place for six people", change: { $0.free = 6 }, group: "groups", free: 6,
            state: .few),
    ])
    func freePlaces(_ example: Free) throws {
        let supply = TestSupply([.make(example.change)])
        let cell = try #require(supply.cell(example.group, .province(.overijssel), .free))

        #expect((cell.value, cell.state) == (example.free, example.state))
        // A pause or an old count says nothing about the supply.
        #expect(try #require(supply.cell(example.group)).value == supply.drafts[0].total)
    }

    @Test func whoMayNotSeeCountsSeesNone() {
        let supply = TestSupply([.make()])
        let matrix = GapMatrix(supply.supply(), measure: .total, live: nil, on: SupplyDraft.today)

        #expect(matrix.rows.allSatisfy { $0.cells.allSatisfy { $0.all.free == 0 && $0.all.unreliable == 0 } })
        #expect(matrix.rows.first?.cell(.national)?.value == 6)
    }

    @Test func aNationalPlaceStandsInTwoColumnsAndARegionalOneInOne() throws {
        let regional = SupplyDraft.make { $0.reach = .regional }
        let silent = SupplyDraft.make { $0.reach = nil }

        #expect(try #require(TestSupply([.make()]).cell("women", .national)).value == 6)
        #expect(try #require(TestSupply([silent]).cell("women", .national)).value == 6)
        #expect(try #require(TestSupply([regional]).cell("women", .national)).value == 0)
        #expect(try #require(TestSupply([regional]).cell("women")).value == 6)
        #expect(try #require(TestSupply([.make()]).cell("women", .province(.fryslan))).value == 0)
    }

    @Test func aPlaceThatServesOtherProvincesAloneDoesNotCountInItsOwn() throws {
        let away = SupplyDraft.make { ($0.reach, $0.serviceArea) = (.regional, [.province(.fryslan)]) }

        #expect(try #require(TestSupply([away]).cell("women")).state == .none)
    }

    @Test(arguments: [ShelterKind.homelessShelter, .hotelEmergency, .mentalHealthAdmission, .omp])
    func whatIsNoSupplyForWomen(_ kind: ShelterKind) throws {
        let supply = TestSupply([.make { $0.kind = kind }])

        #expect(try #require(supply.cell("women")).state == .none)
        #expect(try #require(supply.cell("active_addiction")).value == (kind == .omp ? 6 : 0))
    }

    /// For who is in the asylum procedure, and nobody else.
    @Test func receptionForAsylumSeekersCountsForThemAlone() throws {
        let supply = TestSupply([.make { $0.kind = .asylumReception }])
        func value(_ residence: ResidenceGroup?) throws -> Int {
            let filter = SupplyFilter(residence: residence)
            return try #require(supply.cell("women", .province(.overijssel), .total, filter)).value
        }

        #expect(try value(nil) == 0)
        #expect(try value(.dutch) == 0)
        #expect(try value(.asylumSeeker) == 6)
        #expect(try value(.thirdCountry) == 6)
    }

    @Test func measures() throws {
        let drafts = [
            SupplyDraft.make { ($0.id, $0.fundingEndsOn) = ("a", SupplyDraft.today.adding(days: 365)) },
            .make { ($0.id, $0.fundingEndsOn, $0.total) = ("b", SupplyDraft.today.adding(days: 366), 3) },
            .make { ($0.id, $0.fundingEndsOn, $0.total) = ("c", SupplyDraft.today.adding(days: -1), 2) },
            .make { ($0.id, $0.aftercare, $0.total) = ("d", .no, 4) },
            .make { ($0.id, $0.reach, $0.total) = ("e", .local, 5) },
            .make { ($0.id, $0.admission, $0.total) = ("f", Admission(genders: [.male]), 7) },
            .make {
                ($0.id, $0.total) = ("g", 9)
                $0.admission = Admission(genders: [.male], households: [.group])
            },
        ]
        let supply = TestSupply(drafts)
        func value(_ measure: GapMeasure) throws -> Int {
            try #require(supply.cell("women", .province(.overijssel), measure)).value
        }

        #expect(try value(.total) == 20)
        #expect(try value(.ending) == 8)
        #expect(try value(.withoutAftercare) == 4)
        #expect(try value(.ownRegion) == 5)
        #expect(try value(.excluded(.gender)) == 7)
        #expect(try value(.excluded(.age)) == 0)
    }

    /// On a day to come (screen S14): on its last day a place is still paid.
    @Test func whatEndsBeforeTheDayIsGone() throws {
        let last = SupplyDraft.today.adding(days: 40)
        let supply = TestSupply([
            .make { ($0.id, $0.fundingEndsOn, $0.total) = ("a", last, 1) },
            .make { ($0.id, $0.total) = ("b", 2) },
            .make { ($0.id, $0.fundingEndsOn, $0.total) = ("c", SupplyDraft.today.adding(days: -1), 4) },
            .make {
                ($0.id, $0.fundingEndsOn, $0.total) = ("d", last, 8)
                $0.admission = Admission(genders: [.male])
            },
        ]).supply()
        func left(_ day: CalendarDate) throws -> (places: Int, gone: [String], refusing: Int) {
            let later = supply.left(on: day)
            let cell = try #require(
                GapMatrix(later, measure: .total, live: nil, on: day).rows.first?.cell(.province(.overijssel)))
            let row = try #require(later.rows.first)
            return (cell.value, row.gone.map(\.place.service.id.rawValue), row.refusing.count)
        }

        #expect(try left(last) == (3, ["c"], 1))
        #expect(try left(last.adding(days: 1)) == (2, ["a", "c"], 0))
        #expect(supply.rows.allSatisfy { $0.gone.isEmpty })
    }

    /// Nothing is known to begin, so a later day has every gap of an earlier one.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func laterDaysOnlyHaveMoreGaps(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let supply = TestSupply.random(using: &random).supply()
        let days = [0, 30, 200, 500, 4_000].map { supply.left(on: SupplyDraft.today.adding(days: $0)) }

        for (earlier, later) in zip(days, days.dropFirst()) {
            for column in GapColumn.all {
                let (before, after) = (earlier.gaps(in: column).map(\.code), later.gaps(in: column).map(\.code))
                #expect(Set(before).isSubset(of: after))
            }
            for (one, other) in zip(earlier.rows, later.rows) {
                #expect(one.taking.count + one.gone.count == other.taking.count + other.gone.count)
            }
        }
    }

    @Test func theStateIsOfWhatIsLeft() throws {
        let drafts = [
            SupplyDraft.make { ($0.id, $0.owner, $0.fundingEndsOn) = ("a", "x", SupplyDraft.today) },
            .make { ($0.id, $0.owner) = ("b", "y") },
        ]
        #expect(try #require(TestSupply(drafts).cell("women")).state == .enough)
        #expect(try #require(TestSupply(drafts).cell("women", .province(.overijssel), .ending)).state == .few)
    }

    @Test func measuresHaveCodesOfTheirOwn() {
        #expect(Set(GapMeasure.all.map(\.code)).count == GapMeasure.all.count)
        #expect(GapMeasure.all.allSatisfy { GapMeasure(code: $0.code) == $0 })
        #expect(GapMeasure(code: "danger_region") == nil)
    }

    @Test func mostGapsComeFirst() throws {
        let drafts = ProvinceCode.allCases.enumerated().map { index, province in
            SupplyDraft.make {
                ($0.id, $0.province) = ("plek-\(index)", province)
                $0.admission = Admission(genders: index < 3 ? [.female, .male] : [.female])
            }
        }
        let matrix = TestSupply(drafts).matrix()
        let codes = matrix.byGaps.map(\.group.code)

        #expect(Set(codes) == Set(TargetGroup.all.map(\.code)))
        let (men, women) = (codes.firstIndex(of: "men"), codes.firstIndex(of: "women"))
        #expect(try #require(men) < #require(women))
        let gaps = LargestGap.all(in: matrix)
        let counts: [Int] = gaps.map(\.provinces.count)
        #expect(counts == counts.sorted(by: >))
        #expect(gaps.first { $0.group.code == "men" }?.hasNational == true)
        #expect(gaps.allSatisfy { $0.group.code != "women" })
    }

    @Test func sortingByColumnAndRow() throws {
        let drafts = [
            SupplyDraft.make { ($0.id, $0.province, $0.total) = ("a", .fryslan, 3) },
            .make { ($0.id, $0.province, $0.total) = ("b", .limburg, 2) },
        ]
        let matrix = TestSupply(drafts).matrix()
        let women = try #require(TargetGroup.group("women"))
        let columns = matrix.columns(by: women)
        let rows = matrix.rows(by: .province(.fryslan))

        #expect(columns.count == 13)
        #expect(Array(columns.suffix(3)) == [.province(.limburg), .province(.fryslan), .national])
        #expect(rows.first?.group.code == "groups")
        #expect(rows.last.flatMap { $0.cell(.province(.fryslan))?.value } == 3)
    }

    struct Filtered: Sendable, CustomTestStringConvertible {
        let name: String
        let filter: SupplyFilter
        var group = "women"
        let change: @Sendable (inout SupplyDraft) -> Void
        let isCounted: Bool
        var testDescription: String { name }
    }

    private static let cosm: @Sendable (inout SupplyDraft) -> Void = {
        $0.admission = Admission(residence: [.reflectionPeriod: .yes, .undocumented: .conditional])
    }

    @Test(arguments: [
        Filtered(name: "kind", filter: .init(kind: .mensShelter), change: { _ in }, isCounted: false),
        Filtered(name: "same kind", filter: .init(kind: .crisisShelter), change: { _ in }, isCounted: true),
        Filtered(name: "national", filter: .init(reach: .national), change: { $0.reach = .local }, isCounted: false),
        Filtered(name: "own region", filter: .init(reach: .own), change: { $0.reach = .local }, isCounted: true),
        Filtered(
            name: "form", filter: .init(form: .labour),
            change: { $0.admission = Admission(exploitationForms: [.sexual]) }, isCounted: false),
        Filtered(
            name: "disadvantage is apart", filter: .init(form: .seriousDisadvantage), change: { _ in }, isCounted: false
        ),
        Filtered(name: "Dutch", filter: .init(residence: .dutch), change: cosm, isCounted: false),
        Filtered(name: "from elsewhere", filter: .init(residence: .thirdCountry), change: cosm, isCounted: true),
        Filtered(name: "reflection period", filter: .init(residence: .reflectionPeriod), change: cosm, isCounted: true),
        Filtered(name: "permit", filter: .init(residence: .b8Permit), change: cosm, isCounted: false),
        Filtered(
            name: "minors from abroad", filter: .init(residence: .thirdCountry), group: "unaccompanied_minors",
            change: { _ in }, isCounted: true),
    ])
    func filters(_ example: Filtered) throws {
        let supply = TestSupply([.make(example.change)])
        let cell = try #require(supply.cell(example.group, .province(.overijssel), .total, example.filter))

        #expect((cell.value > 0) == example.isCounted)
    }

    /// They have a residence of their own.
    @Test(arguments: [ResidenceGroup.dutch, .euEea, .undocumented])
    func unaccompaniedMinorsHaveNoRowThen(_ residence: ResidenceGroup) {
        let matrix = TestSupply([.make()]).matrix(.total, SupplyFilter(residence: residence))

        #expect(matrix.rows.count == TargetGroup.all.count - 1)
        #expect(!matrix.rows.contains { $0.group.code == "unaccompanied_minors" })
    }

    @Test(arguments: [
        ("2026-11-20", 12, "2027-11-20"), ("2028-02-29", 12, "2029-02-28"), ("2026-12-31", 2, "2027-02-28"),
        ("2026-12-01", 1, "2027-01-01"), ("2026-01-31", 1, "2026-02-28"), ("2027-01-31", 13, "2028-02-29"),
    ])
    func months(_ from: String, _ months: Int, _ until: String) throws {
        let date = try #require(CalendarDate(text: from))

        #expect(date.adding(months: months).text == until)
    }
}
