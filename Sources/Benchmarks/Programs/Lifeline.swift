import Foundation

/// How a process that serves a benchmark hears that the benchmark is over: its standard input ends.
///
/// The other end is held by the process that started it and by nobody else, so it closes however that one goes.
enum Lifeline {
    /// Tells the starting process a port, as a line of its own.
    static func announce(port: UInt16) {
        FileHandle.standardOutput.write(Data("\(port)\n".utf8))
    }

    static func waitUntilCut() {
        while !FileHandle.standardInput.availableData.isEmpty {}
    }
}
