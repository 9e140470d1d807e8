import Foundation
import HTTP

/// A well-behaved client among 400 that never finish their request.
struct SlowClientBenchmark {
    private static let count = 400

    let files: SampleFiles

    func run() throws {
        Figures.title("HTTP: one client asks and asks, beside \(Self.count) that send a byte of their head a second")
        let server = try AnswerServerProcess(files: files.folder)
        defer { server.stop() }
        let client = try HTTPClient(port: server.port)
        let end = ContinuousClock.now + .seconds(2)
        let alone = try waits(client) { ContinuousClock.now < end }
        Figures.line("alone: 99 % of its answers within", alone.slow * 1e3, "ms")
        let crowd = SlowCrowd(count: Self.count, port: server.port)
        crowd.start()
        let among = try waits(client) { !crowd.isGone }
        Figures.line("among them: 99 % of its answers within", among.slow * 1e3, "ms", below: 50)
        let times = crowd.secondsOpen
        guard times.count == Self.count else {
            throw BenchmarkFailure("\(Self.count - times.count) slow clients were not closed in time.")
        }
        let limit = Timeouts().head
        let late = times.map { ($0 - limit) * 1e3 }
        Figures.line(
            "the last slow one was closed, after \(Figures.text(limit)) s and", late.max() ?? 0, "ms", atMost: 1_000,
            note: "the first after \(Figures.text(late.min() ?? 0)) ms")
    }

    /// Asks one after the other.
    private func waits(_ client: HTTPClient, while goesOn: () -> Bool) throws -> Timing {
        var waits: [Double] = []
        repeat {
            waits.append(try Timing.seconds { try client.get("/" + SampleFiles.smallName) })
        } while goesOn()
        return Timing(waits)
    }
}
