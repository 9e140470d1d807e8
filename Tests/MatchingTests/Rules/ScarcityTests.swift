import Domain
import Matching
import Testing

@Suite("OMP (R8)")
struct ScarcityTests {
    static let omp = PlaceDraft.make { $0.kind = .omp }
    static let marks: Set<Circumstance> = [
        .activeAddiction, .psychiatricProblem, .acutePsychiatric, .intellectualDisability,
        .severeTraumaDysregulation, .aggression,
    ]

    @Test(arguments: Circumstance.allCases)
    func aNormalCandidateOnlyWithAMultiProblemMark(circumstance: Circumstance) {
        let profile = Profile.make { $0.has(circumstance) }

        #expect(Self.omp.section(for: profile) == (Self.marks.contains(circumstance) ? .fitsNow : .ompReserve))
    }

    @Test func withoutAnyCircumstanceInReserve() {
        #expect(Self.omp.section(for: .make()) == .ompReserve)
    }

    /// A stale count lifts nothing out of the reserve, and a full house waits.
    @Test func reserveComesAfterWaitingAndBeforeFreshness() {
        let stale = Self.omp.changed { $0.confirmedAt = TestMoment.hoursAgo(1_000) }
        let full = Self.omp.changed { $0.free = 0 }

        #expect(stale.section(for: .make()) == .ompReserve)
        #expect(full.section(for: .make()) == .waiting)
        #expect(stale.section(for: .make { $0.has(.aggression) }) == .callFirst)
    }
}
