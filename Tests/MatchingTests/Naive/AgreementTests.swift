import Domain
import Foundation
import Matching
import Testing

/// The rules and a second, naive reading of the documents say the same of every pair of a person and a place.
/// A failure names the seed; the same seed gives the same case.
@Suite("Agreement of the rules with the naive reading")
struct AgreementTests {
    /// 80 seeds, 10 people and 30 places each: 24,000 pairs, of which some 20,900 take part, and 800 whole lists.
    static let seeds: Range<UInt64> = 0..<80

    @Test(arguments: seeds)
    func everyPairAndEveryList(seed: UInt64) {
        let example = RandomCase(seed: seed, places: 30, people: 10)
        let naive = NaiveMatcher(on: example.map.geography, at: TestMoment.now)
        let places = example.places
        let takingPart = places.map(NaivePlace.init).filter(naive.takesPart)

        for (number, profile) in example.profiles.enumerated() {
            let person = NaivePerson(profile)
            let result = example.matcher.search(profile, among: places, at: TestMoment.now)
            let answers = takingPart.map { naive.answer(for: person, at: $0) }

            compare(result, answers, seed: seed, person: number)
            #expect(
                result.placements.map(\.service.id.rawValue) == naive.order(answers),
                "order, seed \(seed), person \(number)")
            #expect(
                result.blockers.map(NaiveMatcher.NaiveBlocker.init) == naive.blockers(Array(zip(answers, takingPart))),
                "blockers, seed \(seed), person \(number)")
            #expect(
                result.banners.map(\.rawValue) == naive.banners(for: person),
                "banners, seed \(seed), person \(number)")
            #expect(
                NaiveMatcher.NaiveResponsibility(result.responsibility) == naive.responsibility(for: person),
                "responsibility, seed \(seed), person \(number)")
        }
    }

    /// Apart from the rest, because nothing is ranked by what is not known.
    @Test(arguments: seeds)
    func everyPointToAsk(seed: UInt64) {
        let example = RandomCase(seed: seed, places: 30, people: 10)
        let naive = NaiveMatcher(on: example.map.geography, at: TestMoment.now)

        for (number, profile) in example.profiles.enumerated() {
            let person = NaivePerson(profile)
            let result = example.matcher.search(profile, among: example.places, at: TestMoment.now)

            for placement in result.placements {
                let asked = placement.assessment.questions.map(\.code)
                let expected = naive.asks(for: person, at: NaivePlace(placement.assessment.place))
                #expect(
                    asked.sorted() == expected.sorted(), "seed \(seed), person \(number), place \(placement.service.id)"
                )
            }
        }
    }

    private func compare(_ result: SearchResult, _ answers: [NaiveMatcher.Answer], seed: UInt64, person: Int) {
        let said = Dictionary(
            uniqueKeysWithValues: result.placements.map { ($0.service.id.rawValue, SaidOfPlace($0)) }
                + result.excluded.map { ($0.place.service.id.rawValue, SaidOfPlace($0)) })
        #expect(said.count == answers.count, "places that take part, seed \(seed)")
        for answer in answers {
            #expect(
                said[answer.id] == SaidOfPlace(answer), "seed \(seed), person \(person), place \(answer.id)")
        }
    }

    /// The random cases are worth something only if they reach every corner.
    @Test func theCasesReachEveryCodeAndEverySection() {
        var codes: Set<String> = []
        var (placed, pairs) = (0, 0)
        for seed in Self.seeds.prefix(30) {
            let example = RandomCase(seed: seed, places: 30, people: 6)
            for profile in example.profiles {
                let result = example.matcher.search(profile, among: example.places, at: TestMoment.now)
                placed += result.placements.count
                pairs += result.placements.count + result.excluded.count
                codes.formUnion(result.sections.map(\.section.rawValue))
                codes.formUnion(result.excluded.flatMap(\.exclusions).map(\.kind.rawValue))
                codes.formUnion(result.placements.flatMap(\.assessment.conditions).map { "if:\($0.code)" })
                codes.formUnion(result.placements.flatMap(\.assessment.questions).map { "ask:\($0.code)" })
            }
        }

        let fields =
            PlaceField.allCases.map { "ask:not_stated:\($0.rawValue)" }
            + ProfileField.allCases.filter { $0 != .gender }.map { "ask:unknown:\($0.rawValue)" }
        let conditions = ["residence", "gender_check", "danger_region", "pet", "unknown:residence", "unknown:gender"]
        let expected =
            Section.allCases.map(\.rawValue) + ExclusionKind.allCases.map(\.rawValue) + fields
            + conditions.map { "if:\($0)" }
        #expect(Set(expected).subtracting(codes).isEmpty)
        #expect(placed * 5 >= pairs, "too few of the pairs pass the hard filter: \(placed) of \(pairs)")
    }
}
