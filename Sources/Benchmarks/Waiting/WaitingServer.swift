import Foundation

/// One way to wait for sockets, in a process of its own.
enum WaitingServer {
    static let word = "waiting-server"

    /// - Parameter words: the way's name.
    static func run(_ words: [String]) throws -> Never {
        guard words.count == 1, let way = WayToWait(rawValue: words[0]) else {
            throw BenchmarkFailure(
                "\(word) needs one of \(WayToWait.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        let listener = try ListeningPort(backlog: 1_024)
        Thread.detachNewThread { way.serve(listener.descriptor) }
        Lifeline.announce(port: listener.port)
        Lifeline.waitUntilCut()
        exit(0)
    }
}
