import Foundation

/// Wakes a thread that waits in `poll`: a pipe to itself.
final class Bell: Sendable {
    /// To wait for, until it can be read.
    let descriptor: Int32
    private let writer: Int32

    init() throws(ServerError) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .system(call: "pipe", code: errno) }
        (descriptor, writer) = (ends[0], ends[1])
        try SocketOption.makeNonBlocking(descriptor)
        try SocketOption.makeNonBlocking(writer)
    }

    /// From any thread. A full pipe is as good as a ring: somebody has still to wake.
    func ring() {
        var byte: UInt8 = 1
        _ = write(writer, &byte, 1)
    }

    /// Takes all rings so far.
    func silence() {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(descriptor, &bytes, bytes.count) == bytes.count {}
    }

    deinit {
        _ = close(descriptor)
        _ = close(writer)
    }
}
