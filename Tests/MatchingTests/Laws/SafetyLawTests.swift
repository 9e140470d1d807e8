import Domain
import Matching
import TestTools
import Testing

/// What protects people, whatever the rest of the case (domain section 5, "Property tests").
@Suite("Laws of safety")
struct SafetyLawTests {
    static let seeds: Range<UInt64> = 0..<25

    static func example(_ seed: UInt64) -> RandomCase { RandomCase(seed: seed &+ 2_000, places: 25, people: 5) }

    @Test(arguments: seeds)
    func aPlaceInAnAddedDangerAreaNeverOvertakes(seed: UInt64) {
        var example = Self.example(seed)
        let naive = NaiveMatcher(on: example.map.geography, at: TestMoment.now)
        for profile in example.profiles {
            let added = example.random.one(of: example.map.areas)
            var warned = profile
            warned.dangerAreas = (profile.dangerAreas ?? []) + [added]
            let before = example.matcher.search(profile, among: example.drafts)
            let after = example.matcher.search(warned, among: example.drafts)

            let inside = Set(
                example.places.map(NaivePlace.init).filter { naive.isInDangerArea($0, [added.code]) }.map(\.id))
            for (better, worse) in pairs(after.ids) where inside.contains(better) && !inside.contains(worse) {
                guard let one = before.rank(of: better), let other = before.rank(of: worse) else { continue }
                #expect(one < other, "seed \(seed): \(better) overtakes \(worse)")
            }
        }
    }

    @Test(arguments: seeds)
    func anAddedDangerAreaOpensNothing(seed: UInt64) {
        var example = Self.example(seed)
        for profile in example.profiles {
            var warned = profile
            warned.dangerAreas = (profile.dangerAreas ?? []) + [example.random.one(of: example.map.areas)]

            let before = example.matcher.search(profile, among: example.drafts)
            let after = example.matcher.search(warned, among: example.drafts)
            #expect(Set(after.ids).isSubset(of: before.ids), "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func anAddedAbsoluteContraIndicationRemovesAndNothingElseChanges(seed: UInt64) {
        var example = Self.example(seed)
        for var profile in example.profiles {
            let circumstance = example.random.one(of: Circumstance.allCases)
            profile.has(circumstance)
            let before = example.matcher.search(profile, among: example.drafts)
            guard let chosen = before.placements.randomElement(using: &example.random) else { continue }
            let id = chosen.service.id.rawValue
            let drafts = example.drafts.map { draft in
                draft.changed {
                    guard $0.id == id else { return }
                    $0.contraIndications.removeAll { $0.circumstance == circumstance }
                    $0.contraIndications.append(ContraIndication(circumstance, .absolute))
                }
            }

            let after = example.matcher.search(profile, among: drafts)
            let reasons = after.reasonsByID[id] ?? []
            #expect(reasons.contains("contra_indication:\(circumstance.rawValue)"), "seed \(seed), \(id)")
            #expect(after.listing == before.listing.filter { !$0.hasSuffix("/\(id)") }, "seed \(seed), \(id)")
        }
    }

    @Test(arguments: seeds)
    func closedNeverWithoutAuthorisation(seed: UInt64) {
        let example = Self.example(seed)
        let drafts = example.drafts.map { draft in
            draft.changed { if $0.id.hasSuffix("3") { $0.restriction = .closed } }
        }
        for var profile in example.profiles {
            profile.courtAuthorisation = false
            let services = example.matcher.search(profile, among: drafts).placements.map(\.service)

            #expect(!services.contains { $0.restriction == .closed }, "seed \(seed)")
            #expect(!services.contains { $0.shelterKind == .closedYouthCare }, "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func scarcePlacesWaitForWhoNeedsThem(seed: UInt64) {
        let example = Self.example(seed)
        let drafts = example.drafts.map { draft in
            draft.changed { if $0.id.hasSuffix("4") { ($0.kind, $0.contraIndications) = (.omp, []) } }
        }
        let marks: Set<Circumstance> = [
            .activeAddiction, .psychiatricProblem, .acutePsychiatric, .intellectualDisability,
            .severeTraumaDysregulation, .aggression,
        ]
        for var profile in example.profiles {
            profile.circumstances.subtract(marks)
            let result = example.matcher.search(profile, among: drafts)

            let scarce = result.placements.filter { $0.service.shelterKind == .omp }.map(\.section)
            #expect(!scarce.contains(.fitsNow) && !scarce.contains(.inConsultation), "seed \(seed)")
        }
    }

    private func pairs(_ ids: [String]) -> [(better: String, worse: String)] {
        ids.indices.flatMap { index in ids[(index + 1)...].map { (ids[index], $0) } }
    }
}
