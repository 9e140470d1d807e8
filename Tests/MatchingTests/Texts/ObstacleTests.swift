import Domain
import Matching
import Testing

/// What keeps places shut, in the words of the profile.
@Suite("Obstacles")
struct ObstacleTests {
    static let sentences = SentenceTests.sentences

    static let words: [(Exclusion, String)] = [
        (.age, "‘leeftijd’"), (.gender, "‘gender’"), (.household, "‘groep’"), (.sonsAge, "‘leeftijd van zonen’"),
        (.capacityTooSmall, "‘aantal personen’"), (.residence, "‘verblijfsstatus’"),
        (.formNotServed, "‘vorm van uitbuiting’"), (.notTargetGroup, "‘eigen doelgroep van de plek’"),
        (.contraIndication(.activeAddiction), "‘actief middelengebruik’"), (.pet, "‘huisdier’"),
        (.accessibility, "‘rolstoel’"), (.securityInsufficient, "‘dreiging rood’"),
        (.dangerRegion, "‘gevaargebied’"), (.closedNeedsCourtOrder, "‘machtiging van de rechter’"),
        (.outOfArea, "‘regio waar iemand nu is’"), (.wishMustNot, "‘wat iemand niet wil’"),
        (.noSafeHome, "‘veilige eigen plek’"), (.phase, "‘vervolgplek’"), (.paused, "‘tijdelijk dicht’"),
    ]

    static let profile = Profile.make { ($0.threat, $0.household) = (.red, .group) }

    private func text(_ exclusions: [Exclusion], services: Int, freePlaces: Int = 0) -> String {
        let blocker = Blocker(exclusions: exclusions, services: services, freePlaces: freePlaces)
        return Self.sentences.text(of: blocker, for: Self.profile)
    }

    @Test(arguments: words)
    func everyReasonHasItsWords(exclusion: Exclusion, words: String) {
        let isMissing = exclusion == .closedNeedsCourtOrder || exclusion == .noSafeHome

        #expect(text([exclusion], services: 3) == "\(isMissing ? "Met" : "Zonder") \(words) zouden 3 plekken passen.")
    }

    @Test func noReasonIsForgotten() {
        #expect(Set(Self.words.map(\.0.kind)) == Set(ExclusionKind.allCases))
        #expect(Set(Self.words.map(\.1)).count == Self.words.count)
    }

    @Test func oneAndMany() {
        #expect(text([.accessibility], services: 1) == "Zonder ‘rolstoel’ zou 1 plek passen.")
        #expect(text([.pet], services: 1, freePlaces: 1) == "Zonder ‘huisdier’ zou 1 plek passen, met nu 1 vrij bed.")
        #expect(
            text([.accessibility], services: 3, freePlaces: 2)
                == "Zonder ‘rolstoel’ zouden 3 plekken passen, met nu 2 vrije bedden.")
    }

    @Test func twoReasons() {
        #expect(
            text([.accessibility, .pet], services: 3, freePlaces: 2)
                == "Zonder ‘rolstoel’ en ‘huisdier’ zouden 3 plekken passen. Daar zijn nu 2 bedden vrij.")
        #expect(
            text([.accessibility, .noSafeHome], services: 1, freePlaces: 1)
                == "Zonder ‘rolstoel’ en met ‘veilige eigen plek’ zou 1 plek passen. Daar is nu 1 bed vrij.")
        #expect(
            text([.closedNeedsCourtOrder, .noSafeHome], services: 2)
                == "Met ‘machtiging van de rechter’ en ‘veilige eigen plek’ zouden 2 plekken passen.")
    }

    @Test(arguments: Household.allCases, ThreatLevel.allCases)
    func everyPairIsPlainDutch(household: Household, threat: ThreatLevel) {
        let profile = Profile.make { ($0.threat, $0.household) = (threat, household) }
        let all = Self.words.map(\.0) + Circumstance.allCases.map(Exclusion.contraIndication)
        for (index, one) in all.enumerated() {
            for other in all[index...] {
                let blocker = Blocker(
                    exclusions: one == other ? [one] : [one, other], services: 12, freePlaces: 30)
                let text = Self.sentences.text(of: blocker, for: profile)
                #expect(DutchText(text: text).faults == [], "\(text)")
            }
        }
    }
}
