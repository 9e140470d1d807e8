import Foundation
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
    private let sink: any AnswerSink
    private let connection: Int
    private let id: UUID

    /// - Parameter sink: is told of an answer given after the handler returned, and when there will be none.
    init(sink: any AnswerSink, connection: Int, id: UUID) {
        (self.sink, self.connection, self.id) = (sink, connection, id)
    }

    /// A responder without a server, for tests of handlers.
    package convenience init(_ deliver: @escaping @Sendable (Response) -> Void) {
        self.init(sink: ClosureSink(deliver: deliver), connection: 0, id: UUID())
        _ = takeEarlyAnswer()
    }

    package func answer(_ response: consuming Response) {
        var given = State.early(response)
        let isLater = state.withLock { Self.take(&given, into: &$0) }
        if isLater, case .early(let response) = given { sink.answerLater({ response }, connection: connection) }
    }

    /// Answers with what `make` makes: where the handler has returned, on the worker that sends it, so that the
    /// caller's thread has no more to do.
    package func answer(making make: @escaping @Sendable () -> Response) {
        let isLater = state.withLock { state in
            guard case .later = state else { return false }
            state = .done
            return true
        }
        if isLater {
            sink.answerLater(make, connection: connection)
        } else {
            answer(make())
        }
    }

    /// - Returns: whether `given` goes to the sink.
    private static func take(_ given: inout State, into state: inout State) -> Bool {
        switch state {
        case .fresh: swap(&state, &given)
        case .later:
            state = .done
            return true
        case .early, .done: break
        }
        return false
    }

    /// The answer when the handler gave it before it returned; every later one goes to the sink.
    func takeEarlyAnswer() -> Response? {
        state.withLock { state in
            var taken = State.done
            swap(&state, &taken)
            if case .early(let response) = consume taken { return response }
            state = .later
            return nil
        }
    }

    deinit {
        let isAbandoned = state.withLock { if case .later = $0 { true } else { false } }
        if isAbandoned { sink.answerAbandoned(id, connection: connection) }
    }
}

/// Where answers go that come after the handler has returned. From any thread.
protocol AnswerSink: AnyObject, Sendable {
    func answerLater(_ make: @escaping @Sendable () -> Response, connection: Int)
    func answerAbandoned(_ id: UUID, connection: Int)
}

private final class ClosureSink: AnswerSink {
    private let deliver: @Sendable (Response) -> Void

    init(deliver: @escaping @Sendable (Response) -> Void) { self.deliver = deliver }

    func answerLater(_ make: @escaping @Sendable () -> Response, connection: Int) { deliver(make()) }
    func answerAbandoned(_ id: UUID, connection: Int) {}
}
