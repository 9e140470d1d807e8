import Domain
import Foundation
import Matching
import Registry

/// What many services take of the memory of a process that holds nothing else.
struct SearchMemoryBenchmark {
    static let word = "search-memory"
    private static let services = 200_000

    let data: URL

    func run() throws {
        Figures.title("Memory for \(Self.services) services, in a process of its own")
        FileHandle.standardOutput.write(Data(try ChildProcess(own: [Self.word, data.path]).result().utf8))
    }

    /// The process of its own: tells its figures.
    ///
    /// - Parameter words: the data directory.
    static func measure(_ words: [String]) throws {
        guard let path = words.first else { throw BenchmarkFailure("\(word) needs a folder.") }
        let registry = try LoadBenchmark(data: URL(filePath: path, directoryHint: .isDirectory)).load()
        let before = try ResidentMemory(of: getpid()).now
        let now = SampleRegistry.wholeSecond(Date())
        let places = try SampleRegistry(like: registry, services: services, now: now).places
        let held = try ResidentMemory(of: getpid()).now - before
        let each = Figures.text(held * 1e6 / Double(services))
        Figures.line(
            "everything the files say of them, and their counts", held, "MB", below: 200, note: "\(each) bytes for each"
        )
        let matcher = Matcher(map: registry.geography, coordination: registry.coordination)
        keep(matcher.search(SampleProfile.readme.profile, among: places, at: now))
        Figures.line("with one search over them, at most", try ResidentMemory(of: getpid()).peak - before, "MB")
    }
}
