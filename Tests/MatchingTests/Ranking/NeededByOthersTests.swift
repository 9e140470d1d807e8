import Domain
import Matching
import Testing

/// Who else only one place could take, told with it and as a last key.
@Suite("Scarcity beyond OMP")
struct NeededByOthersTests {
    /// A table, the people it is measured with, and what is asked of both.
    struct Case {
        let tabled: TabledPlaces
        let references: [ReferenceProfile]

        init(_ drafts: [PlaceDraft], _ others: [Profile], on map: Geography = TestMap.geography) {
            tabled = TabledPlaces(drafts.map(\.place), on: map)
            references = others.enumerated().map { number, profile in
                ReferenceProfile(
                    id: "p\(number)", label: Bilingual(dutch: "P\(number)", english: "P\(number)"), profile: profile)
            }
        }

        func search(_ profile: Profile, _ use: Scarcity.Use, limit: Int? = nil) -> SearchResult {
            let scarcity =
                use == .off
                ? nil
                : Scarcity(
                    of: references, standingWhere: profile, in: tabled.table, counts: tabled.counts,
                    at: TestMoment.now, isKey: use == .ranked)
            return Finder(tabled.table, coordination: TestMap.coordination).search(
                profile, counts: tabled.counts, at: TestMoment.now, limit: limit, scarcity: scarcity)
        }
    }

    /// Two places, equal but for the wheelchair, which somebody else needs.
    static let two = Case(
        [
            PlaceDraft.make { $0.id = "a" },
            PlaceDraft.make { ($0.id, $0.wheelchair) = ("b", false) },
        ], [.make { $0.wheelchair = true }, .make { $0.wheelchair = true }, .make()])

    @Test func whatOthersNeedIsTold() throws {
        let scarcity = try #require(Self.two.search(.make(), .shown).scarcity)
        let (needed, other) = (try #require(ServiceID(rawValue: "a")), try #require(ServiceID(rawValue: "b")))

        #expect(scarcity.others(needing: needed).map(\.id) == ["p0", "p1"])
        #expect(scarcity.count(of: other) == 0)
        #expect(Self.two.search(.make(), .off).scarcity == nil)
    }

    @Test func andGoesLowerOnlyWhereThatIsAsked() throws {
        #expect(Self.two.search(.make(), .off).ids == ["a", "b"])
        #expect(Self.two.search(.make(), .shown).ids == ["a", "b"])
        let ranked = Self.two.search(.make(), .ranked)
        #expect(ranked.ids == ["b", "a"])
        #expect(Self.two.search(.make(), .ranked, limit: 1).ids == ["b"])

        let (upper, lower) = (ranked.placements[0], ranked.placements[1])
        let sentences = SentenceTests.sentences
        #expect(
            sentences.whyLower(lower, than: upper, scarcity: ranked.scarcity)
                == OrderNote(
                    key: "scarcity", text: "Staat lager, omdat meer anderen alleen op deze plek terechtkunnen."))
        #expect(sentences.whyLower(lower, than: upper).key == "id")
        let shown = Self.two.search(.make(), .shown)
        let note = sentences.whyLower(shown.placements[1], than: shown.placements[0], scarcity: shown.scarcity)
        #expect(note.key == "id", "what is only told decides nothing")
    }

    @Test func twentyAreMoreThanSeventeen() {
        let drafts = [
            PlaceDraft.make { ($0.id, $0.pets) = ("a", .no) },
            PlaceDraft.make { ($0.id, $0.wheelchair) = ("b", false) },
        ]
        let others =
            Array(repeating: Profile.make { $0.wheelchair = true }, count: 20)
            + Array(repeating: Profile.make { $0.pet = true }, count: 17)

        #expect(Case(drafts, others).search(.make(), .ranked).ids == ["b", "a"])
        #expect(Case(drafts, Array(others.dropFirst(4))).search(.make(), .ranked).ids == ["a", "b"])
    }

    /// Any other key comes first.
    @Test func itIsTheLastKeyBeforeTheID() {
        let drafts = [
            PlaceDraft.make { $0.id = "a" },
            PlaceDraft.make { ($0.id, $0.wheelchair, $0.confirmedAt) = ("b", false, TestMoment.hoursAgo(2)) },
        ]

        #expect(Case(drafts, [.make { $0.wheelchair = true }]).search(.make(), .ranked).ids == ["a", "b"])
    }

