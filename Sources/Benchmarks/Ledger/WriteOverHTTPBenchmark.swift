import Foundation

/// Reports over HTTP, from thirty-two connections, beside PostgreSQL with as many.
struct WriteOverHTTPBenchmark {
    private static let writers = 32

    let data: URL
    let scratch: ScratchFolder
    let pace: Pace
    let postgres: Postgres?

    func run() throws {
        let ours = try ServerWriters(data: data, state: scratch.folder("state-http-writes"))
        defer { ours.stop() }
        Figures.title("PUT capacity over HTTP, \(Self.writers) kept connections, clients on the same cores")
        let programs: [(any WritingProgram)?] = [ours, PostgresWriters(postgres, .update)]
        let results = try WriteContest(pace: pace).run(programs.compactMap { $0 }, writers: Self.writers)
        for result in results { Figures.line(result.name, result.updatesPerSecond, "updates/s") }
        guard let mine = results.first, let median = mine.median(\.median), let slow = mine.median(\.slow) else {
            return
        }
        Figures.line("ours over HTTP: one, median", median * 1e3, "ms")
        Figures.line("ours over HTTP: 99 % within", slow * 1e3, "ms")
        for other in results.dropFirst() {
            Figures.line("ours over HTTP, to \(other.name)", mine.ratio(to: other), "times", atLeast: 0.8)
        }
    }
}
