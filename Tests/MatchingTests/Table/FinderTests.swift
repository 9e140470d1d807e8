import Domain
import Foundation
import Matching
import TestTools
import Testing

/// The table of bits beside the rules one by one, on far more pairs than the naive reading can take.
@Suite("Agreement of the table with the rules")
struct FinderTests {
    /// 100 seeds, 20 people and 60 places each: 120,000 pairs, of which some 104,000 take part.
    static let seeds: Range<UInt64> = 1_000..<1_100

    @Test(arguments: seeds)
    func everyPairAndEveryList(seed: UInt64) {
        let example = RandomCase(seed: seed, places: 60, people: 20)
        let places = example.places
        let matcher = Matcher(map: example.map.geography, coordination: TestMap.coordination)
        let tabled = TabledPlaces(places, on: example.map.geography)
        for (number, profile) in example.profiles.enumerated() {
            let readable = matcher.search(profile, among: places, at: TestMoment.now)
            let fast = tabled.search(profile, coordination: TestMap.coordination, at: TestMoment.now)
            #expect(SaidInAll(fast) == SaidInAll(readable), "seed \(seed), person \(number)")
        }
    }

    /// With a limit the answer is the beginning of the whole one, and all that is counted stays.
    @Test(arguments: [0, 1, 2, 5, 7, 20, 100])
    func theFirstSoMany(limit: Int) {
        for seed: UInt64 in 0..<14 {
            // With many places many are pushed out again.
            let example = RandomCase(seed: seed, places: seed < 12 ? 50 : 400, people: 4)
            let tabled = TabledPlaces(example.places, on: example.map.geography)
            for profile in example.profiles {
                let whole = tabled.search(profile, coordination: TestMap.coordination, at: TestMoment.now)
                let top = tabled.search(
                    profile, coordination: TestMap.coordination, at: TestMoment.now, limit: limit)
                #expect(SaidInAll(top).placements == Array(SaidInAll(whole).placements.prefix(limit)))
                #expect(SaidInAll(top).totals == SaidInAll(whole).totals)
                #expect(top.excluded.isEmpty)
                #expect(top.excludedTotal == whole.excludedTotal)
                #expect(top.excludedSummary == whole.excludedSummary)
                #expect(top.blockers == whole.blockers)
            }
        }
    }

    /// A count set in its row is as good as a table made anew.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func aNewCount(seed: UInt64) throws {
        var example = RandomCase(seed: seed, places: 30, people: 3)
        let table = ServiceTable(example.places.map(\.service), on: example.map.geography)
        let before = Dictionary(uniqueKeysWithValues: example.places.map { ($0.service.id, $0.capacity) })
        var counts = CountTable(table) { before[$0] ?? nil }
        for service in table.services {
            let other = example.random.one(of: example.places.map(\.capacity))
            counts.set(other, of: try #require(table.row(of: service.id)), in: table)
        }
        let expected = Dictionary(
            uniqueKeysWithValues: table.services.enumerated().map { row, service in
                (service.id, counts.capacity(of: row))
            })
        let anew = CountTable(table) { expected[$0] ?? nil }
        let finder = Finder(table, coordination: TestMap.coordination)
        for profile in example.profiles {
            let (one, other) = (
                finder.search(profile, counts: counts, at: TestMoment.now),
                finder.search(profile, counts: anew, at: TestMoment.now)
            )
            #expect(SaidInAll(one) == SaidInAll(other))
        }
    }

    /// Nothing is lost of a count in its row.
    @Test(
        arguments: [
            nil, Capacity(), Capacity(unit: .unit, total: 0, free: 0),
            Capacity(total: 10_000, free: 4, held: 3, confirmedAt: TestMoment.secondsAgo(0.125)),
            Capacity(unit: .unit, total: 9, isPaused: true, expectedFreeOn: TestMoment.inDays(40)),
            Capacity(
                free: 1, held: 2, isPaused: true, confirmedAt: TestMoment.now, expectedFreeOn: TestMoment.inDays(-1)),
        ] as [Capacity?])
    func aRowGivesBackItsCount(capacity: Capacity?) {
        let draft = PlaceDraft.make()
        let table = ServiceTable([draft.place.service], on: TestMap.geography)

        #expect(CountTable(table) { _ in capacity }.capacity(of: 0) == capacity)
    }

    /// A search from each municipality, one after the other, counts the same.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func talliesFromEveryMunicipality(seed: UInt64) {
        let example = RandomCase(seed: seed, places: 40, people: 3)
        let tabled = TabledPlaces(example.places, on: example.map.geography)
        let municipalities = example.map.geography.municipalities.map(\.code)
        for profile in example.profiles {
            let tallies = tabled.finder.tallies(
                of: profile, from: municipalities, counts: tabled.counts, at: TestMoment.now)
            #expect(tallies.count == municipalities.count)
            for (municipality, tally) in zip(municipalities, tallies) {
                var person = profile
                (person.currentMunicipality, person.currentProvince) = (municipality, nil)
                let result = tabled.search(person, coordination: TestMap.coordination, at: TestMoment.now)
                for section in Section.allCases {
                    let placements = result.placements.filter { $0.section == section }
                    let reliable = placements.filter(\.assessment.availability.freshness.isReliable)
                    let free = reliable.reduce(0) { $0 + ($1.assessment.place.capacity?.free ?? 0) }
                    #expect(tally.services(in: section) == placements.count, "seed \(seed)")
                    #expect(tally.freePlaces(in: section) == free, "seed \(seed)")
                }
            }
        }
    }

    @Test func whoTakesNoPartHasNoRow() {
        let draft = PlaceDraft.make { $0.kind = .hotelEmergency }
        #expect(ServiceTable([draft.place.service], on: TestMap.geography).row(of: draft.place.service.id) == nil)
    }
}
