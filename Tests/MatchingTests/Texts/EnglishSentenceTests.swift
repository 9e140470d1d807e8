import Domain
import Matching
import Testing

/// Everything that is said in Dutch is said in English too, as short and as plain.
@Suite("English sentences")
struct EnglishSentenceTests {
    static let sentences = Sentences(codes: TestCodeLists.all, map: TestMap.geography, language: .english)

    private func check(_ text: String, quoting quoted: [String] = []) {
        #expect(EnglishText(text: text, quoted: quoted).faults == [], "\(text)")
    }

    @Test func theLanguageIsDutchUnlessAnotherIsAsked() {
        let dutch = Sentences(codes: TestCodeLists.all, map: TestMap.geography)

        #expect(dutch.language == .dutch)
        #expect(Self.sentences.language == .english)
    }

    @Test(arguments: ExclusionTests.examples)
    func exclusions(_ example: ExclusionTests.Example) throws {
        let profile = Profile.make(example.person)
        let result = TestMap.matcher.search(profile, among: [PlaceDraft.make(example.of)])
        let assessment = try #require(result.excluded.first)

        for exclusion in assessment.exclusions {
            check(Self.sentences.text(of: exclusion, at: assessment.place, for: profile))
        }
    }

    @Test(arguments: Circumstance.allCases)
    func contraIndications(circumstance: Circumstance) {
        let place = PlaceDraft.make { $0.contraIndications = [ContraIndication(circumstance, .conditional)] }.place

        check(Self.sentences.text(of: Exclusion.contraIndication(circumstance), at: place, for: .make()))
        check(Self.sentences.text(of: Condition.contraIndication(circumstance), at: place.service))
        check(Self.sentences.text(of: Question.contraIndication(circumstance), at: place.service))
    }

    /// What a place wrote itself is not translated, so a page has to mark it as Dutch.
    @Test func thePlacesOwnWordsStayApart() {
        let own = "Kan als de verloskundige meekomt."
        let place = PlaceDraft.make {
            $0.contraIndications = [ContraIndication(.latePregnancy, .conditional, condition: own)]
        }.place
        let condition = Condition.contraIndication(.latePregnancy)

        let words = Self.sentences.words(of: condition, at: place.service)

        #expect(words == ConditionWords(text: "Late pregnancy. The place says:", own: own))
        #expect(words.whole == Self.sentences.text(of: condition, at: place.service))
        check(words.whole, quoting: [own])
    }

    /// A place that says what is usual is understood.
    @Test(arguments: Circumstance.allCases)
    func theUsualConditionIsTranslated(circumstance: Circumstance) {
        guard let usual = TestCodeLists.all.entry(circumstance)?.usualCondition else { return }
        let place = PlaceDraft.make {
            $0.contraIndications = [ContraIndication(circumstance, .conditional, condition: usual.dutch)]
        }.place

        let words = Self.sentences.words(of: Condition.contraIndication(circumstance), at: place.service)

        #expect(words.own == nil)
        #expect(words.text.hasSuffix(usual.english))
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

        for text in texts { check(text) }
        #expect(Set(texts).count == texts.count, "no two say the same")
    }

    @Test(arguments: Banner.allCases)
    func banners(banner: Banner) {
        check(banner.text(in: .english))
        #expect(banner.text == banner.text(in: .dutch))
    }

    @Test(arguments: ResidenceStatus.allCases, [16, 30])
    func responsibility(residence: ResidenceStatus, age: Int) {
        for municipality in [nil, TestMap.zwolle] {
            let profile = Profile.make { ($0.age, $0.residence, $0.foundMunicipality) = (age, residence, municipality) }
            check(TestMap.matcher.search(profile, among: []).responsibility.text(in: .english))
        }
    }

