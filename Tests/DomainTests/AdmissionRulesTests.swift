import Domain
import Foundation
import Testing

@Suite("Rules that a shelter may change")
struct AdmissionRulesTests {
    private static let map = Geography(
        provinces: [],
        municipalities: [
            Municipality(code: .zwolle, name: "Zwolle", province: .overijssel, safetyRegion: "IJsselland"),
            Municipality(
                code: .eindhoven, name: "Eindhoven", province: .noordBrabant, safetyRegion: "Brabant-Zuidoost"),
        ], regions: [])

    private static func place(_ level: SecurityLevel?, kind: ShelterKind? = .womensShelter) -> Service {
        .make(
            shelterKind: kind,
            site: Site(
                province: .overijssel, municipality: level == .secret ? nil : .zwolle,
                unsafeForAreas: [.municipality(.eindhoven)]),
            serviceArea: [.municipality(.zwolle), .municipality(.nowhere)], securityLevel: level)
    }

    private static func rules(_ level: SecurityLevel?) -> AdmissionRules {
        AdmissionRules(
            admission: Admission(genders: [.male], maximumAge: .unlimited),
            contraIndications: [ContraIndication(.newborn, .absolute)], stay: Stay(usualDays: 9), aftercare: .yes,
            languages: ["nl"], interpreter: false, securityLevel: level)
    }

    @Test func everythingElseStays() {
        let service = Self.place(.openVisible)

        let changed = service.applying(Self.rules(.openVisible), on: Self.map)

        #expect(changed.rules == Self.rules(.openVisible))
        #expect(changed.id == service.id && changed.site == service.site && changed.reach == service.reach)
        #expect(changed.serviceArea == service.serviceArea && changed.shelterKind == service.shelterKind)
    }

    @Test(arguments: SecurityLevel.allCases, SecurityLevel.allCases)
    func anAddressIsNeverKeptWorseThanTheFilesSay(file: SecurityLevel, saved: SecurityLevel) {
        let changed = Self.place(file).applying(Self.rules(saved), on: Self.map)

        #expect(changed.effectiveSecurity.strength == max(file.strength, saved.strength))
    }

    @Test(arguments: [SecurityLevel.none, .openVisible, .sheltered])
    func aPlaceThatBecomesSecretTellsItsProvinceAlone(file: SecurityLevel) {
        let changed = Self.place(file).applying(Self.rules(.secret), on: Self.map)

        #expect(changed.site.municipality == nil && changed.site.province == .overijssel)
        #expect(changed.serviceArea == [.province(.overijssel)])
        #expect(changed.site.unsafeForAreas == [.province(.noordBrabant)])
    }

    @Test func onlyAnOMPPlaceHasNoContraIndications() {
        for kind in ShelterKind.allCases {
            let conflict = Self.place(.secret, kind: kind).conflict(with: Self.rules(.secret))

            #expect(conflict == (kind == .omp ? .multiProblemShelterRefuses : nil))
            #expect(Self.place(.secret, kind: kind).conflict(with: AdmissionRules()) == nil)
        }
    }

    @Test(arguments: [
        (AdmissionRules(), true), (AdmissionRules(admission: Admission(minimumAge: .years(-1))), false),
        (AdmissionRules(admission: Admission(maximumAge: .years(120))), true),
        (AdmissionRules(admission: Admission(sonsMaximumAge: .years(121))), false),
        (AdmissionRules(admission: Admission(households: [])), false),
        (AdmissionRules(stay: Stay(maximumDays: 36_500)), true),
        (AdmissionRules(stay: Stay(minimumDays: 36_501)), false),
        (AdmissionRules(contraIndications: [.init(.newborn, .none, condition: "Kan.")]), false),
        (AdmissionRules(contraIndications: [.init(.newborn, .conditional, editedBy: "")]), false),
        (AdmissionRules(contraIndications: [.init(.newborn, .none), .init(.newborn, .none)]), false),
        (
            AdmissionRules(contraIndications: [.init(.newborn, .none, since: CalendarDate(daysSinceEpoch: 90_000))]),
            false
        ),
        (AdmissionRules(languages: ["NL"]), false),
        (AdmissionRules(languages: Array(repeating: "nl", count: 201)), false),
    ])
    func whatCanBeKept(rules: AdmissionRules, isPossible: Bool) {
        #expect(rules.arePossible == isPossible)
    }
}
