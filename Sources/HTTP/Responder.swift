import Synchronization

/// Takes the answer to one request: once, from any thread, now or later.
///
/// A second answer is ignored. Let go of without an answer, it answers 500.
package final class Responder: Sendable {
    private enum State {
        /// The handler has not returned yet.
        case fresh
        case early(Response)
        case later
        case done
    }

    private let state = Mutex(State.fresh)
    private let deliver: @Sendable (Response) -> Void
    private let abandon: @Sendable () -> Void

    /// - Parameters:
    ///   - deliver: takes an answer given after the handler returned; from any thread.
    ///   - abandon: called instead when there will be none.
    init(deliver: @escaping @Sendable (Response) -> Void, abandon: @escaping @Sendable () -> Void) {
        (self.deliver, self.abandon) = (deliver, abandon)
    }

    /// A responder without a server, for tests of handlers.
    package convenience init(_ deliver: @escaping @Sendable (Response) -> Void) {
        self.init(deliver: deliver, abandon: {})
        _ = takeEarlyAnswer()
    }

    package func answer(_ response: Response) {
        let isLater = state.withLock { state in
            switch state {
            case .fresh: state = .early(response)
            case .later:
                state = .done
                return true
            case .early, .done: break
            }
            return false
        }
        if isLater { deliver(response) }
    }

    /// The answer when the handler gave it before it returned; every later one goes to `deliver`.
    func takeEarlyAnswer() -> Response? {
        state.withLock { state in
            guard case .early(let response) = state else {
                state = .later
                return nil
            }
            state = .done
            return response
        }
    }

    deinit {
        let isAbandoned = state.withLock { if case .later = $0 { true } else { false } }
        if isAbandoned { abandon() }
    }
}
