import Domain
import Matching
import Testing

@Suite("Help without a bed, and who takes part (R12)")
struct AmbulatoryTests {
    static let atHome = Profile.make { $0.housing = .safeOwnPlace }

    @Test(arguments: [nil] + HousingSituation.allCases.map(Optional.some))
    func onlyForWhoHasASafePlace(housing: HousingSituation?) {
        let verdict = PlaceDraft.ambulatory().verdict(for: .make { $0.housing = housing })

        #expect(verdict.exclusions == (housing == .safeOwnPlace ? [] : ["no_safe_home"]))
    }

    @Test func theFirstAnswerForWhoWantsToStay() {
        let help = PlaceDraft.ambulatory { $0.id = "hulp" }
        let bed = PlaceDraft.make { $0.id = "bed" }

        #expect(TestMap.matcher.search(Self.atHome, among: [bed, help]).ids == ["hulp", "bed"])
    }

    @Test(arguments: ThreatLevel.allCases)
    func skipsSecurityAndDangerArea(threat: ThreatLevel) {
        var person = Self.atHome
        (person.threat, person.dangerAreas) = (threat, [.province(.overijssel)])

        #expect(PlaceDraft.ambulatory { $0.municipality = TestMap.zwolle }.section(for: person) == .fitsNow)
    }

    @Test(arguments: [
        (Urgency.now, 0, Section.fitsNow), (.now, 1, .waiting), (.days, 7, .fitsNow), (.days, 8, .waiting),
        (.planned, 90, .fitsNow), (.planned, 91, .waiting),
    ])
    func theWaitingTimeIsItsCount(urgency: Urgency, days: Int, section: Section) {
        let help = PlaceDraft.ambulatory { $0.waiting = Waiting(days: days, statedOn: TestMoment.today) }
        var person = Self.atHome
        person.urgency = urgency

        let verdict = help.verdict(for: person)

        #expect(verdict.section == section)
        #expect(verdict.keys?.wait == days)
    }

    @Test(arguments: ShelterKind.allCases)
    func everyKindTakesPartBut(kind: ShelterKind) {
        let never: [ShelterKind] = [.hotelEmergency, .mentalHealthAdmission]

        #expect(PlaceDraft.make { $0.kind = kind }.verdict(for: .make()).takesPart != never.contains(kind))
    }

    @Test(arguments: HelpKind.allCases)
    func ofHelpWithoutABedOnlySupportTakesPart(kind: HelpKind) {
        let help = PlaceDraft.ambulatory { $0.helpKinds = [kind] }

        #expect(help.verdict(for: Self.atHome).takesPart == (kind == .ambulatorySupport))
    }

    @Test func helpForPerpetratorsNeverTakesPart() {
        let kinds: [HelpKind] = [.ambulatorySupport, .perpetratorHelp]

        #expect(!PlaceDraft.ambulatory { $0.helpKinds = kinds }.verdict(for: Self.atHome).takesPart)
        #expect(!PlaceDraft.make { $0.helpKinds = kinds }.verdict(for: Self.atHome).takesPart)
    }

    @Test(arguments: ServiceStatus.allCases)
    func statusOfTheService(status: ServiceStatus) {
        let verdict = PlaceDraft.make { $0.status = status }.verdict(for: .make())

        switch status {
        case .active: #expect(verdict.section == .fitsNow)
        case .paused, .temporarilyClosed: #expect(verdict.exclusions == ["paused"])
        case .ended: #expect(!verdict.takesPart)
        }
    }
}
