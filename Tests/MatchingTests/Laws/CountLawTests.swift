import Domain
import Foundation
import Matching
import TestTools
import Testing

/// What more places and older counts may do to a rank (domain section 5, "Property tests").
@Suite("Laws of counts")
struct CountLawTests {
    static let seeds: Range<UInt64> = 0..<25

    static func example(_ seed: UInt64) -> RandomCase { RandomCase(seed: seed &+ 4_000, places: 20, people: 2) }

    @Test(arguments: seeds)
    func moreFreeNeverLowers(seed: UInt64) {
        let example = Self.example(seed)
        for profile in example.profiles {
            let before = example.matcher.search(profile, among: example.drafts)
            for (index, draft) in example.drafts.enumerated() {
                guard let rank = before.rank(of: draft.id), let free = draft.free, let total = draft.total else {
                    continue
                }
                var drafts = example.drafts
                drafts[index].free = min(total, free + 1)

                let after = example.matcher.search(profile, among: drafts)
                #expect((after.rank(of: draft.id) ?? .max) <= rank, "seed \(seed), \(draft.id)")
            }
        }
    }

    @Test(arguments: seeds)
    func ageingNeverRaises(seed: UInt64) {
        var example = Self.example(seed)
        for profile in example.profiles {
            let before = example.matcher.search(profile, among: example.drafts)
            for (index, draft) in example.drafts.enumerated() {
                guard let rank = before.rank(of: draft.id) else { continue }
                var drafts = example.drafts
                drafts[index].age(byHours: example.random.one(of: [1, 12, 24, 72, 24 * 30]))

                let after = example.matcher.search(profile, among: drafts)
                #expect((after.rank(of: draft.id) ?? .max) >= rank, "seed \(seed), \(draft.id)")
            }
        }
    }

    @Test(arguments: seeds)
    func losingTheCountNeverRaisesAPlaceThatWasFree(seed: UInt64) {
        let example = Self.example(seed)
        for profile in example.profiles {
            let before = example.matcher.search(profile, among: example.drafts)
            for placement in before.placements where placement.keys.wait == 0 && placement.service.shelterKind != nil {
                let id = placement.service.id.rawValue
                let drafts = example.drafts.map { $0.changed { if $0.id == id { $0.free = nil } } }

                let after = example.matcher.search(profile, among: drafts)
                #expect((after.rank(of: id) ?? .max) >= placement.rank, "seed \(seed), \(id)")
            }
        }
    }
}

extension PlaceDraft {
    fileprivate mutating func age(byHours hours: Int) {
        confirmedAt = confirmedAt?.addingTimeInterval(Double(-hours) * 3_600)
        if let stated = waiting?.statedOn, let days = waiting?.days {
            waiting = Waiting(days: days, statedOn: stated.adding(days: -(hours + 23) / 24))
        }
    }
}
