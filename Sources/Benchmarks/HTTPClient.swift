import Foundation

/// One connection to the server on this machine, one request after the other.
final class HTTPClient {
    let socket: ClientSocket
    private var received: [UInt8] = []
    private var buffer = [UInt8](repeating: 0, count: 64 * 1024)

    struct Answer {
        let status: Int
        let body: [UInt8]
    }

    init(_ socket: ClientSocket) {
        self.socket = socket
    }

    convenience init(port: UInt16) throws(BenchmarkFailure) {
        self.init(try ClientSocket(port: port))
    }

    /// Sends JSON and reads the whole answer.
    /// - Returns: its status.
    func post(_ json: String, to path: String, key: String) throws(BenchmarkFailure) -> Int {
        try answer(to: json, at: path, key: key).status
    }

    /// Sends JSON and reads the whole answer.
    func answer(to json: String, at path: String, key: String) throws(BenchmarkFailure) -> Answer {
        try answer(
            to: """
                POST \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer \(key)\r\n\
                Content-Type: application/json\r\nContent-Length: \(json.utf8.count)\r\n\r\n\(json)
                """)
    }

    /// Reads the whole answer and forgets it.
    /// - Throws: when it is not 200.
    func get(_ path: String, thenClose: Bool = false) throws(BenchmarkFailure) {
        let connection = thenClose ? "Connection: close\r\n" : ""
        let status = try answer(to: "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\n\(connection)\r\n").status
        guard status == 200 else { throw BenchmarkFailure("\(path) was answered with \(status).") }
    }

    /// Waits until the server closes; there must be nothing more to read.
    func waitForEnd() throws(BenchmarkFailure) {
        guard received.isEmpty, try socket.receive(into: &buffer) == 0 else {
            throw BenchmarkFailure("the server said more than its answer.")
        }
    }

    private func answer(to request: String) throws(BenchmarkFailure) -> Answer {
        try socket.send(request)
        let end = try readHead()
        let text = String(decoding: received[..<end], as: UTF8.self).lowercased()
        guard let status = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) }),
            let field = text.split(separator: "\r\n").first(where: { $0.hasPrefix("content-length: ") }),
            let length = Int(field.dropFirst("content-length: ".count))
        else { throw BenchmarkFailure("the answer cannot be read.") }
        while received.count < end + length { try receive() }
        let answer = Answer(status: status, body: Array(received[end..<end + length]))
        received.removeFirst(end + length)
        return answer
    }

    /// - Returns: where the body begins.
    private func readHead() throws(BenchmarkFailure) -> Int {
        let mark = Array("\r\n\r\n".utf8)
        while true {
            if let start = received.firstRange(of: mark) { return start.upperBound }
            try receive()
        }
    }

    private func receive() throws(BenchmarkFailure) {
        let count = try socket.receive(into: &buffer)
        guard count > 0 else { throw BenchmarkFailure("the server closed the connection.") }
        received += buffer[..<count]
    }
}
