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
        /// Threads that connections are spread over; at least 1.
        package var workers: Int
        /// More are answered with 503 and closed; some more than that are closed at once.
        package var maximumConnections: Int
        /// Of those, how many one party may have; more of it are answered with 503, and nobody else feels it. `nil` for
        /// no share.
        package var connectionsPerParty: Int?
        /// Bytes of bodies that may be in memory while they come in, over all connections; beyond that a request is
        /// answered with 503.
        package var bodyBudget: Int

        package init(
            host: String = "127.0.0.1", port: UInt16 = 8080, limits: Limits = Limits(),
            timeouts: Timeouts = Timeouts(), workers: Int = 2, maximumConnections: Int = 4096,
            connectionsPerParty: Int? = nil, bodyBudget: Int = 64 * 1024 * 1024
        ) {
            (self.host, self.port, self.limits, self.timeouts) = (host, port, limits, timeouts)
            (self.workers, self.maximumConnections, self.bodyBudget) = (workers, maximumConnections, bodyBudget)
            self.connectionsPerParty = connectionsPerParty
        }
    }

    private enum State: Sendable {
        case new
        case starting
        case running(Acceptor, [Worker])
        case stopped
    }

    private let configuration: Configuration
    private let service: Service
    private let open: OpenConnections
    private let party: @Sendable (String) -> String?
    private let notice: @Sendable (ServerNotice) -> Void
    private let state = Mutex(State.new)

    /// - Parameters:
    ///   - refusalAnswer: what is answered where no handler is asked; called on a worker's thread, keep it short.
    ///   - bodyLimit: how many bytes of body a request may bring, decided from its head; `nil` leaves it at
    ///     ``Limits/body``. 0 is for requests that will be refused whatever they bring: their body is read over, kept
    ///     nowhere, and the handler gets none. Called on a worker's thread before the body is read.
    ///   - party: whose connections count together, by the remote address; `nil` for whoever speaks for many, such as
    ///     a proxy. Called from any thread.
    ///   - handler: called on a worker's thread for every request; must not wait. It may answer at once or hand the
    ///     responder on.
    ///   - log: called on a worker's thread with all answers of one turn of its loop, in order.
    ///   - notice: called from any thread.
    ///   - makeID: makes the ids of requests; `nil` lets the workers do so.
    package init(
        configuration: Configuration,
        refusalAnswer: @escaping @Sendable (Status, RefusalReason, UUID) -> Response,
        bodyLimit: @escaping @Sendable (RequestHead) -> Int? = { _ in nil },
        party: @escaping @Sendable (String) -> String? = { $0 },
        handler: @escaping @Sendable (Request, Responder) -> Void,
        log: @escaping @Sendable ([LogEntry]) -> Void,
        notice: @escaping @Sendable (ServerNotice) -> Void = { _ in },
        clock: ServerClock = .system,
        makeID: (@Sendable () -> UUID)? = nil
    ) {
        service = Service(
            limits: configuration.limits, timeouts: configuration.timeouts, refusalAnswer: refusalAnswer,
            bodyLimit: bodyLimit, bodyBudget: configuration.bodyBudget / max(1, configuration.workers),
            handler: handler, log: log, clock: clock, makeID: makeID)
        (self.configuration, self.party, self.notice) = (configuration, party, notice)
        open = OpenConnections(
            maximum: configuration.maximumConnections, perParty: configuration.connectionsPerParty)
    }

    /// Binds, listens and serves; returns the bound port.
    ///
    /// - Throws: ``ServerError``; `.system(call: "bind", code: EADDRINUSE)` when the port is taken.
    package func start() throws(ServerError) -> UInt16 {
        try leaveNew()
        do throws(ServerError) {
            let workers = try makeWorkers()
            let socket = try ListeningSocket(
                host: configuration.host, port: configuration.port, backlog: Int32(Acceptor.backlog))
            let acceptor = acceptor(of: socket, for: workers)
            for (index, worker) in workers.enumerated() { worker.start(name: "http.worker.\(index)") }
            acceptor.executor.queue.async { acceptor.assumeIsolated { $0.start() } }
            state.withLock { $0 = .running(acceptor, workers) }
            return socket.port
        } catch {
            state.withLock { $0 = .new }
            throw error
        }
    }

    /// How many connections are open at this moment.
    package var openConnections: Int { open.current }

    /// Accepts nothing new, lets what runs be answered, and closes; after `seconds` what is left is cut off.
    ///
    /// Returns when all connections are closed, or a second after the cut where a handler still holds its thread; what
    /// is left there closes when it lets go. Without a running server, and the second time, it returns at once. Not to
    /// be called from a handler.
    package func stop(within seconds: Double) {
        let running: (acceptor: Acceptor, workers: [Worker])? = state.withLock { state in
            guard case .running(let acceptor, let workers) = state else { return nil }
            state = .stopped
            return (acceptor, workers)
        }
        guard let (acceptor, workers) = running else { return }
        acceptor.executor.queue.sync { acceptor.assumeIsolated { $0.cancel() } }
        for worker in workers { worker.async { $0.finish() } }
        if !open.waitUntilNone(seconds: seconds) {
            for worker in workers { worker.async { $0.closeAll() } }
            _ = open.waitUntilNone(seconds: 0.5)
        }
        for worker in workers { worker.end() }
    }

    private func makeWorkers() throws(ServerError) -> [Worker] {
        var workers: [Worker] = []
        let (open, party) = (open, party)
        for index in 0..<max(1, configuration.workers) {
            workers.append(
                try Worker(label: "http.worker.\(index)", service: service, ended: { open.leave(party($0)) }))
        }
        return workers
    }

    private func acceptor(of socket: ListeningSocket, for workers: [Worker]) -> Acceptor {
        let (turn, open, party, notice) = (Turn(of: workers.count), open, party, notice)
        let seldom = Seldom(every: 10, clock: service.clock)
        // Whoever is quiet makes room for whoever comes.
        let makeRoom: @Sendable (ServerNotice) -> Void = { reason in
            for worker in workers { worker.async { $0.shed() } }
            if seldom.isDue() { notice(reason) }
        }
        return Acceptor(
            listener: socket.descriptor,
            accepted: { descriptor, peer in
                let place = open.enter(party(peer))
                if place == .turnedAway || place == nil && open.isFull { makeRoom(.full) }
                guard let place else {
                    _ = close(descriptor)
                    return
                }
                workers[turn.next()].async { $0.adopt(descriptor, peer: peer, isWelcome: place == .welcome) }
            },
            failed: { makeRoom(.cannotAccept(code: $0)) })
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
