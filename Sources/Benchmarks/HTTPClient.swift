import Foundation

/// One connection to the server on this machine, one request after the other.
final class HTTPClient {
    private let descriptor: Int32
    private var received: [UInt8] = []

    init(port: UInt16) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                connect(descriptor, pointer, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw BenchmarkFailure("port \(port) does not answer.") }
    }

    deinit { _ = close(descriptor) }

    /// Sends JSON and reads the whole answer.
    /// - Returns: its status.
    func post(_ json: String, to path: String, key: String) throws(BenchmarkFailure) -> Int {
        let head = """
            POST \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer \(key)\r\n\
            Content-Type: application/json\r\nContent-Length: \(json.utf8.count)\r\n\r\n
            """
        try send(Array((head + json).utf8))
        let end = try readHead()
        let text = String(decoding: received[..<end], as: UTF8.self).lowercased()
        guard let status = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) }),
            let field = text.split(separator: "\r\n").first(where: { $0.hasPrefix("content-length: ") }),
            let length = Int(field.dropFirst("content-length: ".count))
        else { throw BenchmarkFailure("the answer cannot be read.") }
        while received.count < end + length { try receive() }
        received.removeFirst(end + length)
        return status
    }

    /// - Returns: where the body begins.
    private func readHead() throws(BenchmarkFailure) -> Int {
        let mark = Array("\r\n\r\n".utf8)
        while true {
            if let start = received.firstRange(of: mark) { return start.upperBound }
            try receive()
        }
    }

    private func send(_ bytes: [UInt8]) throws(BenchmarkFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { throw BenchmarkFailure("the server closed the connection.") }
            rest = rest.dropFirst(count)
        }
    }

    private func receive() throws(BenchmarkFailure) {
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        guard count > 0 else { throw BenchmarkFailure("the server closed the connection.") }
        received += buffer[..<count]
    }
}
