import Domain
import Matching
import Testing

/// Why a placement stands below another: the first key that differs.
@Suite("Why lower")
struct OrderNoteTests {
    static let sentences = SentenceTests.sentences

    private func note(_ drafts: [PlaceDraft], _ profile: Profile) throws -> OrderNote {
        let placements = TestMap.matcher.search(profile, among: drafts).placements
        let (upper, lower) = (try #require(placements.first), try #require(placements.last))
        #expect(lower.rank > upper.rank)
        return Self.sentences.whyLower(lower, than: upper)
    }

    static let texts = [
        "conditions": "Staat lager, omdat hier meer te overleggen is: 2 in plaats van 1.",
        "wishes": "Staat lager, omdat hier minder wensen uitkomen: 0 in plaats van 1.",
        "continuity": "Staat lager, omdat de hulp hier niet doorloopt van voor tot na 18 jaar.",
        "least_restrictive": "Staat lager, omdat iemand hier minder vrij is: besloten.",
        "specialisation": "Staat lager, omdat deze plek minder ervaring of aanbod heeft dat hierbij past.",
        "region": "Staat lager, omdat deze plek niet in de eigen provincie ligt.",
        "over_security": "Staat lager, omdat deze plek zwaarder beveiligd is.",
        "wait": "Staat lager, omdat het hier langer duurt tot er plek is.",
        "freshness": "Staat lager, omdat het aantal hier langer geleden is bevestigd.",
    ]

    @Test(arguments: RankingKeyTests.keys)
    func eachKey(_ key: RankingKeyTests.Key) throws {
        var (upper, lower, profile) = (PlaceDraft(), PlaceDraft(), Profile.make())
        (upper.id, lower.id) = ("z", "a")
        key.better(&upper)
        key.worse(&lower)
        key.person(&profile)

        let note = try note([lower, upper], profile)

        #expect(note == OrderNote(key: key.name, text: try #require(Self.texts[key.name])))
    }

    @Test func safety() throws {
        let danger = PlaceDraft.make { ($0.id, $0.security) = ("a", .sheltered) }
        let safe = PlaceDraft.make { draft in
            (draft.id, draft.province, draft.security) = ("z", .fryslan, .sheltered)
            draft.contraIndications = [ContraIndication(.newborn, .conditional)]
        }
        let profile = Profile.make {
            ($0.threat, $0.dangerAreas) = (.orange, [.province(.overijssel)])
            $0.has(.newborn)
        }

        #expect(
            try note([danger, safe], profile)
                == OrderNote(
                    key: "safety", text: "Staat lager, omdat hier eerst overleg over de veiligheid nodig is."))
    }

    @Test func theSection() throws {
        let full = PlaceDraft.make { ($0.id, $0.free) = ("a", 0) }

        #expect(
            try note([full, PlaceDraft.make { $0.id = "z" }], .make())
                == OrderNote(key: "section", text: "Staat lager, omdat deze plek in een latere groep staat: ‘Wachten’.")
        )
    }

    @Test func onlyTheId() throws {
        let drafts = ["a", "b"].map { id in PlaceDraft.make { $0.id = id } }

        #expect(
            try note(drafts, .make())
                == OrderNote(
                    key: "id",
                    text: "Staat lager, omdat de lijst een vaste volgorde heeft. Verder zijn deze plekken gelijk."))
    }

    /// A count that is old or missing is not told as if it were known.
    @Test(
        arguments: [
            (-2, 50.0, "Staat lager, omdat het hier langer duurt, volgens een oude opgave."),
            (nil, 50.0, "Staat lager, omdat niet bekend is wanneer hier plek komt."),
        ] as [(Int?, Double, String)])
    func whatIsNotKnown(days: Int?, age: Double, text: String) throws {
        let first = PlaceDraft.make { ($0.id, $0.confirmedAt) = ("a", TestMoment.hoursAgo(60)) }
        let second = PlaceDraft.make { draft in
            (draft.id, draft.confirmedAt) = ("b", TestMoment.hoursAgo(age))
            draft.free = days == nil ? nil : 0
            draft.expectedFreeOn = days.map { _ in TestMoment.inDays(2) }
        }

        let note = try note([first, second], .make { $0.urgency = .days })

        #expect(note == OrderNote(key: "wait", text: text))
    }

    /// The key is the first of the list that differs, and every one is said in plain Dutch.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func theFirstThatDiffers(seed: UInt64) {
        let example = RandomCase(seed: seed &+ 7_500, places: 30, people: 5)
        let sentences = Sentences(codes: TestCodeLists.all, map: example.map.geography)
        for profile in example.profiles {
            let placements = example.matcher.search(profile, among: example.drafts).placements
            for (upper, lower) in zip(placements, placements.dropFirst()) {
                let note = sentences.whyLower(lower, than: upper)
                #expect(note.key == naive(lower, upper), "seed \(seed)")
                #expect(DutchText(text: note.text).faults == [], "seed \(seed): \(note.text)")
            }
        }
    }

    private func naive(_ lower: Placement, _ upper: Placement) -> String {
        if lower.section != upper.section { return "section" }
        let (one, other) = (lower.keys, upper.keys)
        let pairs = [
            ("safety", one.safety, other.safety), ("conditions", one.conditions, other.conditions),
            ("wishes", one.wishes, other.wishes), ("continuity", one.continuity, other.continuity),
            ("least_restrictive", one.restriction, other.restriction),
            ("specialisation", one.specialisation, other.specialisation), ("region", one.region, other.region),
            ("over_security", one.overSecurity, other.overSecurity), ("wait", one.wait, other.wait),
            ("freshness", one.freshness, other.freshness),
        ]
        return pairs.first { $0.1 != $0.2 }?.0 ?? "id"
    }
}
