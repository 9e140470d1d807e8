import Domain
import Foundation
import Ledger
import Testing

/// The ledger as anyone would first write it: a list of all that was said, gone through anew each time.
private struct NaiveLedger {
    struct Entry {
        let service: ServiceID
        let statement: CapacityStatement?
        let time: Date
    }

    var entries: [Entry] = []

    func live(_ service: ServiceID) -> LiveCapacity? {
        guard var capacity = Fixture.starting[service] else { return nil }
        let own = entries.filter { $0.service == service }
        for entry in own {
            if let said = entry.statement {
                capacity = Capacity(
                    unit: capacity.unit, total: said.total, free: said.free, isPaused: said.isPaused,
                    confirmedAt: entry.time, expectedFreeOn: said.expectedFreeOn)
            } else if capacity.free != nil {
                capacity = Capacity(
                    unit: capacity.unit, total: capacity.total, free: capacity.free, isPaused: capacity.isPaused,
                    confirmedAt: entry.time, expectedFreeOn: capacity.expectedFreeOn)
            }
        }
        return LiveCapacity(service: service, capacity: capacity, version: own.count)
    }

    /// Whole milliseconds, and never before the entry before.
    func time(_ moment: Date) -> Date {
        let whole = Date(timeIntervalSince1970: (moment.timeIntervalSince1970 * 1_000 + 0.01).rounded(.down) / 1_000)
        return max(whole, entries.last?.time ?? whole)
    }
}

@Suite("Ledger against a naive model")
struct LedgerModelTests {
    @Test(arguments: 0..<40 as Range<UInt64>)
    func randomCommandsGiveTheSame(seed: UInt64) throws {
        let directory = TemporaryDirectory()
        var random = SeededGenerator(seed: seed)
        var model = NaiveLedger()
        var ledger = try Fixture.open(directory).ledger
        let services = Fixture.starting.keys.sorted() + [Fixture.id("bestaat-niet")]

        for step in 0..<60 {
            let service = services[Int.random(in: services.indices, using: &random)]
            let moment = Fixture.moment(Double.random(in: -1_000...1_000, using: &random))
            let before = model.live(service)
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<5:
                let statement = try Self.statement(using: &random)
                let version = (before?.version ?? 0) + (Int.random(in: 0..<5, using: &random) == 0 ? 1 : 0)
                if version == before?.version {
                    model.entries.append(.init(service: service, statement: statement, time: model.time(moment)))
                }
                let result = try ledger.report(statement, on: service, ifVersion: version, at: moment)
                #expect(
                    result == Self.expected(model.live(service), before, version), "seed \(seed), step \(step)")
            case 5..<8:
                if before != nil {
                    model.entries.append(.init(service: service, statement: nil, time: model.time(moment)))
                }
                let result = try ledger.confirm(service, at: moment)
                #expect(
                    result == Self.expected(model.live(service), before, before?.version),
                    "seed \(seed), step \(step)")
            default:
                ledger.close()
                let (again, start) = try Fixture.open(directory)
                ledger = again
                #expect(
                    start == StartReport(replayed: model.entries.count, tornTail: nil), "seed \(seed), step \(step)")
            }
            for service in services {
                #expect(ledger.state.capacity(of: service) == model.live(service), "seed \(seed), step \(step)")
            }
            #expect(ledger.state.sequence == model.entries.count)
        }
        let read = try Ledger.read(directory: directory.path, starting: Fixture.starting)
        #expect(read.all == ledger.state.all)
    }

    private static func expected(
        _ after: LiveCapacity?, _ before: LiveCapacity?, _ version: Int?
    ) -> Result<LiveCapacity, LedgerError> {
        guard let after, let before else { return .failure(.unknownService) }
        return version == before.version ? .success(after) : .failure(.staleVersion(current: before.version))
    }

    private static func statement(using random: inout SeededGenerator) throws -> CapacityStatement {
        let total = Int.random(in: 0...20, using: &random)
        let day = CalendarDate(daysSinceEpoch: Int.random(in: 0...40_000, using: &random))
        return try CapacityStatement(
            total: total, free: Int.random(in: 0...total, using: &random),
            expectedFreeOn: Bool.random(using: &random) ? day : nil, isPaused: Bool.random(using: &random))
    }
}
