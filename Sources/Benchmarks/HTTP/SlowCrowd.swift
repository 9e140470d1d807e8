import Foundation
import Synchronization

/// Clients that have sent half a request head and go on with a byte a second each, from a thread of their own.
final class SlowCrowd: Sendable {
    /// After this many seconds the rest is given up.
    private static let patience = 30.0
    private static let half = "GET /\(SampleFiles.smallName) HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "

    private let count: Int
    private let port: UInt16
    private let state = Mutex((secondsOpen: [Double](), isGone: false))

    init(count: Int, port: UInt16) {
        (self.count, self.port) = (count, port)
    }

    /// Of each that was closed, from its first byte on.
    var secondsOpen: [Double] { state.withLock(\.secondsOpen) }

    /// Whether all are closed or given up.
    var isGone: Bool { state.withLock(\.isGone) }

    func start() {
        Thread.detachNewThread { [self] in
            live()
            state.withLock { $0.isGone = true }
        }
    }

    private func live() {
        var open = (0..<count).compactMap { _ -> (socket: ClientSocket, start: ContinuousClock.Instant)? in
            guard let socket = try? ClientSocket(port: port) else { return nil }
            let start = ContinuousClock.now
            try? socket.send(Self.half)  // refused, it is never counted as closed in time
            return (socket, start)
        }
        let end = ContinuousClock.now + .seconds(Self.patience)
        var nextByte = ContinuousClock.now + .seconds(1)
        while !open.isEmpty, ContinuousClock.now < end {
            waitForNews(of: open.map(\.socket))
            let now = ContinuousClock.now
            open.removeAll { client in
                guard hasEnded(client.socket) else { return false }
                state.withLock { $0.secondsOpen.append((now - client.start) / .seconds(1)) }
                return true
            }
            guard now >= nextByte else { continue }
            nextByte += .seconds(1)
            for client in open { try? client.socket.send("x") }  // a closed one is seen at the next look
        }
    }

    private func waitForNews(of sockets: [ClientSocket]) {
        var list = sockets.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        _ = poll(&list, nfds_t(list.count), 50)
    }

    /// Reads past the answer, if there is one, to the end.
    private func hasEnded(_ socket: ClientSocket) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 1_024)
        while let count = socket.receiveWaiting(into: &buffer) {
            if count == 0 { return false }
        }
        return true
    }
}
