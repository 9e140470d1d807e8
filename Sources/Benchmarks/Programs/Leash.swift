import Foundation

/// Runs a program that knows no lifeline, such as nginx, and ends it when the lifeline of this process is cut.
enum Leash {
    static let word = "leash"

    /// - Parameter words: the program's path and its arguments.
    static func run(_ words: [String]) throws -> Never {
        guard let program = words.first else { throw BenchmarkFailure("a leash needs a program.") }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = Array(words.dropFirst())
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let pid = process.processIdentifier
        Thread.detachNewThread {
            Lifeline.waitUntilCut()
            _ = kill(pid, SIGTERM)
        }
        process.waitUntilExit()
        exit(process.terminationStatus)
    }
}
