import Foundation

/// Many connections to `GET /v1/changes`, all read by one thread.
final class EventListeners {
    private let sockets: [ClientSocket]
    /// The bytes of each that make no whole event yet.
    private var rests: [[UInt8]]
    private var buffer = [UInt8](repeating: 0, count: 16_384)

    /// Connects, and waits until every stream has begun.
    ///
    /// - Parameter keys: that listen in turn.
    init(count: Int, port: UInt16, keys: [String]) throws {
        sockets = try (0..<count).map { number in
            let socket = try ClientSocket(port: port)
            try socket.send(
                "GET /v1/changes HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer \(keys[number % keys.count])\r\n"
                    + "Accept: text/event-stream\r\n\r\n")
            return socket
        }
        rests = try sockets.map(Self.readHead)
    }

    /// Lets `writer` send one report.
    ///
    /// - Returns: when each listener had the event, in seconds after the report was sent, and when the writer had its
    ///   answer.
    func wait(for writer: PutConnection) throws -> (events: [Double], answer: Double) {
        var list = (sockets + [writer.socket]).map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        let start = ContinuousClock.now
        var arrivals = [Double?](repeating: nil, count: list.count)
        var missing = list.count
        try writer.put()
        while missing > 0 {
            guard poll(&list, nfds_t(list.count), 10_000) > 0 else {
                throw BenchmarkFailure("\(missing) listeners heard nothing for 10 seconds.")
            }
            for index in list.indices where list[index].revents != 0 {
                let hasCome = index == sockets.count ? try writer.isAnswered() : try hasEvent(index)
                guard hasCome else { continue }
                guard arrivals[index] == nil else { throw BenchmarkFailure("an event came twice.") }
                arrivals[index] = (ContinuousClock.now - start) / .seconds(1)
                missing -= 1
            }
        }
        let times = arrivals.compactMap { $0 }
        return (Array(times.dropLast()), times[sockets.count])
    }

    /// Reads what is there; whether a change of a count is among it.
    private func hasEvent(_ index: Int) throws -> Bool {
        let count = try sockets[index].receive(into: &buffer)
        guard count > 0 else { throw BenchmarkFailure("the server closed a stream of changes.") }
        rests[index] += buffer[..<count]
        guard let name = rests[index].firstRange(of: Self.eventName),
            let end = rests[index][name.upperBound...].firstRange(of: Self.eventEnd)
        else { return false }
        rests[index].removeFirst(end.upperBound)
        return true
    }

    /// - Returns: what came after it.
    private static func readHead(of socket: ClientSocket) throws -> [UInt8] {
        var (head, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 4_096))
        while true {
            if let end = head.firstRange(of: Array("\r\n\r\n".utf8)) {
                guard head.starts(with: Array("HTTP/1.1 200 ".utf8)) else {
                    let line = String(decoding: head.prefix { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
                    throw BenchmarkFailure("/v1/changes was answered with \(line).")
                }
                return Array(head[end.upperBound...])
            }
            let count = try socket.receive(into: &buffer)
            guard count > 0 else { throw BenchmarkFailure("the server closed a stream of changes.") }
            head += buffer[..<count]
        }
    }

    private static let eventName = Array("event: capacity\n".utf8)
    private static let eventEnd = Array("\n\n".utf8)
}
