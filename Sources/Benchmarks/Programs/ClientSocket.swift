import Foundation

/// A connection to a server on this machine, byte by byte.
final class ClientSocket {
    let descriptor: Int32

    /// - Parameters:
    ///   - source: the client's own address is 127.0.0.`source`; spreads many connections over more ports.
    ///   - receiveBuffer: how much the system takes in before it is read, in bytes; `nil` leaves it to the system.
    init(port: UInt16, source: UInt8? = nil, receiveBuffer: Int32? = nil) throws(BenchmarkFailure) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Self.failure("socket") }
        if var receiveBuffer {
            let size = socklen_t(MemoryLayout<Int32>.size)
            _ = setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, size)
        }
        if let source {
            guard LoopbackAddress(host: source, port: 0).withPointer({ bind(descriptor, $0, $1) }) == 0 else {
                throw Self.failure("bind")
            }
        }
        guard LoopbackAddress(port: port).withPointer({ connect(descriptor, $0, $1) }) == 0 else {
            throw BenchmarkFailure("port \(port) does not answer: \(String(cString: strerror(errno))).")
        }
    }

    deinit { _ = close(descriptor) }

    func send(_ text: String) throws(BenchmarkFailure) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw BenchmarkFailure("the server closed the connection.") }
            rest = rest.dropFirst(count)
        }
    }

    /// Waits for bytes and puts them in `buffer`.
    ///
    /// - Returns: how many; 0 when the server closed.
    func receive(into buffer: inout [UInt8]) throws(BenchmarkFailure) -> Int {
        let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
        guard count >= 0 else { throw Self.failure("recv") }
        return count
    }

    /// Takes what is there, without waiting.
    ///
    /// - Returns: how many bytes; `nil` when the server closed.
    func receiveWaiting(into buffer: inout [UInt8]) -> Int? {
        let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, Int32(MSG_DONTWAIT)) }
        if count > 0 { return count }
        return count < 0 && errno == EAGAIN ? 0 : nil
    }

    /// Lets the closing say "reset" instead of "end".
    func resetWhenClosed() {
        var option = linger(l_onoff: 1, l_linger: 0)
        _ = setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }

    private static func failure(_ call: String) -> BenchmarkFailure {
        BenchmarkFailure("\(call): \(String(cString: strerror(errno))).")
    }
}
