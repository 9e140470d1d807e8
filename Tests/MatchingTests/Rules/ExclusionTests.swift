import Domain
import Matching
import Testing

/// One named case for every exclusion code.
@Suite("Exclusion codes")
struct ExclusionTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let code: String
        var of: @Sendable (inout PlaceDraft) -> Void = { _ in }
        var person: @Sendable (inout Profile) -> Void = { _ in }
        var testDescription: String { code }
    }

    static let examples = [
        Example(code: "age", of: { $0.maximumAge = .years(22) }),
        Example(code: "gender", of: { $0.genders = [.male] }),
        Example(code: "household", of: { $0.households = [.couple] }),
        Example(
            code: "sons_age", of: { $0.sonsMaximumAge = .years(11) },
            person: { $0.children = [Child(age: 12, gender: .male)] }),
        Example(code: "capacity_too_small", of: { $0.total = 3 }, person: { $0.persons = 4 }),
        Example(code: "residence", of: { $0.residence = [.euEea: .yes] }),
        Example(code: "form_not_served", of: { $0.forms = [.labour] }),
        Example(code: "not_target_group", of: { $0.onlyFor = [.intellectualDisability] }),
        Example(
            code: "contra_indication:arson_history",
            of: { $0.contraIndications = [ContraIndication(.arsonHistory, .absolute)] },
            person: { $0.has(.arsonHistory) }),
        Example(code: "pet", of: { $0.pets = .no }, person: { $0.pet = true }),
        Example(code: "accessibility", of: { $0.wheelchair = false }, person: { $0.wheelchair = true }),
        Example(code: "security_insufficient", of: { $0.security = .sheltered }, person: { $0.threat = .red }),
        Example(
            code: "danger_region",
            person: { ($0.threat, $0.dangerAreas) = (.orange, [.province(.overijssel)]) }),
        Example(code: "closed_needs_court_order", of: { $0.restriction = .closed }),
        Example(code: "out_of_area", of: { $0.reach = .local }, person: { $0.currentMunicipality = TestMap.breda }),
        Example(code: "wish_must_not", person: { $0.mustNot = [.province(.overijssel)] }),
        Example(code: "no_safe_home", of: { ($0.kind, $0.helpKinds) = (nil, [.ambulatorySupport]) }),
        Example(code: "phase", of: { $0.kind = .timeOut }, person: { $0.onwardPlaceWanted = true }),
        Example(code: "paused", of: { $0.isPaused = true }),
    ]

    @Test(arguments: examples)
    func eachCode(_ example: Example) {
        let verdict = PlaceDraft.make(example.of).verdict(for: .make(example.person))

        #expect(verdict.exclusions == [example.code])
        #expect(PlaceDraft().section(for: .make()) == .fitsNow)
    }

    @Test func noCodeIsForgotten() {
        let codes = Self.examples.map { String($0.code.prefix { $0 != ":" }) }

        #expect(Set(codes) == Set(ExclusionKind.allCases.map(\.rawValue)))
    }

    @Test func everyReasonIsKept() {
        let place = PlaceDraft.make { ($0.genders, $0.maximumAge, $0.isPaused) = ([.male], .years(22), true) }

        #expect(place.exclusions(for: .make()) == ["gender", "age", "paused"])
    }

    @Test(arguments: ShelterKind.allCases.filter { $0 != .hotelEmergency && $0 != .mentalHealthAdmission })
    func closedOnlyWithAuthorisation(kind: ShelterKind) {
        let place = PlaceDraft.make { ($0.kind, $0.restriction) = (kind, .closed) }

        #expect(place.exclusions(for: .make()) == ["closed_needs_court_order"])
        #expect(place.section(for: .make { $0.courtAuthorisation = true }) != nil)
        #expect(PlaceDraft.make { $0.kind = kind }.exclusions(for: .make()).isEmpty == (kind != .closedYouthCare))
    }

    @Test(arguments: ShelterKind.allCases)
    func onwardPlaceWanted(kind: ShelterKind) {
        let first: [ShelterKind] = [.cosm, .timeOut, .emergencyBed, .emergencyBedDisadvantaged]
        let place = PlaceDraft.make { ($0.kind, $0.phases) = (kind, Phase.allCases) }
        let profile = Profile.make { ($0.onwardPlaceWanted, $0.courtAuthorisation) = (true, true) }

        #expect(place.exclusions(for: profile) == (first.contains(kind) ? ["phase"] : []))
    }

    @Test(arguments: ["NL-OV", "crisis_shelter", "open", "open_visible", "voorbeeld-plek"])
    func whatSomebodyMustNotHave(code: String) throws {
        let wish = try #require(Wish(code: code))
        let other = PlaceDraft.make {
            ($0.id, $0.province, $0.kind) = ("elders", .fryslan, .womensShelter)
            ($0.restriction, $0.security) = (.semiOpen, .sheltered)
        }

        #expect(PlaceDraft().exclusions(for: .make { $0.mustNot = [wish] }) == ["wish_must_not"])
        #expect(other.exclusions(for: .make { $0.mustNot = [wish] }).isEmpty)
    }
}
