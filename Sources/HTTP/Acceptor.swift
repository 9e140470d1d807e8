import Dispatch
import Foundation

/// Takes new connections off one listening socket until it is cancelled.
actor Acceptor {
    /// Connections taken at one waking, so that a flood does not hold up the end.
    private static let batch = 64
    /// Connections the system keeps until they are taken.
    static let backlog = 1024
    /// How long nothing is accepted after the system ran out of descriptors or memory.
    private static let pause = DispatchTimeInterval.milliseconds(100)

    nonisolated let executor = QueueExecutor(label: "http.accept")
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private let listener: Int32
    private let accepted: @Sendable (_ descriptor: Int32, _ peer: String) -> Void
    private let failed: @Sendable (_ code: Int32) -> Void
    private var source: (any DispatchSourceRead)?
    private var isPaused = false
    private var isCancelled = false

    /// - Parameters:
    ///   - listener: belongs to the acceptor from here on.
    ///   - accepted: takes over a connected, non-blocking descriptor.
    ///   - failed: told when the system has no descriptor or memory for another connection.
    init(
        listener: Int32, accepted: @escaping @Sendable (_ descriptor: Int32, _ peer: String) -> Void,
        failed: @escaping @Sendable (_ code: Int32) -> Void
    ) {
        (self.listener, self.accepted, self.failed) = (listener, accepted, failed)
    }

    func start() {
        guard !isCancelled else { return }
        let (source, listener) = (
            DispatchSource.makeReadSource(fileDescriptor: listener, queue: executor.queue), listener
        )
        source.setEventHandler { self.assumeIsolated { $0.acceptWaiting() } }
        source.setCancelHandler { _ = close(listener) }
        source.resume()
        self.source = source
    }

    /// Takes over who has connected already, then accepts no more and closes the listening socket; from now on the
    /// system refuses clients.
    func cancel() {
        guard !isCancelled else { return }
        acceptWaiting(atMost: Self.backlog)
        isCancelled = true
        _ = shutdown(listener, Int32(SHUT_RDWR))
        guard let source else {
            _ = close(listener)
            return
        }
        self.source = nil
        if isPaused { source.resume() }
        source.cancel()
    }

    private func acceptWaiting(atMost limit: Int = batch) {
        for _ in 0..<limit where source != nil {
            var address = SocketAddress()
            let descriptor = address.withMutablePointer { accept(listener, $0, $1) }
            if descriptor >= 0 {
                welcome(descriptor, from: address)
                continue
            }
            switch errno {
            case EAGAIN: return
            case EMFILE, ENFILE, ENOBUFS, ENOMEM:
                failed(errno)
                return rest()
            default: continue  // this one client has gone, or a signal came: the next may be there
            }
        }
    }

    private func welcome(_ descriptor: Int32, from address: SocketAddress) {
        do throws(ServerError) {
            try SocketOption.makeNonBlocking(descriptor)
            try SocketOption.set(TCP_NODELAY, level: Int32(IPPROTO_TCP), of: descriptor)
        } catch {
            _ = close(descriptor)  // only a socket that has just broken refuses this
            return
        }
        accepted(descriptor, address.hostText)
    }

    /// The waiting clients keep their place in the backlog meanwhile.
    private func rest() {
        guard !isPaused else { return }
        source?.suspend()
        isPaused = true
        executor.queue.asyncAfter(deadline: .now() + Self.pause) { self.assumeIsolated { $0.wake() } }
    }

    private func wake() {
        guard isPaused else { return }
        isPaused = false
        source?.resume()
    }
}
