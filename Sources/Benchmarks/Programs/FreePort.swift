import Foundation

/// A port of 127.0.0.1 that nobody has, for a program that cannot choose one itself.
enum FreePort {
    /// Two at a time, so that they differ. Somebody else may take them before they are used: not on a quiet machine.
    static func two() throws(BenchmarkFailure) -> (UInt16, UInt16) {
        let (one, other) = (try ListeningPort(backlog: 1), try ListeningPort(backlog: 1))
        defer { for listener in [one, other] { _ = close(listener.descriptor) } }
        return (one.port, other.port)
    }
}

/// A socket that listens on a free port of 127.0.0.1. Whoever takes it closes it.
struct ListeningPort {
    let descriptor: Int32
    let port: UInt16

    init(backlog: Int32) throws(BenchmarkFailure) {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = LoopbackAddress(port: 0)
        guard listener >= 0, address.withPointer({ bind(listener, $0, $1) }) == 0, listen(listener, backlog) == 0,
            address.withMutablePointer({ getsockname(listener, $0, $1) }) == 0
        else { throw BenchmarkFailure("no free port: \(String(cString: strerror(errno))).") }
        (descriptor, port) = (listener, address.port)
    }
}
