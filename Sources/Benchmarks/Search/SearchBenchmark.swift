import Domain
import Foundation
import Matching
import Registry

/// The matcher, alone and within the program, over as many services as wanted.
struct SearchBenchmark {
    /// The parts by the words that choose them.
    enum Part: String, CaseIterable {
        case matcher, page, scale, full, memory, matrix, joint, postgres
    }

    let data: URL
    let scratch: ScratchFolder
    let pace: Pace

    func run(_ parts: [Part]) throws {
        let registry = try LoadBenchmark(data: data).load()
        for part in parts {
            switch part {
            case .matcher: MatcherBenchmark(registry: registry).run()
            case .page: try PageBenchmark(registry: registry, scratch: scratch).run()
            case .scale: try ScaleBenchmark(registry: registry).run()
            case .full: try FullAnswerBenchmark(registry: registry, scratch: scratch).run()
            case .memory: try SearchMemoryBenchmark(data: data).run()
            case .matrix: try MatrixBenchmark(registry: registry).run()
            case .joint: JointBenchmark(registry: registry).run()
            case .postgres: try runPostgres(registry)
            }
        }
    }

    private func runPostgres(_ registry: Registry) throws {
        guard let programs = PostgresPrograms.installed, let wrk = InstalledProgram.wrk.url else {
            Figures.title("Searches beside PostgreSQL: not measured, PostgreSQL or wrk is not installed")
            return
        }
        let postgres = try Postgres(programs, folder: scratch.folder("postgres-search"))
        defer { postgres.stop() }
        try PostgresSearchBenchmark(
            registry: registry, data: data, scratch: scratch, pace: pace, wrk: Wrk(program: wrk), postgres: postgres
        ).run()
    }
}