    @Test(arguments: Household.allCases, ThreatLevel.allCases)
    func everyPairOfObstacles(household: Household, threat: ThreatLevel) {
        let profile = Profile.make { ($0.threat, $0.household) = (threat, household) }
        let all = ObstacleTests.words.map(\.0) + Circumstance.allCases.map(Exclusion.contraIndication)
        for (index, one) in all.enumerated() {
            for other in all[index...] {
                let exclusions = one == other ? [one] : [one, other]
                for (services, free) in [(1, 0), (1, 1), (12, 30)] {
                    let blocker = Blocker(exclusions: exclusions, services: services, freePlaces: free)
                    check(Self.sentences.text(of: blocker, for: profile))
                }
            }
        }
    }

    @Test func oneAndMany() {
        let one = Blocker(exclusions: [.accessibility], services: 1, freePlaces: 1)
        let two = Blocker(exclusions: [.accessibility, .noSafeHome], services: 3, freePlaces: 2)
        let text = Self.sentences.text(of: one, for: .make())
        let other = Self.sentences.text(of: two, for: .make())

        #expect(text == "Without ‘wheelchair’, 1 place would fit, with 1 bed free now.")
        #expect(
            other
                == "Without ‘wheelchair’ and with ‘safe place of their own’, 3 places would fit. "
                + "There are 2 beds free there now.")
    }

    @Test(arguments: JointReasonExamples.all)
    func groups(reason: JointReason) { check(Self.sentences.text(of: reason)) }

    @Test(arguments: [0, 1, 7])
    func othersWhoNeedAPlace(count: Int) { check(Self.sentences.text(ofOthersNeeding: count)) }

    @Test(arguments: 0..<25 as Range<UInt64>)
    func everythingThatIsSaidOfRandomCases(seed: UInt64) {
        let example = RandomCase(seed: seed &+ 6_000, places: 25, people: 5)
        let english = Sentences(codes: TestCodeLists.all, map: example.map.geography, language: .english)
        let dutch = Sentences(codes: TestCodeLists.all, map: example.map.geography)
        for profile in example.profiles {
            let result = example.matcher.search(profile, among: example.drafts)
            var texts: Set<String> = []
            for assessment in result.excluded {
                texts.formUnion(assessment.exclusions.map { english.text(of: $0, at: assessment.place, for: profile) })
                let place = assessment.place
                if let change = WhatWouldChange(
                    for: profile, at: place, on: example.map.geography, now: TestMoment.now)
                {
                    texts.insert(english.text(of: change, for: profile, at: place.service))
                }
            }
            for placement in result.placements {
                let assessment = placement.assessment
                texts.formUnion(assessment.conditions.map { english.text(of: $0, at: placement.service) })
                texts.formUnion(assessment.questions.map { english.text(of: $0, at: placement.service) })
                texts.formUnion(english.notes(for: placement.service, profile: profile).map(\.text))
                let reasons = english.reasons(for: placement, profile: profile)
                texts.formUnion(reasons.map(\.text))
                #expect(reasons.map(\.key) == dutch.reasons(for: placement, profile: profile).map(\.key))
            }
            for (upper, lower) in zip(result.placements, result.placements.dropFirst()) {
                let note = english.whyLower(lower, than: upper)
                texts.insert(note.text)
                #expect(note.key == dutch.whyLower(lower, than: upper).key)
            }
            for text in texts {
                #expect(EnglishText(text: text, quoted: ["Kan."]).faults == [], "seed \(seed): \(text)")
            }
        }
    }
}

/// One of every reason why somebody of a group has no place.
enum JointReasonExamples {
    static let all: [JointReason] = [
        .nothingFits, .excluded(.contraIndication(.newborn), services: 1), .excluded(.age, services: 3),
        .excluded(.pet, services: 1), .callFirst(services: 1), .callFirst(services: 4), .full(services: 1),
        .full(services: 2), .later(services: 1), .later(services: 2), .helpWithoutBed(services: 1),
        .helpWithoutBed(services: 3), .taken, .noCommonPlace, .tooFewTogether(needed: 5), .togetherWithUnplaced,
        .apart, .notAllCompared,
    ]
}
