import Domain
import Matching
import Testing

/// Whatever the rules find, it is said in plain Dutch that blames nobody (domain section 2, no. 9; rule R20).
@Suite("Sentences")
struct SentenceTests {
    static let sentences = Sentences(codes: TestCodeLists.all, map: TestMap.geography)

    @Test func theLabelsAreThere() {
        #expect(TestCodeLists.all.label(Circumstance.selfHarm) == "Zelfbeschadiging")
    }

    @Test(arguments: ExclusionTests.examples)
    func exclusions(_ example: ExclusionTests.Example) throws {
        let profile = Profile.make(example.person)
        let result = TestMap.matcher.search(profile, among: [PlaceDraft.make(example.of)])
        let assessment = try #require(result.excluded.first)

        for exclusion in assessment.exclusions {
            let text = Self.sentences.text(of: exclusion, at: assessment.place, for: profile)
            #expect(DutchText(text: text).faults == [], "\(text)")
        }
    }

    @Test(arguments: Circumstance.allCases)
    func contraIndications(circumstance: Circumstance) {
        let place = PlaceDraft.make { $0.contraIndications = [ContraIndication(circumstance, .conditional)] }.place
        let texts = [
            Self.sentences.text(of: Exclusion.contraIndication(circumstance), at: place, for: .make()),
            Self.sentences.text(of: Condition.contraIndication(circumstance), at: place.service),
            Self.sentences.text(of: Question.contraIndication(circumstance), at: place.service),
        ]
        for text in texts { #expect(DutchText(text: text).faults == [], "\(text)") }
    }

    @Test func theConditionIsSaidInThePlacesOwnWords() {
        let own = "Kan als de verloskundige meekomt."
        let place = PlaceDraft.make {
            $0.contraIndications = [ContraIndication(.latePregnancy, .conditional, condition: own)]
        }.place

        #expect(Self.sentences.text(of: Condition.contraIndication(.latePregnancy), at: place.service).hasSuffix(own))
    }

    @Test func conditionsAndPointsToAsk() {
        let service = PlaceDraft().place.service
        let conditions: [Condition] = [
            .residence, .genderCheck, .dangerRegion, .pet, .unknown(.residence), .unknown(.gender),
        ]
        let questions = PlaceField.allCases.map(Question.notStated) + ProfileField.allCases.map(Question.unknown)
        let texts =
            conditions.map { Self.sentences.text(of: $0, at: service) }
            + questions.map { Self.sentences.text(of: $0, at: service) }

        for text in texts { #expect(DutchText(text: text).faults == [], "\(text)") }
        #expect(Set(texts).count == texts.count, "no two say the same")
    }

    @Test(arguments: Banner.allCases)
    func banners(banner: Banner) {
        #expect(DutchText(text: banner.text).faults == [], "\(banner.text)")
    }

    @Test(arguments: ResidenceStatus.allCases, [16, 30])
    func responsibility(residence: ResidenceStatus, age: Int) {
        for municipality in [nil, TestMap.zwolle] {
            let profile = Profile.make { ($0.age, $0.residence, $0.foundMunicipality) = (age, residence, municipality) }
            let text = TestMap.matcher.search(profile, among: []).responsibility.text
            #expect(DutchText(text: text).faults == [], "\(text)")
        }
    }

    @Test(arguments: 0..<25 as Range<UInt64>)
    func everythingThatIsSaidOfRandomCases(seed: UInt64) {
        let example = RandomCase(seed: seed &+ 6_000, places: 25, people: 5)
        let sentences = Sentences(codes: TestCodeLists.all, map: example.map.geography)
        for profile in example.profiles {
            let result = example.matcher.search(profile, among: example.drafts)
            var texts: Set<String> = []
            for assessment in result.excluded {
                texts.formUnion(
                    assessment.exclusions.map { sentences.text(of: $0, at: assessment.place, for: profile) })
            }
            for placement in result.placements {
                let assessment = placement.assessment
                texts.formUnion(assessment.conditions.map { sentences.text(of: $0, at: placement.service) })
                texts.formUnion(assessment.questions.map { sentences.text(of: $0, at: placement.service) })
                texts.formUnion(sentences.reasons(for: placement, profile: profile).map(\.text))
                texts.formUnion(sentences.notes(for: placement.service, profile: profile).map(\.text))
            }
            for text in texts { #expect(DutchText(text: text).faults == [], "seed \(seed): \(text)") }
        }
    }
}
