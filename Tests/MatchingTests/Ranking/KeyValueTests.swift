import Domain
import Matching
import Testing

/// The exact values of domain section 5.
@Suite("Values of the ranking keys")
struct KeyValueTests {
    @Test(arguments: [Restriction.ambulatory, .open, .semiOpen, .closed].enumerated().map { ($0.element, $0.offset) })
    func restriction(restriction: Restriction, value: Int) {
        let place = PlaceDraft.make { $0.restriction = restriction }

        #expect(place.verdict(for: .make { $0.courtAuthorisation = true }).keys?.restriction == value)
    }

    @Test(arguments: [
        (ThreatLevel.green, SecurityLevel.none, 0), (.green, .openVisible, 1), (.green, .sheltered, 2),
        (.green, .secret, 3), (.orange, .openVisible, 0), (.orange, .sheltered, 1), (.orange, .secret, 2),
        (.red, .secret, 0),
    ])
    func overSecurity(threat: ThreatLevel, level: SecurityLevel, value: Int) {
        let place = PlaceDraft.make { $0.security = level }

        #expect(place.verdict(for: .make { $0.threat = threat }).keys?.overSecurity == value)
    }

    @Test(arguments: [(nil, 0), (ExpertiseLevel.none, 0), (.basic, 1), (.specialist, 2)] as [(ExpertiseLevel?, Int)])
    func expertise(level: ExpertiseLevel?, value: Int) {
        let place = PlaceDraft.make { $0.expertise = level }

        #expect(place.verdict(for: .make()).keys?.specialisation == -value)
    }

    struct Mark: Sendable, CustomTestStringConvertible {
        let mark: SpecialTarget
        let applies: Bool
        let name: String
        let person: @Sendable (inout Profile) -> Void
        var testDescription: String { "\(mark.rawValue), \(name)" }
    }

    @Test(arguments: [
        Mark(mark: .men, applies: true, name: "man of 18") { ($0.gender, $0.age) = (.male, 18) },
        Mark(mark: .men, applies: false, name: "boy of 17") { ($0.gender, $0.age) = (.male, 17) },
        Mark(mark: .men, applies: false, name: "woman") { $0.gender = .female },
        Mark(mark: .girls, applies: true, name: "girl of 17") { ($0.gender, $0.age) = (.female, 17) },
        Mark(mark: .girls, applies: false, name: "woman of 18") { ($0.gender, $0.age) = (.female, 18) },
        Mark(mark: .boys, applies: true, name: "boy of 17") { ($0.gender, $0.age) = (.male, 17) },
        Mark(mark: .boys, applies: false, name: "man of 18") { ($0.gender, $0.age) = (.male, 18) },
        Mark(mark: .labour, applies: true, name: "labour among others") {
            $0.exploitationForms = [.labour, .criminal]
        },
        Mark(mark: .labour, applies: false, name: "other form") { $0.exploitationForms = [.criminal] },
        Mark(mark: .reflectionPeriod, applies: true, name: "reflection period") { $0.residence = .reflectionPeriod },
        Mark(mark: .reflectionPeriod, applies: false, name: "scheme") { $0.residence = .b8Permit },
        Mark(mark: .family, applies: true, name: "couple") { $0.household = .couple },
        Mark(mark: .family, applies: true, name: "family") { $0.household = .family },
        Mark(mark: .family, applies: false, name: "with children") { $0.household = .withChildren },
        Mark(mark: .unaccompaniedMinor, applies: true, name: "amv") {
            ($0.age, $0.residence) = (16, .unaccompaniedMinor)
        },
        Mark(mark: .unaccompaniedMinor, applies: false, name: "minor") { $0.age = 16 },
    ])
    func marks(_ example: Mark) {
        let twice = [SpecialMark.target(example.mark), .target(example.mark)]
        let place = PlaceDraft.make { ($0.specialFor, $0.expertise) = (twice, .basic) }

        #expect(place.verdict(for: .make(example.person)).keys?.specialisation == (example.applies ? -3 : -1))
    }

