import Dispatch
import Domain
import Foundation
import Ledger
import Synchronization
import TestTools
import Testing

/// What the tests of the ledger share: some services, a key, and waiting for an answer.
enum Fixture {
    static let beds = id("voorbeeld-bedden")
    static let rooms = id("voorbeeld-kamers")
    /// A place of which nobody stated anything.
    static let unknown = id("voorbeeld-onbekend")

    static let starting: [ServiceID: Capacity] = [
        beds: Capacity(total: 6, free: 2, confirmedAt: moment(-3_600)),
        rooms: Capacity(unit: .unit, total: 3, free: 0, expectedFreeOn: CalendarDate(text: "2026-12-01")),
        unknown: Capacity(unit: .bed),
    ]

    static let actor = Actor(
        keyID: "key-abcdefgh", role: .shelter, organization: OrganizationID(rawValue: "voorbeeld-huis"))

    /// Seconds after 2026-11-20T08:00:00Z.
    static func moment(_ seconds: Double) -> Date { Date(timeIntervalSince1970: 1_795_161_600 + seconds) }

    static func id(_ text: String) -> ServiceID {
        guard let id = ServiceID(rawValue: text) else { preconditionFailure("not an id: \(text)") }
        return id
    }

    static func statement(
        total: Int = 6, free: Int = 1, expectedFreeOn: CalendarDate? = nil, isPaused: Bool = false
    ) throws -> CapacityStatement {
        try CapacityStatement(total: total, free: free, expectedFreeOn: expectedFreeOn, isPaused: isPaused)
    }

    static func open(
        _ directory: TemporaryDirectory, starting: [ServiceID: Capacity] = starting,
        files: any LedgerFiles = SystemFiles()
    ) throws -> (ledger: Ledger, start: StartReport) {
        try Ledger.open(directory: directory.path, starting: starting, files: files)
    }

    static func open(_ disk: FickleDisk) throws -> (ledger: Ledger, start: StartReport) {
        try Ledger.open(directory: FickleDisk.path, starting: starting, files: disk)
    }

    /// A journal of `count` reports on ``beds``, `free` going round.
    static func fill(_ directory: TemporaryDirectory, reports count: Int) throws {
        let ledger = try open(directory).ledger
        for number in 0..<count {
            _ = try ledger.report(statement(free: number % 7), ifVersion: number, at: moment(Double(number))).get()
        }
        ledger.close()
    }
}

/// A result that arrives later, on another thread.
final class Waiter: Sendable {
    private let arrived = DispatchSemaphore(value: 0)
    private let stored = Mutex<Result<Receipt, LedgerError>?>(nil)

    var sink: Ledger.Answer {
        { result in
            self.stored.withLock { $0 = result }
            self.arrived.signal()
        }
    }

    func wait() throws -> Result<Receipt, LedgerError> {
        arrived.wait()
        return try #require(stored.withLock { $0 })
    }
}

extension Ledger {
    /// Submits and waits for the answer.
    func submit(
        _ wish: Command.Wish, by actor: Actor? = Fixture.actor, at moment: Date = Fixture.moment(0)
    ) throws -> Result<Receipt, LedgerError> {
        let answer = Waiter()
        submit(Command(wish, by: actor, at: moment), then: answer.sink)
        return try answer.wait()
    }

    /// Submits and waits for the answer.
    func submit(_ command: Command) throws -> Result<Receipt, LedgerError> {
        let answer = Waiter()
        submit(command, then: answer.sink)
        return try answer.wait()
    }

    /// Reports and waits for the answer.
    func report(
        _ statement: CapacityStatement, on service: ServiceID = Fixture.beds, ifVersion version: Int,
        by actor: Actor = Fixture.actor, at moment: Date = Fixture.moment(0)
    ) throws -> Result<LiveCapacity, LedgerError> {
        try submit(.report([.init(service: service, statement: statement, ifVersion: version)]), by: actor, at: moment)
            .flatMap(\.only)
    }

    /// Confirms and waits for the answer.
    func confirm(
        _ service: ServiceID = Fixture.beds, at moment: Date = Fixture.moment(0)
    ) throws -> Result<LiveCapacity, LedgerError> {
        try submit(.confirm([service]), at: moment).flatMap(\.only)
    }
}

extension Receipt {
    /// The version of the service it is about.
    var version: Int? { capacities.first?.version }

    /// The one service it is about.
    var only: Result<LiveCapacity, LedgerError> {
        capacities.count == 1 ? .success(capacities[0]) : .failure(.unknownService)
    }
}
