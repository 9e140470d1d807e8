import Foundation

/// The ledger beside PostgreSQL and SQLite: what "one bed less" costs until the disk has it.
struct LedgerBenchmark {
    /// The parts by the words that choose them.
    enum Part: String, CaseIterable {
        case writes, http, start, listeners
    }

    let data: URL
    let scratch: ScratchFolder
    let pace: Pace
    /// How many records the journal has whose reading is measured.
    let records: Int

    func run(_ parts: [Part]) throws {
        let postgres = try parts.contains(.writes) || parts.contains(.http) ? startPostgres() : nil
        defer { postgres?.stop() }
        for part in parts {
            switch part {
            case .writes: try WriteBenchmark(data: data, scratch: scratch, pace: pace, postgres: postgres).run()
            case .http: try WriteOverHTTPBenchmark(data: data, scratch: scratch, pace: pace, postgres: postgres).run()
            case .start: try StartBenchmark(scratch: scratch, records: records).run()
            case .listeners: try ListenerBenchmark(data: data, scratch: scratch).run()
            }
        }
    }

    /// - Returns: `nil`, and says so, when it is not installed.
    private func startPostgres() throws -> Postgres? {
        guard let programs = PostgresPrograms.installed else {
            Figures.title("PostgreSQL: not measured, not installed")
            return nil
        }
        return try Postgres(programs, folder: scratch.folder("postgres"))
    }
}
