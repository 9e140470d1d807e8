import Foundation

/// An answer of 1 MB: to clients who take their time, and as fast as it goes.
struct LargeAnswerBenchmark {
    private static let clients = 64
    private static let path = "/" + SampleFiles.largeName

    let contest: Contest
    let nginx: Nginx
    let files: SampleFiles

    func run() throws {
        Figures.title("HTTP: a static file of 1 MB")
        let server = try AnswerServerProcess(files: files.folder)
        defer { server.stop() }
        let growth = try growthWhileRead(from: server)
        let text = "memory for each of \(Self.clients) slow readers, at most"
        Figures.line(text, growth * 1e3 / Double(Self.clients), "kB", below: 100)
        let results = try contest.run([
            Contest.Contender(name: "nginx", port: nginx.port, path: Self.path, pid: nginx.workerPID),
            Contest.Contender(name: "ours", port: server.port, path: Self.path, pid: server.pid),
        ])
        for result in results {
            let rate = result.median(\.answersPerSecond) * Double(SampleFiles.largeBytes) / 1e6
            Figures.line("\(result.name): content sent", rate, "MB/s")
            Figures.line("\(result.name): CPU for one", result.median(\.cpuPerAnswer) * 1e6, "µs")
        }
        Figures.line("ours: content sent, to nginx", results[1].ratio(to: results[0], \.answersPerSecond), "times")
    }

    /// By how much the server's memory grows while all read at once, a little at a time, in MB.
    private func growthWhileRead(from server: AnswerServerProcess) throws -> Double {
        try HTTPClient(port: server.port).get(Self.path)
        let before = try ResidentMemory(of: server.pid).now
        var most = before
        var readers = try (0..<Self.clients).map { _ in
            (socket: try ClientSocket(port: server.port, receiveBuffer: 16 * 1024), taken: 0)
        }
        for reader in readers { try reader.socket.send("GET \(Self.path) HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n") }
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        let end = ContinuousClock.now + .seconds(60)
        while readers.contains(where: { $0.taken < SampleFiles.largeBytes }) {
            guard ContinuousClock.now < end else { throw BenchmarkFailure("slow readers did not get their answer.") }
            usleep(10_000)
            most = max(most, try ResidentMemory(of: server.pid).now)
            for index in readers.indices where readers[index].taken < SampleFiles.largeBytes {
                guard let count = readers[index].socket.receiveWaiting(into: &buffer) else {
                    throw BenchmarkFailure("the server closed on a slow reader.")
                }
                readers[index].taken += count
            }
        }
        return most - before
    }
}
