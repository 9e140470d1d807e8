import Domain
import Matching
import Testing

@Suite("Residence (R7, R9, F11)")
struct ResidenceTests {
    /// As its registry file states it: only the reflection period, and no papers in consultation.
    static let cosm = PlaceDraft.make {
        $0.kind = .cosm
        $0.minimumAge = .years(18)
        $0.residence = [.reflectionPeriod: .yes, .undocumented: .conditional]
    }

    @Test(arguments: ResidenceStatus.stated)
    func cosmIsForTheReflectionPeriod(status: ResidenceStatus) {
        let verdict = Self.cosm.verdict(for: .make { $0.residence = status })

        switch status {
        case .reflectionPeriod: #expect(verdict.section == .fitsNow)
        case .undocumented: #expect(verdict.section == .inConsultation && verdict.conditions == ["residence"])
        default: #expect(verdict.exclusions == ["residence"])
        }
    }

    /// The same right to shelter as Dutch victims.
    @Test func theResidenceSchemeOpensWhatDutchVictimsHave() {
        let place = PlaceDraft.make { $0.residence = [.dutch: .yes, .b8Permit: .yes] }

        #expect(place.section(for: .make { $0.residence = .b8Permit }) == .fitsNow)
    }

    @Test(arguments: ResidenceStatus.stated, ResidenceAnswer.allCases)
    func theAnswerOfThePlaceDecides(status: ResidenceStatus, answer: ResidenceAnswer) {
        let verdict = PlaceDraft.make { $0.residence = [status: answer] }.verdict(for: .make { $0.residence = status })

        #expect(verdict.exclusions == (answer == .no ? ["residence"] : []))
        if answer != .no { #expect(verdict.conditions == (answer == .conditional ? ["residence"] : [])) }
    }

    @Test func unknownIsAConditionOnlyWhereThePlaceRestricts() {
        let unknown = Profile.make { $0.residence = .unknown }
        let restricting = PlaceDraft.make { $0.residence?[.undocumented] = .conditional }

        #expect(restricting.conditions(for: unknown) == ["unknown:residence"])
        #expect(PlaceDraft().conditions(for: unknown).isEmpty)
        #expect(PlaceDraft.make { $0.residence = nil }.conditions(for: unknown).isEmpty)
    }

    @Test func notKnownIsAskedOnlyWhereThePlaceRestricts() {
        let notKnown = Profile.make { $0.residence = nil }
        let restricting = PlaceDraft.make { $0.residence = [.dutch: .yes] }

        #expect(restricting.asks(for: notKnown) == ["unknown:residence"])
        #expect(restricting.section(for: notKnown) == .fitsNow)
        #expect(PlaceDraft().asks(for: notKnown).isEmpty)
        #expect(PlaceDraft.make { $0.residence = nil }.asks(for: .make()) == ["not_stated:residence"])
        #expect(PlaceDraft.make { $0.residence = nil }.asks(for: notKnown).isEmpty)
    }

    /// The pilot's own admission: work-related forms and lawful stay (R9).
    static let pilot = PlaceDraft.make {
        $0.kind = .emergencyBedDisadvantaged
        $0.forms = [.seriousDisadvantage, .labour]
        $0.residence?[.undocumented] = .no
        $0.stay = Stay(maximumDays: 14)
    }

    @Test func anEmergencyBedForSeriousDisadvantage() {
        func person(_ form: ExploitationForm, _ status: ResidenceStatus = .euEea) -> Profile {
            .make { ($0.exploitationForms, $0.residence) = ([form], status) }
        }

        #expect(Self.pilot.section(for: person(.seriousDisadvantage)) == .fitsNow)
        #expect(Self.pilot.section(for: person(.labour)) == .bridging)
        #expect(Self.pilot.exclusions(for: person(.sexual)) == ["form_not_served"])
        #expect(Self.pilot.exclusions(for: person(.labour, .undocumented)) == ["residence"])
    }
}
