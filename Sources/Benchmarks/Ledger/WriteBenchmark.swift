import Foundation

/// Durable updates at the door of each program: one writer, and thirty-two.
struct WriteBenchmark {
    private let pace: Pace
    private let ours: LedgerWriters
    private let disk: BareDisk
    private let postgres: Postgres?
    private let sqlite: SQLiteWriters?

    init(data: URL, scratch: ScratchFolder, pace: Pace, postgres: Postgres?) throws {
        (self.pace, self.postgres) = (pace, postgres)
        ours = try LedgerWriters(LoadBenchmark(data: data).load(), scratch: scratch)
        disk = BareDisk(file: scratch.url.appending(path: "bare"))
        sqlite = try InstalledProgram.sqlite3.url.map { program in
            try SQLiteWriters(program, folder: scratch.folder("sqlite"), mostSeconds: pace.seconds)
        }
    }

    func run() throws {
        defer { ours.close() }
        if sqlite == nil { Figures.title("SQLite: not measured, sqlite3 is not installed") }
        for writers in [1, 32] {
            let people = writers == 1 ? "1 writer" : "\(writers) writers"
            Figures.title("Durable updates, \(people), each on its own row (disk of the temporary folder)")
            // The bare disk writes one line after the other, whoever waits.
            let programs: [(any WritingProgram)?] = [
                ours, PostgresWriters(postgres, .update), PostgresWriters(postgres, .updateAndHistory), sqlite,
                writers == 1 ? disk : nil,
            ]
            let results = try WriteContest(pace: pace).run(programs.compactMap { $0 }, writers: writers)
            show(results)
        }
    }

    private func show(_ results: [WriteContest.Result]) {
        for result in results { Figures.line(result.name, result.updatesPerSecond, "updates/s") }
        guard let ours = results.first else { return }
        for other in results.dropFirst() where other.name != disk.name {
            let isMain = other.name == PostgresWriters.Work.update.name
            Figures.line("ours, to \(other.name)", ours.ratio(to: other), "times", atLeast: isMain ? 1 : nil)
        }
        for result in results { showTimes(result) }
        guard let bare = results.first(where: { $0.name == disk.name }), let slow = ours.median(\.slow),
            let bareSlow = bare.median(\.slow)
        else { return }
        Figures.line("ours, 99 % within, to the bare disk", slow / bareSlow, "times")
    }

    private func showTimes(_ result: WriteContest.Result) {
        guard let median = result.median(\.median), let slow = result.median(\.slow) else { return }
        Figures.line("\(result.name): one, median", median * 1e3, "ms")
        Figures.line("\(result.name): 99 % within", slow * 1e3, "ms")
    }
}
