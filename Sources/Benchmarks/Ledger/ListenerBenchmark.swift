import Access
import Domain
import Foundation
import HTTP

/// How soon a thousand listeners hear of one report.
struct ListenerBenchmark {
    private static let count = 1_000
    private static let rounds = 20
    private static let key = "demo-admin"

    let data: URL
    let scratch: ScratchFolder

    func run() throws {
        Figures.title("One report, and \(Self.count) listeners to /v1/changes, all on the same cores")
        guard DescriptorLimit.raise(to: 4_096) >= 4_096 else { throw BenchmarkFailure("this needs 4,096 open files.") }
        let services = try LoadBenchmark(data: data).load().startingCapacities.keys.map(\.rawValue).sorted()
        let state = try scratch.folder("state-listeners")
        let keys = try Self.keys(in: state)
        let server = try ServerProcess(data: data, state: state)
        defer { server.stop() }
        guard let service = services.first else { throw BenchmarkFailure("the data has no service with beds.") }
        let writer = try PutConnection(port: server.port, service: service, key: Self.key)
        let before = try ResidentMemory(of: server.pid).now
        let listeners = try EventListeners(count: Self.count, port: server.port, keys: keys)
        _ = try listeners.wait(for: writer)  // to warm up
        let rounds = try (0..<Self.rounds).map { _ in try listeners.wait(for: writer) }
        let after = rounds.map { round in round.events.map { max(0, $0 - round.answer) } }
        Figures.line("from the report until its answer", Timing(rounds.map(\.answer)).median * 1e3, "ms")
        Figures.line("from the answer: half of them within", Timing(after.map { Timing($0).median }).median * 1e3, "ms")
        Figures.line("from the answer: the last", Timing(after.map { $0.max() ?? 0 }).median * 1e3, "ms")
        Figures.line("from the answer: the last, worst round", (after.joined().max() ?? 0) * 1e3, "ms")
        Figures.line("from the report: the last", Timing(rounds.map { $0.events.max() ?? 0 }).median * 1e3, "ms")
        let memory = try ResidentMemory(of: server.pid).now - before
        Figures.line("memory of one listener", memory * 1e3 / Double(Self.count), "kB")
    }

    /// One key may listen a hundred times.
    private static func keys(in state: URL) throws -> [String] {
        let store = try KeyStore(directory: state.path)
        var random = SystemRandomNumberGenerator()
        return try (0..<count / 100).map { _ in
            try store.issue(role: .admin, at: Date(), using: &random).secret
        }
    }
}
