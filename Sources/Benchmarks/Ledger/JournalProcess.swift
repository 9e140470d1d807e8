import Domain
import Foundation
import Ledger
import Synchronization

/// Makes or opens a long journal in a process of its own, so that the memory it takes is its own too.
enum JournalProcess {
    static let word = "journal"

    /// As many services as the shipped registry has.
    private static let services = (1...443).compactMap { ServiceID(rawValue: "dienst-\($0)") }

    /// What opening a journal took.
    struct Opening {
        let seconds: Double
        let memory: ResidentMemory
    }

    /// - Parameter words: `fill DIR COUNT`, or `open DIR`, which says how many seconds it took and stays.
    static func run(_ words: [String]) throws -> Never {
        switch (words.first, words.count) {
        case ("fill", 3): try fill(words[1], Int(words[2]) ?? 0)
        case ("open", 2):
            let start = ContinuousClock.now
            let ledger = try open(words[1])
            let seconds = (ContinuousClock.now - start) / .seconds(1)
            FileHandle.standardOutput.write(Data("\(seconds)\n".utf8))
            Lifeline.waitUntilCut()
            ledger.close()
        default: throw BenchmarkFailure("\(word) needs fill DIR COUNT or open DIR.")
        }
        exit(0)
    }

    /// Makes a state directory with `count` records.
    static func fill(_ folder: URL, count: Int) throws {
        _ = try ChildProcess(own: [word, "fill", folder.path, String(count)]).result()
    }

    static func open(_ folder: URL) throws -> Opening {
        let child = try ChildProcess(own: [word, "open", folder.path])
        defer { child.stop() }
        guard let seconds = Double(try child.announcedLine()) else {
            throw BenchmarkFailure("opening the journal told no time.")
        }
        return Opening(seconds: seconds, memory: try ResidentMemory(of: child.pid))
    }

    private static func open(_ path: String) throws -> Ledger {
        let starting = Dictionary(
            services.map { ($0, Capacity(total: 4, free: 2)) }, uniquingKeysWith: { one, _ in one })
        return try Ledger.open(directory: path, starting: starting).ledger
    }

    /// With many reports on their way at once; the version of each follows from its number.
    private static func fill(_ path: String, _ count: Int) throws {
        let ledger = try open(path)
        let crowd = Crowd()
        let actor = Actor(keyID: "benchmark", role: .admin)
        for number in 0..<count {
            let (version, service) = number.quotientAndRemainder(dividingBy: services.count)
            let statement = try CapacityStatement(total: 4, free: version % 5)
            crowd.enter()
            let report = CapacityReport(service: services[service], statement: statement, ifVersion: version)
            ledger.submit(Command(.report([report]), by: actor, at: Date())) { crowd.leave(with: $0) }
        }
        crowd.waitUntilEmpty()
        ledger.close()
        guard !crowd.wasRefused else { throw BenchmarkFailure("a report was refused.") }
    }
}

/// The reports that are on their way: never more than some.
private final class Crowd: Sendable {
    private static let most = 4_096

    private let room = DispatchSemaphore(value: most)
    private let refused = Atomic(false)

    var wasRefused: Bool { refused.load(ordering: .relaxed) }

    func enter() { room.wait() }

    func leave(with result: Result<some Any, LedgerError>) {
        if case .failure = result { refused.store(true, ordering: .relaxed) }
        room.signal()
    }

    func waitUntilEmpty() {
        for _ in 0..<Self.most { room.wait() }
        for _ in 0..<Self.most { room.signal() }
    }
}
