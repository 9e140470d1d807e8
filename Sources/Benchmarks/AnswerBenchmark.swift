import Foundation
import Registry

/// A search as the API answers it: key, profile, search, sentences and JSON; all but the socket.
struct AnswerBenchmark {
    private let program: InProcess

    init(registry: Registry, scratch: ScratchFolder) throws {
        program = try InProcess(registry: registry, scratch: scratch)
    }

    func run() throws {
        Figures.title("The same search with its answer written as JSON, without the socket")
        let json = try SampleProfile.readme.json
        for (detail, runs) in [("top", 51), ("full", 21)] {
            let kilobytes = try program.search(json, detail: detail) / 1_000
            let timing = try Timing(runs: runs) { try program.search(json, detail: detail) }
            Figures.line("detail=\(detail)", timing.median * 1e3, "ms", note: "\(kilobytes) kB")
        }
    }
}
