import Foundation

/// Where a command writes: standard output and standard error, unbuffered, so that a line is there once it is said.
package struct Terminal: Sendable {
    /// Whether all of it was taken.
    private let output: @Sendable (Int32, String) -> Bool

    package init(_ output: @escaping @Sendable (Int32, String) -> Void) {
        self.output = {
            output($0, $1)
            return true
        }
    }

    private init(telling output: @escaping @Sendable (Int32, String) -> Bool) { self.output = output }

    package static let standard = Terminal(telling: { descriptor, text in
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno == EINTR { continue }
            // Nobody reads any more; there is nobody left to tell.
            guard written > 0 else { return false }
            rest = rest.dropFirst(written)
        }
        return true
    })

    func say(_ line: String) { _ = output(STDOUT_FILENO, line + "\n") }

    /// Says what is said only once: whether it was taken.
    func hands(_ line: String) -> Bool { output(STDOUT_FILENO, line + "\n") }

    func complain(_ line: String) { _ = output(STDERR_FILENO, line + "\n") }
}

/// Why a command ends without having done its work, in one line, with its exit status.
struct CommandFailure: Error {
    let status: Int32
    let line: String

    static func usage(_ line: String) -> CommandFailure {
        CommandFailure(status: 2, line: "opvangkaart: \(line) Zie: opvangkaart --help")
    }

    /// Several reasons, each on a line of its own.
    static func failures(_ lines: [String]) -> CommandFailure {
        CommandFailure(status: 1, line: lines.map { "opvangkaart: \($0)" }.joined(separator: "\n"))
    }

    static func failure(_ line: String) -> CommandFailure { CommandFailure(status: 1, line: "opvangkaart: \(line)") }
}
