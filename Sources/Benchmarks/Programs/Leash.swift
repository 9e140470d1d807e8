import Dispatch
import Foundation

/// Runs a program that knows no lifeline, such as nginx, and ends it when the lifeline of this process is cut, or
/// when this process is asked to end.
enum Leash {
    static let word = "leash"

    /// - Parameter words: the program's path and its arguments.
    static func run(_ words: [String]) throws -> Never {
        guard let program = words.first else { throw BenchmarkFailure("a leash needs a program.") }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = Array(words.dropFirst())
        process.standardInput = FileHandle.nullDevice
        // What a process ignores, the program it starts would ignore too.
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
        try process.run()
        let pid = process.processIdentifier
        signal(SIGTERM, SIG_IGN)
        let asked = DispatchSource.makeSignalSource(signal: SIGTERM, queue: .global())
        asked.setEventHandler { @Sendable in _ = kill(pid, SIGTERM) }
        asked.resume()
        defer { asked.cancel() }
        Thread.detachNewThread {
            Lifeline.waitUntilCut()
            _ = kill(pid, SIGTERM)
        }
        process.waitUntilExit()
        exit(process.terminationStatus)
    }
}
