import Domain
import Matching
import TestTools
import Testing

/// The set lifts all that stands between, and no smaller one does: against every set of facts with every value.
@Suite("What would change it, against every set")
struct SmallestSetTests {
    static let seeds: Range<UInt64> = 0..<24

    @Test(arguments: seeds)
    func isTheSmallestThatOpens(seed: UInt64) throws {
        let example = RandomCase(seed: seed &+ 8_000, places: 20, people: 4)
        var sizes: [Int: Int] = [:]
        for profile in example.profiles {
            for draft in example.drafts {
                guard let change = change(draft, profile, example), change.ownReasons.isEmpty else { continue }
                let naive = NaiveSets(profile, draft.place, on: example.map)
                #expect(naive.opens(change.facts), "lifts all, seed \(seed), \(draft.id)")
                #expect(Set(change.facts).count == change.facts.count)
                let size = change.facts.count
                sizes[size, default: 0] += 1
                // Sets of two are many; beyond that only parts of the set are tried.
                if size <= 2 || (size == 3 && sizes[3] == 1) {
                    #expect(naive.smallestThatOpens(below: size) == nil, "none is smaller, seed \(seed), \(draft.id)")
                } else {
                    for fact in change.facts {
                        #expect(!naive.opens(change.facts.filter { $0 != fact }), "seed \(seed), \(draft.id), \(fact)")
                    }
                }
            }
        }
        #expect((sizes[1] ?? 0) + (sizes[2] ?? 0) > 3, "too few cases")
    }

    /// Somebody has something to hear of every place that is shut, and of no other.
    @Test(arguments: seeds)
    func isThereForWhateverIsExcluded(seed: UInt64) {
        let example = RandomCase(seed: seed &+ 8_000, places: 20, people: 4)
        for profile in example.profiles {
            let result = example.matcher.search(profile, among: example.drafts)
            let excluded = Set(result.excluded.map(\.place.service.id.rawValue))
            for draft in example.drafts where Place.takesPart(draft.place.service) {
                let change = change(draft, profile, example)
                #expect((change != nil) == excluded.contains(draft.id), "seed \(seed), \(draft.id)")
                guard let change else { continue }
                let isClosed = draft.status != .active || draft.place.capacity?.isPaused == true
                #expect(change.ownReasons.contains(.paused) == isClosed, "seed \(seed), \(draft.id)")
                #expect(!change.facts.isEmpty || !change.ownReasons.isEmpty, "seed \(seed), \(draft.id)")
            }
        }
    }

    /// Of a secret place nothing smaller than its province, however it is asked (domain section 2, no. 3).
    @Test(arguments: seeds)
    func saysNoMoreOfASecretPlaceThanASearch(seed: UInt64) {
        var example = RandomCase(seed: seed &+ 9_000, places: 25, people: 5)
        let province = example.random.one(of: example.map.provinces)
        let towns = example.map.municipalities(in: province)
        for draft in example.drafts where draft.security == .secret && draft.kind != nil {
            for var profile in example.profiles {
                if profile.threat == .green { profile.threat = .red }
                var answers: Set<WhatWouldChange?> = []
                for town in towns {
                    profile.dangerAreas = [.municipality(town)]
                    for unsafe in towns {
                        let moved = draft.changed { $0.unsafeForAreas = [.municipality(unsafe)] }
                        answers.insert(change(moved, profile, example))
                    }
                }
                #expect(answers.count == 1, "seed \(seed), \(draft.id)")
                for case .dangerArea(let area) in answers.compactMap({ $0 }).flatMap(\.facts) {
                    #expect(area == .province(province), "seed \(seed)")
                }
            }
        }
    }

    /// A list of a thousand areas is no reason to think long.
    @Test func manyAreasAreOneFact() throws {
        let map = TestMap.geography
        let all = map.municipalities.map { Area.municipality($0.code) } + map.provinces.map { .province($0.code) }
        let profile = Profile.make {
            ($0.threat, $0.dangerAreas) = (.red, Array(repeatElement(all, count: 500).joined()))
            ($0.household, $0.persons, $0.pet) = (.group, 9, true)
        }
        let draft = PlaceDraft.make { ($0.households, $0.pets, $0.unsafeForAreas) = ([.single], .no, all) }

        let change = try #require(WhatWouldChangeTests.change(draft, profile))

        #expect(change.facts == [.threat, .household, .persons, .pet])
    }

    @Test(arguments: 0..<25 as Range<UInt64>)
    func isSaidInPlainDutch(seed: UInt64) {
        let example = RandomCase(seed: seed &+ 6_500, places: 25, people: 5)
        let sentences = Sentences(codes: TestCodeLists.all, map: example.map.geography)
        for profile in example.profiles {
            for draft in example.drafts {
                guard let change = change(draft, profile, example) else { continue }
                let text = sentences.text(of: change, for: profile, at: draft.place.service)
                #expect(DutchText(text: text).faults == [], "seed \(seed): \(text)")
            }
        }
    }

    private func change(_ draft: PlaceDraft, _ profile: Profile, _ example: RandomCase) -> WhatWouldChange? {
        WhatWouldChange(for: profile, at: draft.place, on: example.map.geography, now: TestMoment.now)
    }
}
