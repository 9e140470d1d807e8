import Foundation

/// What 50,000 connections leave behind that came, asked once and went.
struct CycleBenchmark {
    private static let warmUp = 10_000
    private static let all = 50_000
    /// A closed connection keeps its client port for a minute; each address has ports of its own.
    private static let sources: ClosedRange<UInt8> = 2...17

    let files: SampleFiles

    func run() throws {
        Figures.title("HTTP: \(Self.all) times connect, one request, close (by the client, by the server, by reset)")
        let server = try AnswerServerProcess(files: files.folder)
        defer { server.stop() }
        let fresh = try holdings(server)
        try cycles(0..<Self.warmUp, server)
        let warm = try holdings(server)
        let seconds = try Timing.seconds { try cycles(Self.warmUp..<Self.all, server) }
        let end = try holdings(server)
        Figures.line("cycles, one after the other", Double(Self.all - Self.warmUp) / seconds, "/s")
        Figures.line("resident at the start", fresh.memory, "MB")
        Figures.line("resident after \(Self.warmUp)", warm.memory, "MB")
        Figures.line("resident after \(Self.all)", end.memory, "MB")
        Figures.line("growth between these", (end.memory - warm.memory) * 1e3, "kB", below: 256)
        Figures.line("descriptors after \(Self.warmUp)", Double(warm.descriptors), "")
        Figures.line(
            "descriptors after \(Self.all)", Double(end.descriptors), "", atMost: Double(warm.descriptors))
    }

    private func cycles(_ numbers: Range<Int>, _ server: AnswerServerProcess) throws {
        for number in numbers {
            let source = Self.sources[
                Self.sources.index(Self.sources.startIndex, offsetBy: number % Self.sources.count)]
            let client = HTTPClient(try ClientSocket(port: server.port, source: source))
            switch number % 3 {
            case 0: try client.get("/" + SampleFiles.smallName)
            case 1:
                try client.get("/" + SampleFiles.smallName, thenClose: true)
                try client.waitForEnd()
            default:
                try client.get("/" + SampleFiles.smallName)
                client.socket.resetWhenClosed()
            }
        }
    }

    /// Looked at when the server has had time to close the last ones.
    private func holdings(_ server: AnswerServerProcess) throws -> (memory: Double, descriptors: Int) {
        usleep(500_000)
        return (try ResidentMemory(of: server.pid).now, try ProcessUse.descriptors(of: server.pid))
    }
}