    @Test(arguments: Circumstance.allCases)
    func circumstanceMarks(circumstance: Circumstance) {
        let place = PlaceDraft.make { $0.specialFor = [.circumstance(circumstance), .target(.men)] }

        #expect(place.verdict(for: .make { $0.has(circumstance) }).keys?.specialisation == -2)
        #expect(place.verdict(for: .make()).keys?.specialisation == 0)
    }

    struct Region: Sendable, CustomTestStringConvertible {
        let name: String
        let value: Int
        let person: @Sendable (inout Profile) -> Void
        var testDescription: String { name }
    }

    @Test(arguments: [
        Region(name: "own municipality", value: 0) { $0.currentMunicipality = TestMap.enschede },
        Region(name: "only the province", value: 0) {
            ($0.currentMunicipality, $0.currentProvince) = (nil, .overijssel)
        },
        Region(name: "elsewhere", value: 1) { $0.currentMunicipality = TestMap.breda },
        Region(name: "no location", value: 1) { $0.currentMunicipality = nil },
        Region(name: "dangerous province, threat green", value: 1) { $0.dangerAreas = [.province(.overijssel)] },
        Region(name: "dangerous municipality", value: 0) { $0.dangerAreas = [.municipality(TestMap.enschede)] },
        Region(name: "danger elsewhere", value: 0) { $0.dangerAreas = [.province(.fryslan)] },
    ])
    func ownRegion(_ example: Region) {
        #expect(PlaceDraft().verdict(for: .make(example.person)).keys?.region == example.value)
    }

    /// No place can have more: every circumstance, residence, gender twice, danger and a pet.
    @Test func everyConditionAtOnce() {
        let place = PlaceDraft.make {
            ($0.security, $0.genders, $0.pets) = (.sheltered, [.female], .foster)
            $0.residence?[.dutch] = .conditional
            $0.contraIndications = Circumstance.allCases.map { ContraIndication($0, .conditional) }
        }
        let verdict = place.verdict(
            for: .make { person in
                (person.threat, person.dangerAreas) = (.orange, [.province(.overijssel)])
                (person.gender, person.transgender, person.pet) = (.unknown, true, true)
                for circumstance in Circumstance.allCases { person.has(circumstance) }
            })

        #expect(verdict.section == .inConsultation)
        #expect(verdict.keys?.conditions == Circumstance.allCases.count + 5)
    }

    @Test func wishesAreCountedOnceEach() throws {
        let codes = ["open", "NL-OV", "crisis_shelter", "open_visible", "voorbeeld-plek", "closed", "NL-FR"]
        let wishes = try codes.map { try #require(Wish(code: $0)) }

        #expect(PlaceDraft().verdict(for: .make { $0.prefers = wishes + wishes }).keys?.wishes == -5)
    }

    /// A clock that runs ahead makes a count fresh, never fresher than fresh.
    @Test(arguments: [(-7_200.0, 0), (0, 0), (3_599, 0), (3_600, 1), (7_199, 1), (7_200, 2), (63_072_000, 17_520)])
    func freshnessInWholeHours(seconds: Double, hours: Int) {
        let place = PlaceDraft.make { $0.confirmedAt = TestMoment.secondsAgo(seconds) }

        #expect(place.verdict(for: .make()).keys?.freshness == hours)
    }

    @Test func aStaleCountServesTheWaitKey() {
        let place = PlaceDraft.make { ($0.confirmedAt, $0.free) = (TestMoment.hoursAgo(1_000), 1) }

        #expect(place.verdict(for: .make()).keys?.wait == 0)
    }

    @Test func theWaitingTimeOfAPlaceWithBedsIsOnlyShown() {
        let place = PlaceDraft.make { $0.waiting = Waiting(days: 60, statedOn: TestMoment.today) }

        #expect(place.verdict(for: .make()).keys?.wait == 0)
        #expect(place.section(for: .make()) == .fitsNow)
    }
}
