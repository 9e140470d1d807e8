import Foundation

/// One shelter that reports its count over one connection, again and again, each time on what it was told last.
final class PutConnection {
    let socket: ClientSocket
    private let head: String
    private var version: Int
    private var received: [UInt8] = []
    private var buffer = [UInt8](repeating: 0, count: 4_096)

    /// Asks for the count once, to know its version.
    init(port: UInt16, service: String, key: String) throws {
        socket = try ClientSocket(port: port)
        let path = "/v1/services/\(service)/capacity HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer \(key)\r\n"
        head = "PUT \(path)Content-Type: application/json\r\n"
        version = 0
        try socket.send("GET \(path)\r\n")
        while try !isAnswered() {}
    }

    /// Sends a report on the version of the last answer.
    func put() throws(BenchmarkFailure) {
        let body = #"{"total":4,"free":\#(version % 2)}"#
        try socket.send("\(head)If-Match: \"\(version)\"\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }

    /// Reads what is there.
    ///
    /// - Returns: whether the answer is whole.
    /// - Throws: when it is not 200.
    func isAnswered() throws(BenchmarkFailure) -> Bool {
        let count = try socket.receive(into: &buffer)
        guard count > 0 else { throw BenchmarkFailure("the server closed a connection.") }
        received += buffer[..<count]
        guard let answer = AnswerHead(received) else { return false }
        guard answer.isOK, let version = answer.version else {
            let line = String(decoding: received.prefix { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
            throw BenchmarkFailure("a report was answered with \(line).")
        }
        guard received.count >= answer.end + answer.length else { return false }
        received.removeAll(keepingCapacity: true)
        self.version = version
        return true
    }
}
