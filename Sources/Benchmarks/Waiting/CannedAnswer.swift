import Foundation

/// The whole conversation of every way to wait: read something, write the same 200 bytes.
enum CannedAnswer {
    static let bytes: [UInt8] = {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: 119\r\n\r\n"
        let body = String(repeating: "x", count: 119)
        precondition((head + body).utf8.count == 200, "all ways send 200 bytes")
        return Array((head + body).utf8)
    }()

    /// Reads once and answers; a request of `wrk` always comes whole.
    ///
    /// - Returns: false when the client has gone.
    static func exchange(on descriptor: Int32) -> Bool {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4_096) { buffer in
            guard recv(descriptor, buffer.baseAddress, buffer.count, 0) > 0 else { return false }
            return bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                == bytes.count
        }
    }
}
