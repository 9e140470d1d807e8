import Foundation
import Synchronization

@testable import Web

/// What a command writes and how it ends.
final class Recorder: Sendable {
    private let written = Mutex<[(descriptor: Int32, text: String)]>([])

    /// Runs a command and keeps what it writes.
    static func run(_ arguments: String...) -> (status: Int32, output: String, complaints: String) {
        run(arguments)
    }

    static func run(_ arguments: [String]) -> (status: Int32, output: String, complaints: String) {
        let recorder = Recorder()
        let terminal = Terminal { descriptor, text in
            recorder.written.withLock { $0.append((descriptor, text)) }
        }
        let status = Commands.run(arguments, terminal: terminal)
        return (status, recorder.text(on: STDOUT_FILENO), recorder.text(on: STDERR_FILENO))
    }

    private func text(on descriptor: Int32) -> String {
        written.withLock { $0.filter { $0.descriptor == descriptor }.map(\.text).joined() }
    }
}