    /// The others are asked about where the person is.
    @Test func theOthersStandWhereThePersonIs() throws {
        let drafts = [
            PlaceDraft.make { ($0.id, $0.reach) = ("hier", .regional) },
            PlaceDraft.make { ($0.id, $0.reach, $0.province) = ("daar", .regional, .fryslan) },
        ]
        let example = Case(drafts, [.minimal()])
        let (here, there) = (try #require(ServiceID(rawValue: "hier")), try #require(ServiceID(rawValue: "daar")))

        let inZwolle = example.search(.make(), .shown).scarcity
        let inLeeuwarden = example.search(.make { $0.currentMunicipality = TestMap.leeuwarden }, .shown).scarcity
        let nowhere = example.search(.make { $0.currentMunicipality = nil }, .shown).scarcity

        #expect([inZwolle, inLeeuwarden, nowhere].map { $0?.count(of: here) } == [1, 0, 0])
        #expect([inZwolle, inLeeuwarden, nowhere].map { $0?.count(of: there) } == [0, 1, 0])
    }

    struct Standing: Sendable, CustomTestStringConvertible {
        let name: String
        let counts: Bool
        var of: @Sendable (inout PlaceDraft) -> Void = { _ in }
        var testDescription: String { name }
    }

    /// Full, later or a last resort is no place that somebody else could take.
    @Test(arguments: [
        Standing(name: "free", counts: true),
        Standing(name: "to call first", counts: true, of: { $0.confirmedAt = TestMoment.hoursAgo(100) }),
        Standing(
            name: "in consultation", counts: true,
            of: { $0.contraIndications = [ContraIndication(.newborn, .conditional)] }),
        Standing(name: "to bridge", counts: true, of: { $0.kind = .timeOut }),
        Standing(name: "an OMP place", counts: true, of: { $0.kind = .omp }),
        Standing(name: "full", counts: false, of: { $0.free = 0 }),
        Standing(name: "for later", counts: false, of: { $0.kind = .lvbTreatment }),
        Standing(name: "a last resort", counts: false, of: { $0.kind = .homelessShelter }),
        Standing(name: "excluded", counts: false, of: { $0.maximumAge = .years(20) }),
    ])
    func whatCounts(_ standing: Standing) {
        let draft = PlaceDraft.make(standing.of)
        let scarcity = Case([draft], [.make { $0.has(.newborn) }]).search(.make(), .shown).scarcity

        #expect(scarcity?.count(of: draft.place.service.id) == (standing.counts ? 1 : 0))
    }

    /// Against the readable rules, asked for everybody one by one.
    @Test(arguments: 0..<40 as Range<UInt64>)
    func asTheRulesSay(seed: UInt64) {
        let drawn = RandomCase(seed: seed &+ 11_000, places: 12, people: 14)
        let map = drawn.map.geography
        let others = Array(drawn.profiles.dropFirst(4))
        let example = Case(drawn.drafts, others, on: map)
        let matcher = Matcher(map: map, coordination: TestMap.coordination)
        for profile in drawn.profiles.prefix(4) {
            var needed: [String: [String]] = [:]
            for reference in example.references {
                var person = reference.profile
                (person.currentMunicipality, person.currentProvince) = (
                    profile.currentMunicipality, profile.currentProvince
                )
                let open = matcher.search(person, among: drawn.places, at: TestMoment.now).placements.filter {
                    ![Section.waiting, .followUp, .fallback].contains($0.section)
                }
                if open.count == 1 { needed[open[0].service.id.rawValue, default: []].append(reference.id) }
            }

            let (plain, shown) = (example.search(profile, .off), example.search(profile, .shown))
            #expect(SaidInAll(shown) == SaidInAll(plain), "the order stays, seed \(seed)")
            for service in example.tabled.table.services {
                let told = shown.scarcity?.others(needing: service.id).map(\.id)
                #expect(told == needed[service.id.rawValue] ?? [], "seed \(seed)")
            }
            let expected = plain.placements.sorted { one, other in
                let key = DecidingKey(between: one, and: other)
                let counts = [one, other].map { needed[$0.service.id.rawValue]?.count ?? 0 }
                return key == .id && counts[0] != counts[1] ? counts[0] < counts[1] : one.rank < other.rank
            }
            let ranked = example.search(profile, .ranked)
            #expect(ranked.ids == expected.map(\.service.id.rawValue), "seed \(seed)")
            #expect(ranked.placements.map(\.rank) == Array(1..<(expected.count + 1)), "seed \(seed)")
            #expect(example.search(profile, .ranked, limit: 3).ids == Array(ranked.ids.prefix(3)), "seed \(seed)")
        }
    }

    @Test(arguments: [0, 1, 12])
    func isSaidInPlainDutch(count: Int) {
        #expect(DutchText(text: SentenceTests.sentences.text(ofOthersNeeding: count)).faults == [])
    }
}
