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
        for profile in SampleProfile.all {
            let json = try profile.json
            let bytes = Double(try program.search(json, detail: "full"))
            let timing = try Timing(runs: 31) { try program.search(json, detail: "full") }
            Figures.line(
                profile.name, timing.median * 1e3, "ms", below: 3,
                note: "\(Figures.text(bytes / 1e6)) MB, \(Figures.text(bytes / 1e6 / timing.median)) MB/s")
        }
        for profile in SampleProfile.all {
            let json = try profile.json
            let kilobytes = Double(try program.search(json, detail: "top")) / 1e3
            let timing = try Timing(runs: 31) { try program.search(json, detail: "top") }
            Figures.line(
                "\(profile.name), detail=top", timing.median * 1e6, "µs", note: "\(Figures.text(kilobytes)) kB")
        }
    }
}
