import Foundation
import Registry

/// What 10,000 answered searches leave behind in the memory of this process.
struct MemoryBenchmark {
    private let program: InProcess

    init(registry: Registry, scratch: ScratchFolder) throws {
        program = try InProcess(registry: registry, scratch: scratch)
    }

    func run() throws {
        Figures.title("Memory of one process (registry, ledger, API; no socket)")
        let pid = ProcessInfo.processInfo.processIdentifier
        Figures.line("resident after loading", try ResidentMemory(of: pid).now, "MB")
        let searches = try SampleProfile.all.map { try $0.json }
        for number in 0..<10_000 { try program.search(searches[number % searches.count], detail: "top") }
        let memory = try ResidentMemory(of: pid)
        let peak = Figures.text(memory.peak)
        Figures.line("resident after 10,000 searches", memory.now, "MB", below: 60, note: "at most \(peak) MB")
    }
}
