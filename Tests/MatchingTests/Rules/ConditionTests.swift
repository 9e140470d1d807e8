import Domain
import Matching
import Testing

/// One named case for every condition code, and for forms, pets and wheelchairs.
@Suite("Conditions, forms and facilities")
struct ConditionTests {
    @Test(arguments: ["residence", "gender_check", "danger_region", "pet", "contra_indication", "unknown"])
    func eachCode(kind: String) throws {
        let example = try #require(Self.examples[kind])

        let verdict = PlaceDraft.make(example.place).verdict(for: .make(example.person))

        #expect(verdict.section == .inConsultation)
        #expect(verdict.conditions.map { String($0.prefix { $0 != ":" }) } == [kind])
    }

    @Test func noCodeIsForgotten() {
        #expect(Set(Self.examples.keys) == Set(ConditionKind.allCases.map(\.rawValue)))
    }

    struct Example: Sendable {
        var place: @Sendable (inout PlaceDraft) -> Void = { _ in }
        var person: @Sendable (inout Profile) -> Void = { _ in }
    }

    static let examples = [
        "residence": Example(place: { $0.residence?[.dutch] = .conditional }),
        "gender_check": Example(place: { $0.genders = [.female] }, person: { $0.transgender = true }),
        "danger_region": Example(
            place: { $0.security = .sheltered },
            person: { ($0.threat, $0.dangerAreas) = (.orange, [.province(.overijssel)]) }),
        "pet": Example(place: { $0.pets = .foster }, person: { $0.pet = true }),
        "contra_indication": Example(
            place: { $0.contraIndications = [ContraIndication(.newborn, .conditional)] },
            person: { $0.has(.newborn) }),
        "unknown": Example(place: { $0.genders = [.female] }, person: { $0.gender = .unknown }),
    ]

    struct Forms: Sendable, CustomTestStringConvertible {
        let listed: [ExploitationForm]
        let forms: Set<ExploitationForm>
        let served: Bool
        var testDescription: String {
            "\(forms.map(\.rawValue).sorted()) at \(listed.isEmpty ? "any" : "\(listed.map(\.rawValue))")"
        }
    }

    @Test(arguments: [
        Forms(listed: [], forms: [.sexual], served: true),
        Forms(listed: [], forms: [.seriousDisadvantage], served: false),
        Forms(listed: [], forms: [.seriousDisadvantage, .labour], served: true),
        Forms(listed: [], forms: [.seriousDisadvantage, .unknown], served: false),
        Forms(listed: [.seriousDisadvantage], forms: [.seriousDisadvantage], served: true),
        Forms(listed: [.seriousDisadvantage], forms: [.labour], served: false),
        Forms(listed: [.labour], forms: [.labour, .sexual], served: true),
        Forms(listed: [.labour], forms: [.criminal, .sexual], served: false),
        Forms(listed: [.labour], forms: [.unknown, .sexual], served: false),
        Forms(listed: [.labour], forms: [.unknown, .labour], served: true),
        Forms(listed: [.labour], forms: [.unknown], served: true),
    ])
    func forms(_ example: Forms) {
        let place = PlaceDraft.make { $0.forms = example.listed }

        let exclusions = place.exclusions(for: .make { $0.exploitationForms = example.forms })

        #expect(exclusions == (example.served ? [] : ["form_not_served"]))
    }

    @Test func seriousDisadvantageIsServedByHelpAndByShelterForTheHomeless() {
        let profile = Profile.make { ($0.exploitationForms, $0.housing) = ([.seriousDisadvantage], .safeOwnPlace) }

        #expect(PlaceDraft.ambulatory().section(for: profile) == .fitsNow)
        #expect(PlaceDraft.make { $0.kind = .homelessShelter }.section(for: profile) == .fallback)
    }

    @Test(
        arguments: [
            (nil, nil, "", ""), (nil, false, "", "unknown"), (nil, true, "", ""),
            (true, nil, "", "not_stated"), (true, false, "no", ""), (true, true, "", ""),
            (false, nil, "", ""), (false, false, "", ""),
        ] as [(Bool?, Bool?, String, String)])
    func wheelchair(needed: Bool?, there: Bool?, says: String, asks: String) {
        let verdict = PlaceDraft.make { $0.wheelchair = there }.verdict(for: .make { $0.wheelchair = needed })

        #expect(verdict.exclusions == (says == "no" ? ["accessibility"] : []))
        #expect(verdict.asks == (asks.isEmpty ? [] : ["\(asks):wheelchair"]))
    }

    @Test(
        arguments: [
            (nil, nil, "", ""), (nil, .no, "", "unknown:pet"), (nil, .foster, "", "unknown:pet"), (nil, .yes, "", ""),
            (true, nil, "", "not_stated:pets"), (true, .no, "no", ""), (true, .foster, "if", ""), (true, .yes, "", ""),
            (false, .no, "", ""), (false, nil, "", ""),
        ] as [(Bool?, PetPolicy?, String, String)])
    func pets(has: Bool?, policy: PetPolicy?, says: String, asks: String) {
        let verdict = PlaceDraft.make { $0.pets = policy }.verdict(for: .make { $0.pet = has })

        #expect(verdict.exclusions == (says == "no" ? ["pet"] : []))
        #expect(verdict.conditions == (says == "if" ? ["pet"] : []))
        #expect(verdict.asks == (asks.isEmpty ? [] : [asks]))
    }
}
