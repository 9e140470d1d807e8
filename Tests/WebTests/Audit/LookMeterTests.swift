import Domain
import Foundation
import Ledger
import TestTools
import Testing

@testable import Web

@Suite("Looks that come too often to keep each")
struct LookMeterTests {
    private let one = Actor(keyID: "key-een", role: .policy)
    private let other = Actor(keyID: "key-twee", role: .shelter, organization: .make("voorbeeld-huis"))

    /// Hours after 2026-11-20T08:00:00Z.
    private func moment(_ hours: Double) -> Date { TestClock.start.addingTimeInterval(hours * 3_600) }

    /// A meter that an expectation may change.
    private final class Bench {
        private var meter = LookMeter()

        init() { _ = sums(at: TestClock.start) }

        func sums(at moment: Date) -> [LookMeter.Sum] { meter.takeSums(at: moment) }
        func allSums() -> [LookMeter.Sum] { meter.takeAllSums() }
        func add(_ sum: LookMeter.Sum) { meter.add(sum) }

        /// How many of so many have a record of their own.
        func kept(
            _ count: Int, by actor: Actor, _ kind: RecordKind = .dataViewed, of route: String = "/v1/holds",
            at resource: String? = nil
        ) -> Int {
            let act = LookMeter.Act(kind: kind, actor: actor, route: route, resource: resource ?? route)
            return (0..<count).count { _ in meter.keeps(act) }
        }
    }

    private func sum(
        _ count: Int, of route: String = "/v1/holds", at resource: String? = nil, by actor: Actor? = nil,
        since hours: Double = 0
    ) -> LookMeter.Sum {
        LookMeter.Sum(
            kind: .dataViewed, actor: actor ?? one, route: route, resource: resource ?? route, count: count,
            since: moment(hours))
    }

    @Test func aKeyThatKnocksTenThousandTimesLeavesTwoRecordsAnHour() {
        let bench = Bench()
        #expect(bench.kept(10_000, by: one) == 1)
        #expect(bench.kept(1, by: other) == 1)
        #expect(bench.sums(at: moment(0.999)).isEmpty)

        #expect(bench.sums(at: moment(1)) == [sum(9_999)])
        #expect(bench.sums(at: moment(1.5)).isEmpty)
        #expect(bench.kept(1, by: one) == 1)
    }

    @Test func manyAddressesAreToldTogether() {
        let bench = Bench()
        let kept = (0..<1_000).map { number in
            bench.kept(3, by: one, of: "/v1/holds/{reference}", at: "/v1/holds/K1-\(number)")
        }
        #expect(kept == (0..<1_000).map { $0 < LookMeter.mostAddresses ? 1 : 0 })

        let sums = bench.sums(at: moment(1))

        #expect(sums.count == LookMeter.mostAddresses + 1)
        #expect(sums.contains(sum(3 * 980, of: "/v1/holds/{reference}")))
        #expect(sums.map(\.count).reduce(0, +) == 3_000 - LookMeter.mostAddresses)
        #expect(bench.kept(1, by: other, of: "/v1/holds/{reference}", at: "/v1/holds/K1-999") == 1)
    }

    @Test func theFirstSignInsAndExportsAreKeptOneByOne() {
        let bench = Bench()
        #expect(bench.kept(50, by: one, .dataExported) == LookMeter.mostOfItsOwn)
        #expect(bench.kept(50, by: one, .signedIn) == LookMeter.mostOfItsOwn)
    }

    @Test func whatWasNotWrittenIsOwed() {
        let bench = Bench()
        bench.add(sum(1, since: 0.25))
        bench.add(sum(4, since: 0.5))
        #expect(bench.sums(at: moment(0)).isEmpty)

        #expect(bench.sums(at: moment(1.0 / 60)) == [sum(5, since: 0.25)])
        #expect(bench.allSums().isEmpty)
    }

    /// However long a disk is full.
    @Test func whatIsOwedIsBounded() {
        let bench = Bench()
        for number in 0..<1_000 { bench.add(sum(2, of: "/v1/holds/{reference}", at: "/v1/holds/K1-\(number)")) }

        let sums = bench.allSums()

        #expect(sums.count == LookMeter.mostAddresses + 1)
        #expect(sums.map(\.count).reduce(0, +) == 2_000)
    }

    /// Nothing is lost and nothing told twice, whoever looks at whatever whenever.
    @Test(arguments: 0..<20 as Range<UInt64>)
    func everyLookIsToldOnce(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let bench = Bench()
        let (actors, routes) = ([one, other], ["/v1/holds", "/v1/services/{id}"])
        var (hours, looked, told, kept) = (0.0, [String: Int](), [String: Int](), [String: Int]())
        func tell(_ sums: [LookMeter.Sum]) {
            for sum in sums { told[sum.actor.keyID + sum.route, default: 0] += sum.count }
        }
        for _ in 0..<2_000 {
            hours += Double.random(in: 0...0.01, using: &random)
            tell(bench.sums(at: moment(hours)))
            let (actor, route) = (
                actors.randomElement(using: &random) ?? one, routes.randomElement(using: &random) ?? ""
            )
            let resource = route.replacing("{id}", with: String(Int.random(in: 0..<40, using: &random)))
            let count = Int.random(in: 1...5, using: &random)
            let own = bench.kept(count, by: actor, of: route, at: resource)
            #expect(own <= 1)
            looked[actor.keyID + route, default: 0] += count
            told[actor.keyID + route, default: 0] += own
            kept[actor.keyID + "\(Int(hours))", default: 0] += own
        }
        tell(bench.allSums())

        #expect(told == looked)
        #expect(kept.values.allSatisfy { $0 <= LookMeter.mostAddresses + 1 })
    }
}
