import Foundation
import Registry

/// Every service placed or explained, with the answer written as JSON: all but the socket.
struct FullAnswerBenchmark {
    private static let services = 2_000

    let registry: Registry
    let scratch: ScratchFolder

    func run() throws {
        let sample = try SampleRegistry(
            like: registry, services: Self.services, now: SampleRegistry.wholeSecond(Date()))
        let program = try InProcess(registry: sample.registry, scratch: scratch, folder: "state-full")
        Figures.title("A full answer over \(Self.services) services, written as JSON, without the socket")
        for sample in SampleProfile.all { try show(sample, of: program, detail: "full", below: 3) }
        for sample in SampleProfile.all { try show(sample, of: program, detail: "top") }
    }

    private func show(_ sample: SampleProfile, of program: InProcess, detail: String, below: Double? = nil) throws {
        let json = try sample.json
        let megabytes = Double(try program.search(json, detail: detail)) / 1e6
        let timing = try Timing(runs: 31) { try program.search(json, detail: detail) }
        Figures.line(
            "\(sample.name), detail=\(detail)", timing.median * 1e3, "ms", below: below,
            note: "\(Figures.text(megabytes)) MB, \(Figures.text(megabytes / timing.median)) MB/s")
    }
}
