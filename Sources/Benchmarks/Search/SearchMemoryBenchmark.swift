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
        let now = SampleRegistry.wholeSecond(Date())
        var last = try ResidentMemory(of: getpid()).now
        func grown() throws -> Double {
            let now = try ResidentMemory(of: getpid()).now
            defer { last = now }
            return now - last
        }
        let sample = try SampleRegistry(like: registry, services: services, now: now).services
        let files = try grown()
        let form = FastForm(sample, map: registry.geography, coordination: registry.coordination)
        let table = try grown()
        keep(form.search(SampleProfile.readme.profile, at: now))
        let search = try grown()
        show("what a search reads: criteria and counts", table, below: 200)
        show("one search over them", search)
        show("all that the files say of them, for what is shown", files)
        Figures.line("the process with all of it", last, "MB")
    }

    private static func show(_ name: String, _ megabytes: Double, below: Double? = nil) {
        let each = Figures.text(megabytes * 1e6 / Double(services))
        Figures.line(name, megabytes, "MB", below: below, note: "\(each) bytes for each")
    }
}
