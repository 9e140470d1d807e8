import Foundation

@testable import HTTP

/// A blocking client for the few tests that use a real socket. Waits at most five seconds for anything.
final class TestClient {
    private let descriptor: Int32

    /// Not connected yet, but has its descriptor.
    init() {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var limit = timeval(tv_sec: 5, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    convenience init(port: UInt16) throws {
        self.init()
        try connect(to: port)
    }

    func connect(to port: UInt16) throws {
        guard let address = SocketAddress(numericHost: "127.0.0.1", port: port) else { throw POSIXError(.EINVAL) }
        let result = address.withPointer { Foundation.connect(descriptor, $0, $1) }
        guard result == 0 else { throw POSIXError(.ECONNREFUSED) }
    }

    deinit { _ = close(descriptor) }

    func send(_ text: String) {
        let bytes = [UInt8](text)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    /// Says that nothing more will be sent.
    func endOutput() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

    /// What comes until `end` was seen at its end, or until the server closes.
    func read(until end: String? = nil) -> String {
        var received: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while end.map({ !received.suffix($0.utf8.count).elementsEqual($0.utf8) }) ?? true {
            let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
            guard count > 0 else { break }
            received += buffer[..<count]
        }
        return received.text
    }

    /// Whether the server closes, whatever it sends before.
    func isClosedByServer() -> Bool {
        var byte: UInt8 = 0
        while true {
            let count = recv(descriptor, &byte, 1, 0)
            // What was not read of the requests makes the end a reset.
            if count <= 0 { return count == 0 || errno == ECONNRESET }
        }
    }
}
