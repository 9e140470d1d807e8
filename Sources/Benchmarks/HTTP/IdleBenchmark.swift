import Foundation

/// What 2,000 connections cost that say nothing.
struct IdleBenchmark {
    private static let count = 2_000

    let wrk: Wrk
    let pace: Pace
    let files: SampleFiles

    func run() throws {
        Figures.title("HTTP: \(Self.count) idle connections, each after one request")
        let server = try AnswerServerProcess(files: files.folder)
        defer { server.stop() }
        _ = try rate(server)  // what answering takes is taken now, so that the rest is the connections'
        let before = try ResidentMemory(of: server.pid).now
        let bytes = try withIdle(server) { try ResidentMemory(of: server.pid).now - before } * 1e6 / Double(Self.count)
        Figures.line("memory of one", bytes / 1e3, "kB", below: 8)
        var rates: (none: [Double], idle: [Double]) = ([], [])
        for _ in 0..<pace.rounds {
            rates.none.append(try rate(server))
            rates.idle.append(try withIdle(server) { try rate(server) })
        }
        Figures.line("answers, none open", Timing(rates.none).median, "/s")
        Figures.line("answers, \(Self.count) open", Timing(rates.idle).median, "/s")
        let ratios = zip(rates.idle, rates.none).map { $0 / $1 }
        Figures.line("answers with them, to without", Timing(ratios).median, "times", atLeast: 0.9)
    }

    private func rate(_ server: AnswerServerProcess) throws -> Double {
        try wrk.run(port: server.port, path: "/" + SampleFiles.smallName, threads: 1, seconds: pace.seconds)
            .answersPerSecond
    }

    /// Runs `work` while they are open.
    private func withIdle<Result>(_ server: AnswerServerProcess, _ work: () throws -> Result) throws -> Result {
        let sockets = try (0..<Self.count).map { _ in
            let client = try HTTPClient(port: server.port)
            try client.get("/" + SampleFiles.smallName)
            return client.socket
        }
        return try withExtendedLifetime(sockets) {
            let result = try work()
            guard try ProcessUse.descriptors(of: server.pid) >= Self.count else {
                throw BenchmarkFailure("the server closed connections that should have stayed open.")
            }
            return result
        }
    }
}
