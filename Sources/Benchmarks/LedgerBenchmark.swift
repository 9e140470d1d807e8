import Dispatch
import Domain
import Foundation
import Ledger
import Registry
import Synchronization

/// "One bed less" until it is on the disk: one writer, and thirty-two who wait together.
struct LedgerBenchmark: Sendable {
    private let ledger: Ledger
    private let services: [ServiceID]
    private let actor = Actor(keyID: "benchmark", role: .admin)

    init(registry: Registry, scratch: ScratchFolder) throws {
        let starting = registry.startingCapacities
        ledger = try Ledger.open(directory: scratch.folder("state-ledger").path, starting: starting).ledger
        services = starting.keys.sorted()
    }

    func run() throws {
        defer { ledger.close() }
        Figures.title("Ledger: a report until fdatasync is done (disk of the temporary folder)")
        let one = try turns(of: 1, each: 1_000)
        Figures.line("one writer, one report", one.waiting.median * 1e3, "ms")
        Figures.line("one writer", one.reportsPerSecond, "reports/s")
        let many = try turns(of: 32, each: 250)
        Figures.line("32 writers, one report", many.waiting.median * 1e3, "ms")
        Figures.line("32 writers", many.reportsPerSecond, "reports/s")
        Figures.line("reports/s of 32 writers to one", many.reportsPerSecond / one.reportsPerSecond, "times")
    }

    /// Lets every writer report on a service of its own, again and again.
    private func turns(of writers: Int, each turns: Int) throws -> (waiting: Timing, reportsPerSecond: Double) {
        let log = WaitingTimes()
        let seconds = Timing.seconds {
            // Threads, not a queue: a queue would run only as many at a time as there are cores.
            let ended = DispatchGroup()
            for service in services.prefix(writers) {
                ended.enter()
                Thread.detachNewThread {
                    for turn in 0..<turns { log.add(report(on: service, free: turn % 2)) }
                    ended.leave()
                }
            }
            ended.wait()
        }
        let times = log.all.compactMap { $0 }
        guard times.count == writers * turns else { throw BenchmarkFailure("a report was refused.") }
        return (Timing(times), Double(times.count) / seconds)
    }

    /// How long one report takes; `nil` when it is refused.
    private func report(on service: ServiceID, free: Int) -> Double? {
        guard let statement = try? CapacityStatement(total: 4, free: free),
            let version = ledger.state.capacity(of: service)?.version
        else { return nil }
        let outcome = Outcome()
        let seconds = Timing.seconds {
            let report = CapacityReport(service: service, statement: statement, ifVersion: version)
            ledger.submit(Command(.report([report]), by: actor, at: Date())) { outcome.arrive($0) }
            outcome.wait()
        }
        return outcome.isKept ? seconds : nil
    }
}

/// Waits for the ledger's answer to one report.
private final class Outcome: Sendable {
    private let arrived = DispatchSemaphore(value: 0)
    private let kept = Mutex(false)

    var isKept: Bool { kept.withLock { $0 } }

    func arrive(_ result: Result<Receipt, LedgerError>) {
        if case .success = result { kept.withLock { $0 = true } }
        arrived.signal()
    }

    func wait() { arrived.wait() }
}

/// Times from several threads; `nil` for a report that was refused.
private final class WaitingTimes: Sendable {
    private let times = Mutex<[Double?]>([])

    var all: [Double?] { times.withLock { $0 } }

    func add(_ seconds: Double?) { times.withLock { $0.append(seconds) } }
}
