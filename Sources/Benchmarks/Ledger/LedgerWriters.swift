import Dispatch
import Domain
import Foundation
import Ledger
import Registry
import Synchronization

/// Our ledger at its door, in this process: a thread for every writer.
struct LedgerWriters: WritingProgram, Sendable {
    let name = "ours"
    private let ledger: Ledger
    private let services: [ServiceID]
    private let actor = Actor(keyID: "benchmark", role: .admin)

    init(_ registry: Registry, scratch: ScratchFolder) throws {
        let starting = registry.startingCapacities
        ledger = try Ledger.open(directory: scratch.folder("state-ledger").path, starting: starting).ledger
        services = starting.keys.sorted()
    }

    func close() { ledger.close() }

    func round(writers: Int, seconds: Int) throws -> WriteRound {
        let log = WaitingTimes()
        let took = Timing.seconds {
            let end = ContinuousClock.now + .seconds(seconds)
            // Threads, not a queue: a queue would run only as many at a time as there are cores.
            let ended = DispatchGroup()
            for service in services.prefix(writers) {
                ended.enter()
                Thread.detachNewThread {
                    log.add(times(on: service, until: end))
                    ended.leave()
                }
            }
            ended.wait()
        }
        guard let times = log.all else { throw BenchmarkFailure("a report was refused.") }
        return WriteRound(updatesPerSecond: Double(times.count) / took, times: Timing(times))
    }

    /// Reports again and again.
    ///
    /// - Returns: how long each took; `nil` when one is refused.
    private func times(on service: ServiceID, until end: ContinuousClock.Instant) -> [Double]? {
        let outcome = Outcome()
        var times: [Double] = []
        repeat {
            guard let time = report(on: service, free: times.count % 2, outcome) else { return nil }
            times.append(time)
        } while ContinuousClock.now < end
        return times
    }

    private func report(on service: ServiceID, free: Int, _ outcome: Outcome) -> Double? {
        guard let statement = try? CapacityStatement(total: 4, free: free),
            let version = ledger.state.capacity(of: service)?.version
        else { return nil }
        let seconds = Timing.seconds {
            let report = CapacityReport(service: service, statement: statement, ifVersion: version)
            ledger.submit(Command(.report([report]), by: actor, at: Date())) { outcome.arrive($0) }
            outcome.wait()
        }
        return outcome.isKept ? seconds : nil
    }
}

/// Waits for the ledger's answer, one report after the other.
private final class Outcome: Sendable {
    private let arrived = DispatchSemaphore(value: 0)
    private let kept = Atomic(false)

    /// Of the last report.
    var isKept: Bool { kept.load(ordering: .acquiring) }

    func arrive(_ result: Result<some Any, LedgerError>) {
        if case .success = result {
            kept.store(true, ordering: .releasing)
        } else {
            kept.store(false, ordering: .releasing)
        }
        arrived.signal()
    }

    func wait() { arrived.wait() }
}

/// Times from several threads.
private final class WaitingTimes: Sendable {
    private let times = Mutex<[[Double]?]>([])

    /// `nil` when a report was refused to any of them.
    var all: [Double]? {
        let known = times.withLock { $0 }
        let whole = known.compactMap { $0 }
        return whole.count == known.count ? whole.flatMap { $0 } : nil
    }

    func add(_ seconds: [Double]?) { times.withLock { $0.append(seconds) } }
}
