import Foundation

/// The built program beside this one, started on a free port with a state of its own.
final class ServerProcess {
    let port: UInt16
    /// From just before the process is made until its line `listening on` is read.
    let secondsToListening: Double
    private let process = Process()

    /// - Parameters:
    ///   - files: what it serves besides its pages; `nil` leaves it to the program.
    ///   - log: the file its access log goes to, at the end; `nil` for nowhere.
    /// - Throws: when the program is not built, or says anything but that it listens.
    init(data: URL, state: URL, files: URL? = nil, log: URL? = nil) throws {
        process.executableURL = try Self.program()
        process.arguments =
            [
                "serve", "--port", "0", "--data", data.path, "--state", state.path, "--address-rate", "0", "--key-rate",
                "0",
            ]
            + (files.map { ["--public", $0.path] } ?? [])
        let output = Pipe()
        process.standardOutput = output
        process.standardError = try log.map(LogFile.appending) ?? FileHandle.nullDevice
        let start = ContinuousClock.now
        try process.run()
        var said = ""
        while !said.contains("\nlistening on ") || !said.hasSuffix("\n") {
            let part = output.fileHandleForReading.availableData
            guard !part.isEmpty else { throw BenchmarkFailure("opvangkaart ended before it listened.") }
            said += String(decoding: part, as: UTF8.self)
        }
        secondsToListening = (ContinuousClock.now - start) / .seconds(1)
        guard let port = said.split(separator: ":").last.flatMap({ UInt16($0.dropLast()) }) else {
            throw BenchmarkFailure("opvangkaart named no port.")
        }
        self.port = port
    }

    var pid: Int32 { process.processIdentifier }

    /// Asks it to stop, and waits until it has.
    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    private static func program() throws(BenchmarkFailure) -> URL {
        let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let program = own.deletingLastPathComponent().appending(path: "opvangkaart")
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            throw BenchmarkFailure("opvangkaart is not built; run swift build -c release first.")
        }
        return program
    }
}
