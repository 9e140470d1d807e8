import Domain
import Matching
import Testing

@Suite("Sections, the first that holds")
struct SectionTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let section: Section
        var of: @Sendable (inout PlaceDraft) -> Void = { _ in }
        var person: @Sendable (inout Profile) -> Void = { _ in }
        var testDescription: String { name }
    }

    static let stale = TestMoment.hoursAgo(1_000)

    @Test(arguments: [
        Example(name: "fits", section: .fitsNow),
        Example(name: "a condition", section: .inConsultation, of: { $0.residence?[.dutch] = .conditional }),
        Example(name: "time-out", section: .bridging, of: { $0.kind = .timeOut }),
        Example(
            name: "short with a condition", section: .bridging,
            of: {
                ($0.kind, $0.residence) = (.timeOut, [.dutch: .conditional])
            }),
        Example(name: "stale", section: .callFirst, of: { $0.confirmedAt = stale }),
        Example(name: "unknown count", section: .callFirst, of: { $0.free = nil }),
        Example(
            name: "unknown count, planned-only", section: .followUp, of: { ($0.kind, $0.free) = (.lvbTreatment, nil) }),
        Example(
            name: "stale, a condition", section: .callFirst,
            of: {
                ($0.confirmedAt, $0.residence) = (stale, [.dutch: .conditional])
            }),
        Example(name: "stale, short", section: .callFirst, of: { ($0.confirmedAt, $0.kind) = (stale, .timeOut) }),
        Example(name: "scarce", section: .ompReserve, of: { $0.kind = .omp }),
        Example(
            name: "scarce and short", section: .ompReserve, of: { ($0.kind, $0.stay) = (.omp, Stay(maximumDays: 3)) }),
        Example(name: "full", section: .waiting, of: { $0.free = 0 }),
        Example(
            name: "full, a condition", section: .waiting,
            of: {
                ($0.free, $0.residence) = (0, [.dutch: .conditional])
            }),
        Example(name: "full, stale", section: .waiting, of: { ($0.free, $0.confirmedAt) = (0, stale) }),
        Example(name: "full, scarce", section: .waiting, of: { ($0.free, $0.kind) = (0, .omp) }),
        Example(name: "planned-only and full", section: .followUp, of: { ($0.free, $0.kind) = (0, .supportedHousing) }),
        Example(name: "unsuitable", section: .fallback, of: { $0.kind = .homelessShelter }),
        Example(
            name: "unsuitable, full and stale", section: .fallback,
            of: {
                ($0.kind, $0.free, $0.confirmedAt) = (.homelessShelter, 0, stale)
            }),
    ])
    func oneOfEach(_ example: Example) {
        #expect(PlaceDraft.make(example.of).section(for: .make(example.person)) == example.section)
    }

    @Test(arguments: [ShelterKind.lvbTreatment, .protectedHousing, .supportedHousing], Urgency.allCases)
    func plannedOnlyKinds(kind: ShelterKind, urgency: Urgency) {
        let section = PlaceDraft.make { $0.kind = kind }.section(for: .make { $0.urgency = urgency })

        #expect(section == (urgency == .planned ? .fitsNow : .followUp))
    }

    @Test(
        arguments: [
            (Urgency.now, 0, true), (.now, 1, false), (.days, 7, true), (.days, 8, false), (.planned, 90, true),
            (.planned, 91, false), (.planned, -1, false), (.now, nil, false), (.planned, nil, false),
        ] as [(Urgency, Int?, Bool)])
    func expectedWithinTheHorizon(urgency: Urgency, days: Int?, fits: Bool) {
        let place = PlaceDraft.make { ($0.free, $0.expectedFreeOn) = (0, days.map(TestMoment.inDays)) }

        let verdict = place.verdict(for: .make { $0.urgency = urgency })

        #expect(verdict.section == (fits ? .fitsNow : .waiting))
        #expect(verdict.keys?.wait == (days.map { $0 < 0 ? .max : $0 } ?? .max))
    }

    @Test(arguments: [
        Example(name: "time-out, nothing said", section: .bridging, of: { $0.kind = .timeOut }),
        Example(
            name: "time-out, unclear", section: .fitsNow, of: { $0.kind = .timeOut },
            person: { $0.victimStatusUnclear = true }),
        Example(
            name: "time-out, wanted", section: .fitsNow, of: { $0.kind = .timeOut },
            person: { $0.prefers = [.shelterKind(.timeOut)] }),
        Example(
            name: "time-out of 15 days", section: .fitsNow,
            of: {
                ($0.kind, $0.stay) = (.timeOut, Stay(maximumDays: 15))
            }),
        Example(name: "emergency bed", section: .bridging, of: { $0.kind = .emergencyBed }),
        Example(
            name: "emergency bed, unclear", section: .bridging, of: { $0.kind = .emergencyBed },
            person: { $0.victimStatusUnclear = true }),
        Example(
            name: "emergency bed, inspectorate", section: .fitsNow, of: { $0.kind = .emergencyBed },
            person: { $0.foundByInspectorate = true }),
        Example(
            name: "emergency bed, disadvantage", section: .fitsNow,
            of: { ($0.kind, $0.forms) = (.emergencyBed, [.seriousDisadvantage]) },
            person: { $0.exploitationForms = [.seriousDisadvantage] }),
        Example(
            name: "emergency bed, disadvantage, a condition", section: .inConsultation,
            of: { ($0.kind, $0.pets) = (.emergencyBedDisadvantaged, .foster) },
            person: { ($0.foundByInspectorate, $0.pet) = (true, true) }),
        Example(name: "another kind of 14 days", section: .bridging, of: { $0.stay = Stay(maximumDays: 14) }),
        Example(name: "another kind of 15 days", section: .fitsNow, of: { $0.stay = Stay(maximumDays: 15) }),
    ])
    func shortStayAndItsPurpose(_ example: Example) {
        #expect(PlaceDraft.make(example.of).section(for: .make(example.person)) == example.section)
    }

    @Test func sectionsComeInTheOrderOfTheContract() {
        let places = [
            PlaceDraft.make { ($0.id, $0.kind) = ("a", .homelessShelter) },
            .make { ($0.id, $0.kind) = ("b", .lvbTreatment) }, .make { ($0.id, $0.free) = ("c", 0) },
            .make { ($0.id, $0.kind) = ("d", .omp) }, .make { ($0.id, $0.free) = ("e", nil) },
            .make { ($0.id, $0.kind) = ("f", .timeOut) }, .make { ($0.id, $0.genders) = ("g", [.female]) },
            .make { $0.id = "h" },
        ]

        let result = TestMap.matcher.search(.make { $0.transgender = true }, among: places)

        #expect(
            result.listing == [
                "fits_now/h", "in_consultation/g", "bridging/f", "call_first/e", "omp_reserve/d", "waiting/c",
                "follow_up/b", "fallback/a",
            ])
        #expect(result.placements.map(\.rank) == Array(1...8))
    }
}
