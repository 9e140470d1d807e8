import Domain
import Foundation
import Ledger
import Testing

@testable import Web

@Suite("Refusals that come too fast to keep each")
struct RefusalMeterTests {
    private let one = Actor(keyID: "key-een", role: .policy)
    private let other = Actor(keyID: "key-twee", role: .shelter, organization: .make("voorbeeld-huis"))

    /// Seconds after a whole minute.
    private func moment(_ seconds: Double) -> Date { TestClock.start.addingTimeInterval(seconds) }

    /// A meter that an expectation may change.
    private final class Bench {
        private var meter = RefusalMeter()

        init() { _ = sums(at: TestClock.start) }

        func sums(at moment: Date) -> [RefusalMeter.Sum] { meter.takeSums(at: moment) }
        func allSums() -> [RefusalMeter.Sum] { meter.takeAllSums() }
        func add(_ sum: RefusalMeter.Sum) { meter.add(sum) }
        func keeps(_ kind: RecordKind) -> Bool { meter.keeps(kind, by: nil) }

        /// How many of so many are kept one by one.
        func kept(_ count: Int, by actor: Actor? = nil) -> Int {
            (0..<count).count { _ in meter.keeps(.accessRefused, by: actor) }
        }
    }

    @Test func sixtyAMinuteAreKeptOneByOne() {
        let bench = Bench()
        #expect(bench.kept(1_000) == 60)
        #expect(bench.sums(at: moment(59.9)).isEmpty)

        #expect(
            bench.sums(at: moment(60)) == [RefusalMeter.Sum(kind: .accessRefused, actor: nil, count: 940)])
        #expect(bench.sums(at: moment(61)).isEmpty)
        #expect(bench.kept(61) == 60)
    }

    @Test func whoHasNoKeyTakesNobodysPlace() {
        let bench = Bench()
        #expect(bench.kept(100) == 60)
        #expect(bench.kept(100, by: one) == 60)
        #expect(bench.kept(10, by: other) == 10)
        #expect(!bench.keeps(.signInFailed))

        #expect(
            bench.sums(at: moment(60)) == [
                RefusalMeter.Sum(kind: .accessRefused, actor: nil, count: 40),
                RefusalMeter.Sum(kind: .accessRefused, actor: one, count: 40),
                RefusalMeter.Sum(kind: .signInFailed, actor: nil, count: 1),
            ])
    }

    @Test func aClockThatIsSetBackBeginsAnotherMinute() {
        let bench = Bench()
        _ = bench.kept(70)

        #expect(bench.sums(at: moment(-3_600)).map(\.count) == [10])
    }

    @Test func allCanBeTakenAtTheEnd() {
        let bench = Bench()
        _ = bench.kept(70)
        bench.add(RefusalMeter.Sum(kind: .accessRefused, actor: nil, count: 5))

        #expect(bench.allSums().map(\.count) == [15])
        #expect(bench.allSums().isEmpty)
    }
}
