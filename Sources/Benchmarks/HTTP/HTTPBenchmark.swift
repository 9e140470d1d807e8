import Foundation
import HTTP

/// The HTTP server beside nginx, and under what wears servers out.
struct HTTPBenchmark {
    /// The parts by the words that choose them.
    enum Part: String, CaseIterable {
        case small, logged, idle, slow, cycles, large
    }

    let data: URL
    let scratch: ScratchFolder
    let pace: Pace

    func run(_ parts: [Part]) throws {
        let wrk = Wrk(program: try InstalledProgram.wrk.required())
        let files = try SampleFiles(in: scratch)
        let limit = DescriptorLimit.raise(to: 8_192)
        guard limit >= 8_192 else {
            throw BenchmarkFailure("this needs 8,192 open files; the system allows \(limit).")
        }
        let nginx = try Nginx(
            program: InstalledProgram.nginx.required(), files: files.folder, folder: scratch.folder("nginx"))
        defer { nginx.stop() }
        let contest = Contest(wrk: wrk, pace: pace)
        for part in parts {
            switch part {
            case .small: try SmallAnswerBenchmark(contest: contest, nginx: nginx, files: files).run()
            case .logged:
                try LoggedAnswerBenchmark(contest: contest, nginx: nginx, files: files, data: data, scratch: scratch)
                    .run()
            case .idle: try IdleBenchmark(wrk: wrk, pace: pace, files: files).run()
            case .slow: try SlowClientBenchmark(files: files).run()
            case .cycles: try CycleBenchmark(files: files).run()
            case .large: try LargeAnswerBenchmark(contest: contest, nginx: nginx, files: files).run()
            }
        }
    }
}
