import Foundation
import Registry

/// What the README's figures come from. Each part is measured apart, several times, and the middle is printed:
/// machines are noisy. Run it in the folder of the repository, on a machine that does nothing else.
@main
enum Benchmarks {
    static func main() {
        do {
            let data = try dataDirectory(Array(CommandLine.arguments.dropFirst()))
            try run(data)
        } catch {
            FileHandle.standardError.write(Data("Benchmarks: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func dataDirectory(_ words: [String]) throws(BenchmarkFailure) -> URL {
        switch words.count {
        case 0: return URL(filePath: "Data", directoryHint: .isDirectory)
        case 2 where words[0] == "--data": return URL(filePath: words[1], directoryHint: .isDirectory)
        default: throw BenchmarkFailure("usage: Benchmarks [--data DIR]")
        }
    }

    private static func run(_ data: URL) throws {
        let scratch = try ScratchFolder()
        let registry = try LoadBenchmark(data: data).load()
        // Memory first, while this process has done nothing else yet.
        try MemoryBenchmark(registry: registry, scratch: scratch).run()
        try LoadBenchmark(data: data).run()
        SearchBenchmark(registry: registry).run()
        try AnswerBenchmark(registry: registry, scratch: scratch).run()
        try LedgerBenchmark(registry: registry, scratch: scratch).run()
        try ServerBenchmark(data: data, scratch: scratch).run()
    }
}
