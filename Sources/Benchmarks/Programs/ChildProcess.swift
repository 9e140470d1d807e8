import Foundation

/// A process with a lifeline to this one: it ends with ``stop()``, or when this process goes, whichever way.
final class ChildProcess {
    private let process = Process()
    private let lifeline = Pipe()
    private let output: FileHandle
    private var isStopped = false

    /// Starts this same executable with a word that makes it serve.
    ///
    /// - Parameter errors: the file that its error messages are added to; `nil` leaves them to the terminal.
    init(own arguments: [String], errors: URL? = nil) throws {
        let output = Pipe()
        self.output = output.fileHandleForReading
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = arguments
        process.standardInput = lifeline
        process.standardOutput = output
        if let errors { process.standardError = try LogFile.appending(to: errors) }
        try process.run()
    }

    /// Starts another program, on a leash.
    convenience init(_ program: URL, _ arguments: [String], errors: URL? = nil) throws {
        try self.init(own: [Leash.word, program.path] + arguments, errors: errors)
    }

    deinit { stop() }

    var pid: Int32 { process.processIdentifier }

    /// The port it says it listens on.
    func announcedPort() throws(BenchmarkFailure) -> UInt16 {
        guard let port = UInt16(try announcedLine()) else { throw BenchmarkFailure("a server named no port.") }
        return port
    }

    /// Waits for the one line that it says before it waits itself.
    func announcedLine() throws(BenchmarkFailure) -> String {
        var said = ""
        while !said.hasSuffix("\n") {
            let part = output.availableData
            guard !part.isEmpty else { throw BenchmarkFailure("a program ended before it was ready.") }
            said += String(decoding: part, as: UTF8.self)
        }
        return String(said.dropLast())
    }

    /// Waits until it ends by itself.
    ///
    /// - Returns: all that it wrote.
    /// - Throws: unless its exit status is 0.
    func result() throws -> String {
        let said = try output.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BenchmarkFailure("\(process.arguments?.joined(separator: " ") ?? "a program") failed.")
        }
        return String(decoding: said, as: UTF8.self)
    }

    func stop() {
        guard !isStopped else { return }
        isStopped = true
        try? lifeline.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
