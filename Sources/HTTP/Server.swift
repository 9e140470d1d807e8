import Dispatch
package import Foundation
import Synchronization

/// An HTTP/1.1 server on TCP. It serves from ``start()`` until ``stop(within:)``, also when nobody holds it.
package final class Server: Sendable {
    package struct Configuration: Sendable {
        /// A numeric address or `localhost`.
        package var host: String
        /// 0 takes a free one.
        package var port: UInt16
        package var limits: Limits
        package var timeouts: Timeouts
        /// Serial queues that connections are spread over; at least 1.
        package var workers: Int
        /// More are answered with 503 and closed; some more than that are closed at once.
        package var maximumConnections: Int

        package init(
            host: String = "127.0.0.1", port: UInt16 = 8080, limits: Limits = Limits(),
            timeouts: Timeouts = Timeouts(), workers: Int = 2, maximumConnections: Int = 4096
        ) {
            (self.host, self.port, self.limits, self.timeouts) = (host, port, limits, timeouts)
            (self.workers, self.maximumConnections) = (workers, maximumConnections)
        }
    }

    private enum State: Sendable {
        case new
        case starting
        case running(Acceptor)
        case stopped
    }

    private let configuration: Configuration
    private let workers: [Worker]
    private let open: OpenConnections
    private let state = Mutex(State.new)

    /// - Parameters:
    ///   - refusalAnswer: what is answered where no handler is asked; called on a worker's queue, keep it short.
    ///   - handler: called on a worker's queue for every request; must not wait. It may answer at once or hand the
    ///     responder on.
    ///   - log: called on a worker's queue once for every answer.
    package init(
        configuration: Configuration,
        refusalAnswer: @escaping @Sendable (Status, RefusalReason, UUID) -> Response,
        handler: @escaping @Sendable (Request, Responder) -> Void,
        log: @escaping @Sendable (LogEntry) -> Void,
        clock: ServerClock = .system,
        makeID: @escaping @Sendable () -> UUID = { UUID() }
    ) {
        let service = Service(
            limits: configuration.limits, timeouts: configuration.timeouts, refusalAnswer: refusalAnswer,
            handler: handler, log: log, clock: clock, makeID: makeID)
        let open = OpenConnections(maximum: configuration.maximumConnections)
        (self.configuration, self.open) = (configuration, open)
        workers = (0..<max(1, configuration.workers)).map { index in
            Worker(label: "http.worker.\(index)", service: service, ended: { open.leave() })
        }
    }

    /// Binds, listens and serves; returns the bound port.
    ///
    /// - Throws: ``ServerError``; `.system(call: "bind", code: EADDRINUSE)` when the port is taken.
    package func start() throws(ServerError) -> UInt16 {
        try leaveNew()
        let socket: ListeningSocket
        do throws(ServerError) {
            socket = try ListeningSocket(host: configuration.host, port: configuration.port, backlog: 1024)
        } catch {
            state.withLock { $0 = .new }
            throw error
        }
        let (workers, open) = (workers, open)
        let turn = Turn(of: workers.count)
        let acceptor = Acceptor(listener: socket.descriptor) { descriptor, peer in
            guard let place = open.enter() else {
                _ = close(descriptor)
                return
            }
            workers[turn.next()].async { $0.adopt(descriptor, peer: peer, isWelcome: place == .welcome) }
        }
        acceptor.executor.queue.async { acceptor.assumeIsolated { $0.start() } }
        state.withLock { $0 = .running(acceptor) }
        return socket.port
    }

    /// Accepts nothing new, lets what runs be answered, and closes; after `seconds` what is left is cut off.
    ///
    /// Returns when all connections are closed. Without a running server, and the second time, it returns at once.
    /// Not to be called from a handler.
    package func stop(within seconds: Double) {
        let acceptor: Acceptor? = state.withLock { state in
            guard case .running(let acceptor) = state else { return nil }
            state = .stopped
            return acceptor
        }
        guard let acceptor else { return }
        acceptor.executor.queue.sync { acceptor.assumeIsolated { $0.cancel() } }
        for worker in workers { worker.async { $0.finish() } }
        if open.waitUntilNone(seconds: seconds) { return }
        for worker in workers { worker.async { $0.closeAll() } }
        _ = open.waitUntilNone(seconds: 1)
    }

    private func leaveNew() throws(ServerError) {
        let wasNew = state.withLock { state in
            guard case .new = state else { return false }
            state = .starting
            return true
        }
        guard wasNew else { throw .alreadyStarted }
    }
}
