import Domain
import Matching
import Testing

/// What stands between a person and one place.
@Suite("What would change it")
struct WhatWouldChangeTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        var of: @Sendable (inout PlaceDraft) -> Void = { _ in }
        var person: @Sendable (inout Profile) -> Void = { _ in }
        let facts: [ProfileFact]
        var own: [WhatWouldChange.OwnReason] = []
        let text: String
        var testDescription: String { name }
    }

    static func change(_ draft: PlaceDraft, _ profile: Profile) -> WhatWouldChange? {
        WhatWouldChange(for: profile, at: draft.place, on: TestMap.geography, now: TestMoment.now)
    }

    @Test(arguments: single + several + ofThePlace)
    func smallestSet(_ example: Example) throws {
        let (draft, profile) = (PlaceDraft.make(example.of), Profile.make(example.person))

        let change = try #require(Self.change(draft, profile))

        #expect(change.facts == example.facts)
        #expect(change.ownReasons == example.own)
        #expect(
            SentenceTests.sentences.text(of: change, for: profile, at: draft.place.service) == example.text)
    }

    @Test func nothingStandsBetweenAPlaceThatFits() {
        #expect(Self.change(PlaceDraft(), .make()) == nil)
        let later = PlaceDraft.make { $0.minimumAge = .years(18) }
        #expect(Self.change(later, .make { ($0.age, $0.turns18Within6Months) = (17, true) }) == nil)
    }

    /// Every code has its fact, alone.
    @Test(arguments: ExclusionTests.examples)
    func everyReasonHasOneFact(_ example: ExclusionTests.Example) throws {
        let profile = Profile.make(example.person)
        let change = try #require(Self.change(PlaceDraft.make(example.of), profile))

        let isOfThePlace = example.code == "paused"
        #expect(change.facts.count == (isOfThePlace ? 0 : 1))
        #expect(change.ownReasons == (isOfThePlace ? [.paused] : []))
    }

    /// Too young and too old, at the edge and far from it.
    @Test(arguments: [0, 12, 17, 66, 90])
    func ageAlone(age: Int) throws {
        let draft = PlaceDraft.make { ($0.minimumAge, $0.maximumAge) = (.years(18), .years(65)) }
        let change = try #require(Self.change(draft, .make { $0.age = age }))

        #expect(change.facts == [.age])
        #expect(change.ownReasons == [])
    }

    static let single = [
        Example(
            name: "wheelchair", of: { $0.wheelchair = false }, person: { $0.wheelchair = true }, facts: [.wheelchair],
            text: "Deze plek zou passen zonder ‘rolstoel’."),
        Example(
            name: "an area named twice",
            person: {
                ($0.threat, $0.dangerAreas) = (.orange, [.province(.overijssel), .province(.overijssel)])
            }, facts: [.dangerArea(.province(.overijssel))],
            text: "Deze plek zou passen zonder ‘gevaargebied Overijssel’."),
        Example(
            name: "only the area in which the place is", of: { $0.municipality = TestMap.zwolle },
            person: {
                $0.threat = .orange
                $0.dangerAreas = [.municipality(TestMap.zwolle), .municipality(TestMap.enschede), .province(.fryslan)]
            }, facts: [.dangerArea(.municipality(TestMap.zwolle))],
            text: "Deze plek zou passen zonder ‘gevaargebied Zwolle’."),
        Example(
            name: "of a secret place the province", of: { $0.security = .secret },
            person: {
                $0.threat = .red
                $0.dangerAreas = [.municipality(TestMap.zwolle), .municipality(TestMap.enschede)]
            }, facts: [.dangerArea(.province(.overijssel))],
            text: "Deze plek zou passen zonder ‘gevaargebied Overijssel’."),
        Example(
            name: "two areas fall away with the threat", of: { $0.municipality = TestMap.zwolle },
            person: {
                $0.threat = .orange
                $0.dangerAreas = [.municipality(TestMap.zwolle), .province(.overijssel)]
            }, facts: [.threat], text: "Deze plek zou passen zonder ‘dreiging oranje’."),
        Example(
            name: "people before who they are", of: { $0.total = 2 }, person: { $0.household = .group },
            facts: [.persons], text: "Deze plek zou passen zonder ‘aantal personen’."),
        Example(
            name: "the target group", of: { $0.onlyFor = [.intellectualDisability] }, facts: [.targetGroup],
            text: "Deze plek zou passen met ‘doelgroep: licht verstandelijke beperking’."),
        Example(
            name: "one of several target groups", of: { $0.onlyFor = [.intellectualDisability, .newborn] },
            facts: [.targetGroup], text: "Deze plek zou passen met ‘doelgroep van deze plek’."),
        Example(
            name: "one wish of two", person: { $0.mustNot = [.province(.fryslan), .restriction(.open)] },
            facts: [.mustNot(.restriction(.open))], text: "Deze plek zou passen zonder ‘wens: niet open’."),
    ]

    static let several = [
        Example(
            name: "the threat lifts both", of: { ($0.security, $0.wheelchair) = (.openVisible, false) },
            person: {
                ($0.threat, $0.dangerAreas, $0.wheelchair) = (.red, [.province(.overijssel)], true)
            }, facts: [.threat, .wheelchair], text: "Deze plek zou passen zonder ‘dreiging rood’ en ‘rolstoel’."),
        Example(
            name: "without the group there are fewer people", of: { ($0.households, $0.total) = ([.single], 2) },
            person: { $0.household = .group }, facts: [.household], text: "Deze plek zou passen zonder ‘groep’."),
        Example(
            name: "eight people stay eight", of: { ($0.households, $0.total) = ([.single], 2) },
            person: { ($0.household, $0.persons) = (.group, 8) }, facts: [.household, .persons],
            text: "Deze plek zou passen zonder ‘groep’ en ‘aantal personen’."),
        Example(
            name: "children who take room and are too old", of: { ($0.sonsMaximumAge, $0.total) = (.years(12), 1) },
            person: { ($0.household, $0.children) = (.withChildren, [Child(age: 14, gender: .male)]) },
            facts: [.children], text: "Deze plek zou passen zonder ‘kind dat meekomt’."),
        Example(
            name: "what is refused and also asked for",
            of: {
                $0.onlyFor = [.activeAddiction, .newborn]
                $0.contraIndications = [ContraIndication(.activeAddiction, .absolute)]
            }, person: { $0.has(.activeAddiction) }, facts: [.circumstance(.activeAddiction), .targetGroup],
            text: "Deze plek zou passen zonder ‘actief middelengebruik’ en met ‘doelgroep van deze plek’."),
        Example(
            name: "with and without", of: { ($0.restriction, $0.pets, $0.genders) = (.closed, .no, [.male]) },
            person: { $0.pet = true }, facts: [.courtAuthorisation, .gender, .pet],
            text:
                "Deze plek zou passen zonder ‘gender’ en ‘huisdier’. En ook met ‘machtiging van de rechter’."),
    ]

    static let ofThePlace = [
        Example(
            name: "paused", of: { $0.isPaused = true }, facts: [], own: [.paused],
            text: "Deze plek neemt nu niemand op. Dat verandert niet met andere antwoorden."),
        Example(
            name: "paused and more", of: { ($0.status, $0.pets) = (.temporarilyClosed, .no) },
            person: { $0.pet = true },
            facts: [.pet], own: [.paused],
            text:
                "Deze plek neemt nu niemand op. Dat verandert niet met andere antwoorden. Ook nodig: zonder ‘huisdier’."
        ),
        Example(
            name: "ended", of: { $0.status = .ended }, facts: [], own: [.ended],
            text: "Deze plek is er niet meer. Dat verandert niet met andere antwoorden."),
        Example(
            name: "a hotel", of: { $0.kind = .hotelEmergency }, facts: [], own: [.neverAnAnswer],
            text: "Dit is geen plek waar de zoekhulp mensen plaatst. Dat verandert niet met andere antwoorden."),
        Example(
            name: "no places at all", of: { ($0.total, $0.free) = (0, 0) }, facts: [], own: [.noRoom],
            text: "Deze plek heeft zelf geen bedden. Dat verandert niet met andere antwoorden."),
        Example(
            name: "only for whom it refuses",
            of: {
                $0.onlyFor = [.newborn]
                $0.contraIndications = [ContraIndication(.newborn, .absolute)]
            }, facts: [], own: [.ownRules],
            text:
                "De regels van deze plek spreken elkaar tegen. Bel de plek. Dat verandert niet met andere antwoorden."),
    ]
}
