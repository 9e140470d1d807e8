import Synchronization

/// Content that is made while it is sent: the server asks for the next piece when the client has taken the last.
///
/// So a client that reads slowly makes nothing pile up: whoever makes the pieces keeps a place in what there is to
/// tell, not a queue for each client. A client that takes nothing for ``Timeouts/write`` seconds is dropped.
package final class ContentStream: Sendable {
    package enum Piece: Sendable {
        case bytes([UInt8])
        /// Nothing now; ``wake()`` tells when there may be more.
        case none
        case end
    }

    /// What is sent when nothing else was for a while, so that both sides notice a connection that has gone.
    package struct Heartbeat: Sendable {
        package let bytes: [UInt8]
        package let seconds: Double

        package init(_ bytes: [UInt8], every seconds: Double) { (self.bytes, self.seconds) = (bytes, seconds) }
    }

    let heartbeat: Heartbeat?
    private let makePiece: @Sendable () -> Piece
    private let onEnd: @Sendable () -> Void
    private let ear = Mutex<Ear>(.waiting(isAwake: false))

    private enum Ear {
        /// No connection listens yet; whether somebody woke it already.
        case waiting(isAwake: Bool)
        case listening(@Sendable () -> Void)
        case ended
    }

    /// - Parameters:
    ///   - heartbeat: `nil` for content that never pauses long.
    ///   - next: makes the next piece; called on a worker's thread, one call at a time, and must not wait.
    ///   - ended: called once, when all was sent or the client is gone; from any thread.
    package init(
        heartbeat: Heartbeat? = nil, next: @escaping @Sendable () -> Piece,
        ended: @escaping @Sendable () -> Void = {}
    ) {
        (self.heartbeat, makePiece, onEnd) = (heartbeat, next, ended)
    }

    /// Says that there may be a piece now. From any thread; cheap when there is nobody to tell.
    package func wake() {
        let listener: (@Sendable () -> Void)? = ear.withLock { ear in
            switch ear {
            case .listening(let listener): return listener
            case .waiting:
                ear = .waiting(isAwake: true)
                return nil
            case .ended: return nil
            }
        }
        listener?()
    }

    /// What a connection asks for.
    func next() -> Piece { makePiece() }

    /// Calls `listener` on every ``wake()`` from here on, and at once if there was one before.
    func listen(_ listener: @escaping @Sendable () -> Void) {
        let wasAwake = ear.withLock { ear in
            guard case .waiting(let isAwake) = ear else { return false }
            ear = .listening(listener)
            return isAwake
        }
        if wasAwake { listener() }
    }

    /// Ends it, once; later calls do nothing.
    func end() {
        let isFirst = ear.withLock { ear in
            if case .ended = ear { return false }
            ear = .ended
            return true
        }
        if isFirst { onEnd() }
    }

    deinit { end() }
}
