import Domain
import Matching
import Testing

@Suite("Unknown never excludes (R13)")
struct UnknownTests {
    /// Everything a place may leave unstated.
    static let silent = PlaceDraft.make {
        ($0.genders, $0.households, $0.residence) = (nil, nil, nil)
        ($0.minimumAge, $0.maximumAge, $0.sonsMaximumAge) = (.notStated, .notStated, .notStated)
        ($0.wheelchair, $0.pets, $0.reach) = (nil, nil, nil)
    }
    /// Everything a place may ask for.
    static let strict = PlaceDraft.make {
        ($0.households, $0.residence, $0.forms) = ([.single], [.dutch: .yes], [.sexual])
        ($0.wheelchair, $0.pets, $0.reach) = (false, .no, .regional)
        $0.contraIndications = [ContraIndication(.aggression, .absolute), ContraIndication(.newborn, .none)]
    }

    @Test func aMinimalSearchGivesResults() {
        let verdict = Self.strict.verdict(for: .minimal())

        #expect(verdict.section == .fitsNow)
        #expect(verdict.conditions.isEmpty)
        #expect(
            verdict.asks == [
                "unknown:household", "unknown:residence", "unknown:exploitationForms", "unknown:wheelchair",
                "unknown:pet", "unknown:currentMunicipality", "contra_indication:aggression",
            ])
    }

    @Test func aSilentPlaceIsAskedForWhatMatters() {
        let profile = Profile.make {
            ($0.household, $0.children) = (.withChildren, [Child(age: 9, gender: .male)])
            ($0.wheelchair, $0.pet, $0.currentMunicipality) = (true, true, TestMap.breda)
        }

        let verdict = Self.silent.verdict(for: profile)

        #expect(verdict.section == .fitsNow)
        #expect(
            verdict.asks
                == Set(PlaceField.allCases.map { "not_stated:\($0.rawValue)" }).subtracting(["not_stated:municipality"])
        )
    }

    @Test func aSilentPlaceIsNotAskedForWhatDoesNotMatter() {
        let verdict = Self.silent.verdict(for: .make())

        #expect(
            verdict.asks == [
                "not_stated:genders", "not_stated:households", "not_stated:residence", "not_stated:minimumAge",
                "not_stated:maximumAge", "not_stated:reach",
            ])
    }

    @Test func aStatedAbsenceOfABoundIsNotAsked() {
        #expect(PlaceDraft().asks(for: .make()).isEmpty)
    }

    @Test func pointsToAskChangeNeitherSectionNorRank() {
        let silent = Self.silent.changed { $0.id = "a" }
        let open = PlaceDraft.make { $0.id = "b" }

        #expect(TestMap.matcher.search(.make(), among: [open, silent]).listing == ["fits_now/a", "fits_now/b"])
    }

    @Test(arguments: [nil, [], [.unknown]] as [Set<ExploitationForm>?])
    func aFormThatIsNotKnownIsAsked(forms: Set<ExploitationForm>?) {
        let profile = Profile.make { $0.exploitationForms = forms }
        let everyForm = PlaceDraft.make { $0.forms = ExploitationForm.allCases.filter { $0 != .unknown } }

        #expect(PlaceDraft.make { $0.forms = [.labour] }.asks(for: profile) == ["unknown:exploitationForms"])
        #expect(PlaceDraft().asks(for: profile) == ["unknown:exploitationForms"])
        #expect(everyForm.asks(for: profile).isEmpty)
        #expect(PlaceDraft().section(for: profile) == .fitsNow)
    }
}
