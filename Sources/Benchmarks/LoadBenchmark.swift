import Foundation
import Registry

/// Reading and checking all files of the registry.
struct LoadBenchmark {
    let data: URL

    func load() throws(BenchmarkFailure) -> Registry {
        do {
            return try RegistryLoader(directory: data, now: Date()).load()
        } catch {
            throw BenchmarkFailure("the data has \(error.faults.count) faults; see opvangkaart check.")
        }
    }

    func run() throws {
        let services = try load().services.count
        let timing = try Timing(runs: 21) { keep(try load()) }
        Figures.title("Registry: every file read, checked and indexed")
        Figures.line("load", timing.median * 1e3, "ms", note: "\(services) services")
        Figures.line("load, for each service", timing.median * 1e6 / Double(services), "µs")
    }
}
