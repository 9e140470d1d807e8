import Domain
import Matching
import Testing

@Suite("Contra-indications (F06)")
struct ContraIndicationTests {
    enum Known: CaseIterable { case present, ruledOut, notKnown }

    @Test(arguments: Circumstance.allCases, Hardness.allCases)
    func everyCodeAtEveryHardness(circumstance: Circumstance, hardness: Hardness) {
        let place = PlaceDraft.make { $0.contraIndications = [ContraIndication(circumstance, hardness)] }
        let code = "contra_indication:\(circumstance.rawValue)"
        for known in Known.allCases {
            let profile = Profile.make {
                if known != .ruledOut { $0.circumstancesRuledOut.remove(circumstance) }
                if known == .present { $0.circumstances.insert(circumstance) }
            }

            let verdict = place.verdict(for: profile)

            #expect(verdict.exclusions == (known == .present && hardness == .absolute ? [code] : []))
            #expect(verdict.conditions == (known == .present && hardness == .conditional ? [code] : []))
            #expect(verdict.asks == (known == .notKnown && hardness != .none ? [code] : []))
        }
    }

    @Test func eachConditionCountsOnce() {
        let place = PlaceDraft.make {
            $0.contraIndications = [
                ContraIndication(.newborn, .conditional), ContraIndication(.selfHarm, .conditional),
                ContraIndication(.aggression, .conditional),
            ]
        }
        let profile = Profile.make {
            $0.has(.newborn)
            $0.has(.selfHarm)
        }

        let verdict = place.verdict(for: profile)

        #expect(verdict.section == .inConsultation)
        #expect(verdict.keys?.conditions == 2)
    }

    @Test(arguments: Circumstance.allCases)
    func aPlaceForASinglePurpose(circumstance: Circumstance) {
        let place = PlaceDraft.make { $0.onlyFor = [circumstance] }

        #expect(place.exclusions(for: .make()) == ["not_target_group"])
        #expect(place.exclusions(for: .minimal()) == ["not_target_group"])
        #expect(place.section(for: .make { $0.has(circumstance) }) == .fitsNow)
    }

    @Test func oneOfSeveralPurposesIsEnough() {
        let place = PlaceDraft.make { $0.onlyFor = [.intellectualDisability, .activeAddiction] }

        #expect(place.section(for: .make { $0.has(.activeAddiction) }) == .fitsNow)
    }
}
