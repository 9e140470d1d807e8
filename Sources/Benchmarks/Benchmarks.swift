import Foundation
import Registry

/// What the README's figures come from. Each part is measured apart, several times, and the middle is printed:
/// machines are noisy. Run it in the folder of the repository, on a machine that does nothing else.
@main
enum Benchmarks {
    static let usage = """
        usage: Benchmarks [--data DIR] [--seconds N] [--records N] [http [\(words(of: HTTPBenchmark.Part.self))]...
            | ledger [\(words(of: LedgerBenchmark.Part.self))]...
            | search [\(words(of: SearchBenchmark.Part.self))]... | waiting]
        """

    static func main() {
        do {
            let words = Array(CommandLine.arguments.dropFirst())
            let rest = Array(words.dropFirst())
            switch words.first {
            // These five are for the processes that a benchmark starts.
            case Leash.word: try Leash.run(rest)
            case AnswerServer.word: try AnswerServer(rest).run()
            case WaitingServer.word: try WaitingServer.run(rest)
            case JournalProcess.word: try JournalProcess.run(rest)
            case SearchMemoryBenchmark.word: try SearchMemoryBenchmark.measure(rest)
            default: try run(WordOptions(words, valued: ["--data", "--seconds", "--records"]))
            }
        } catch {
            FileHandle.standardError.write(Data("Benchmarks: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func run(_ options: WordOptions) throws {
        let data = URL(filePath: options.text("--data") ?? "Data", directoryHint: .isDirectory)
        var pace = Pace()
        pace.seconds = max(1, try options.number("--seconds") ?? pace.seconds)
        let records = max(1, try options.number("--records") ?? 1_000_000)
        let scratch = try ScratchFolder()
        let interruption = Interruption(removing: scratch.url)
        defer { withExtendedLifetime((scratch, interruption)) {} }
        let http = HTTPBenchmark(data: data, scratch: scratch, pace: pace)
        let ledger = LedgerBenchmark(data: data, scratch: scratch, pace: pace, records: records)
        let search = SearchBenchmark(data: data, scratch: scratch, pace: pace)
        let rest = options.words.dropFirst()
        do {
            switch options.words.first {
            case nil:
                try runProgram(data, scratch)
                try runIfInstalled(http)
                try ledger.run(LedgerBenchmark.Part.allCases)
                try search.run(SearchBenchmark.Part.allCases.filter { $0 != .matcher })
            case "http": try http.run(parts(rest))
            case "ledger": try ledger.run(parts(rest))
            case "search": try search.run(parts(rest))
            case "waiting" where rest.isEmpty: try WaitingBenchmark(scratch: scratch, pace: pace).run()
            default: throw BenchmarkFailure(usage)
            }
        } catch {
            interruption.waitIfBegun()
            throw error
        }
    }

    private static func runProgram(_ data: URL, _ scratch: ScratchFolder) throws {
        let registry = try LoadBenchmark(data: data).load()
        // Memory first, while this process has done nothing else yet.
        try MemoryBenchmark(registry: registry, scratch: scratch).run()
        try LoadBenchmark(data: data).run()
        MatcherBenchmark(registry: registry).run()
        try AnswerBenchmark(registry: registry, scratch: scratch).run()
        try ServerBenchmark(data: data, scratch: scratch).run()
    }

    private static func runIfInstalled(_ http: HTTPBenchmark) throws {
        let missing = InstalledProgram.missing(of: [.wrk, .nginx]).map(\.rawValue)
        guard missing.isEmpty else {
            Figures.title("HTTP: not measured, not installed: \(missing.joined(separator: ", "))")
            return
        }
        try http.run(HTTPBenchmark.Part.allCases)
    }

    /// All of them when none is named.
    private static func parts<Part: RawRepresentable<String> & CaseIterable>(
        _ words: some Collection<String>
    ) throws(BenchmarkFailure) -> [Part] {
        let parts = words.compactMap(Part.init(rawValue:))
        guard parts.count == words.count else { throw BenchmarkFailure(usage) }
        return parts.isEmpty ? Array(Part.allCases) : parts
    }

    private static func words<Part: RawRepresentable<String> & CaseIterable>(of parts: Part.Type) -> String {
        parts.allCases.map(\.rawValue).joined(separator: "|")
    }
}
