import Domain
import Matching
import TestTools
import Testing

/// Nobody can narrow down a secret place by asking again and again (domain section 2, no. 3).
@Suite("Laws of secrecy")
struct SecrecyLawTests {
    static let seeds: Range<UInt64> = 0..<25

    static func example(_ seed: UInt64) -> RandomCase { RandomCase(seed: seed &+ 3_000, places: 25, people: 5) }

    @Test(arguments: seeds)
    func whichMunicipalityIsDangerousSaysNothingOfSecretPlaces(seed: UInt64) {
        var example = Self.example(seed)
        for var profile in example.profiles {
            let province = example.random.one(of: example.map.provinces)
            let answers = example.map.municipalities(in: province).map { municipality in
                profile.dangerAreas = [.municipality(municipality)]
                return secretPlaces(example.matcher.search(profile, among: example.drafts))
            }

            #expect(Set(answers).count == 1, "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func aSwapOfMunicipalitiesInsideAProvinceIsWithoutEffectOnSecretPlaces(seed: UInt64) {
        var example = Self.example(seed)
        let drafts = example.drafts
        let province = example.random.one(of: example.map.provinces)
        let there = drafts.indices.filter { drafts[$0].province == province && drafts[$0].security != .secret }
        let moved = there.map { drafts[$0].municipality }.shuffled(using: &example.random)
        var swapped = drafts
        for (index, municipality) in zip(there, moved) { swapped[index].municipality = municipality }

        for profile in example.profiles {
            let before = example.matcher.search(profile, among: drafts)
            let after = example.matcher.search(profile, among: swapped)
            #expect(secretPlaces(before) == secretPlaces(after), "seed \(seed)")
        }
    }

    /// All that is said of secret places, apart from their rank among the others.
    private func secretPlaces(_ result: SearchResult) -> [String] {
        let placed = result.placements.filter { $0.service.securityLevel == .secret }.map { placement in
            let codes = placement.assessment.conditions.map(\.code) + placement.assessment.questions.map(\.code)
            return "\(placement.service.id.rawValue) \(placement.section.rawValue) \(codes) \(placement.keys)"
        }
        let excluded = result.excluded.filter { $0.place.service.securityLevel == .secret }.map { assessment in
            "\(assessment.place.service.id.rawValue) \(assessment.exclusions.map(\.code).sorted())"
        }
        return placed + excluded
    }
}
