import Foundation

/// The program as people run it: how soon it listens, and what searches over HTTP cost it.
struct ServerBenchmark {
    let data: URL
    let scratch: ScratchFolder

    func run() throws {
        Figures.title("The built program, in a process of its own")
        let starts = try (0..<11).map { number in
            let server = try ServerProcess(data: data, state: scratch.folder("state-start-\(number)"))
            defer { server.stop() }
            return server.secondsToListening
        }
        Figures.line("process start until listening", Timing(starts).median * 1e3, "ms", below: 100, note: "11 starts")
        let server = try ServerProcess(data: data, state: scratch.folder("state-searches"))
        defer { server.stop() }
        Figures.line("resident when listening", try ResidentMemory(of: server.pid).now, "MB")
        try search(server, 10_000, detail: "top")
        try search(server, 500, detail: "full")
    }

    /// Searches one after the other over one connection.
    private func search(_ server: ServerProcess, _ times: Int, detail: String) throws {
        let client = try HTTPClient(port: server.port)
        let path = "/v1/placements/_search?detail=\(detail)"
        let searches = try SampleProfile.all.map { try $0.json }
        let waits = try (0..<times).map { number in
            try Timing.seconds {
                guard try client.post(searches[number % searches.count], to: path, key: "demo-coordinator") == 200
                else {
                    throw BenchmarkFailure("a search over HTTP was not answered.")
                }
            }
        }
        let memory = try ResidentMemory(of: server.pid)
        let peak = Figures.text(memory.peak)
        Figures.line("one search over HTTP, detail=\(detail)", Timing(waits).median * 1e3, "ms")
        Figures.line(
            "resident after \(times) of them", memory.now, "MB", below: detail == "top" ? 60 : nil,
            note: "at most \(peak) MB")
    }
}
