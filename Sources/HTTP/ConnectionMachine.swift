/// One connection without its socket: bytes, answers and moments in, one action at a time out.
///
/// Requests are served in order, one at a time: while one is in the handler or its answer is being written, nothing
/// is read (``wantsInput``), so what a client can make the server keep is bounded by one read, one request and one
/// answer. A refused request is answered, then the connection lingers: the server says it is done, reads what is
/// still on its way and drops it, so that the client gets to read the answer (RFC 9112 §9.6).
package struct ConnectionMachine: Sendable {
    package enum Action: Sendable {
        /// Nothing to do until the next event.
        case none
        /// Give it to the handler; ``answer(_:date:at:into:)`` follows.
        case deliver(RequestHead, body: [UInt8])
        /// Answer it with the status of the refusal, by ``answer(_:date:at:into:)``; it closes the connection.
        case refuse(Refusal)
        /// Send `100 Continue`.
        case writeInterim
        /// Send what is in the output.
        case write
        /// Ask the stream for its next piece, and give it to ``piece(_:at:into:)``.
        case pull
        case shutDownOutput
        /// Close now; nothing follows.
        case close
    }

    package enum Phase: Hashable, Sendable {
        case idle, head, body, handling, writing
        /// All that was made is sent, and the stream has nothing more yet.
        case streaming
        case lingering, closed
    }

    package internal(set) var phase = Phase.idle
    /// When ``tick(at:into:)`` has something to do; `nil` while a handler works, and while a stream pauses that has no
    /// heartbeat: both end by themselves.
    package internal(set) var deadline: Moment?

    let timeouts: Timeouts
    /// How much body a request may bring, asked when its head was read; `nil`: ``Limits/body``; 0: none is wanted,
    /// and what comes is read over.
    let bodyLimit: @Sendable (RequestHead) -> Int?
    var parser: RequestParser
    /// Requests sent ahead: read but not yet taken, from `pendingStart` on.
    var pending: [UInt8] = []
    var pendingStart = 0
    var inputIsOver = false
    /// Bytes given out for writing and not yet reported by ``wrote(_:at:)``.
    var unwritten = 0
    /// Bytes that may still come after a refusal: some times the largest body, so that a client that sends all before
    /// it reads gets to read why.
    var lingerBudget = 8 * 1024 * 1024
    var method: Method?
    var isHTTP11 = true
    var closesAfterAnswer = false
    var isFinishing = false
    var owesContinue = false
    var stream: StreamState?

    /// What a connection must know of the stream it sends.
    struct StreamState {
        let heartbeat: ContentStream.Heartbeat?
        let writer: ResponseWriter
        var isOver = false
    }

    package init(
        limits: Limits = Limits(), timeouts: Timeouts = Timeouts(),
        bodyLimit: @escaping @Sendable (RequestHead) -> Int? = { _ in nil }, at now: Moment
    ) {
        (parser, self.timeouts, self.bodyLimit) = (RequestParser(limits: limits), timeouts, bodyLimit)
        deadline = now.advanced(bySeconds: timeouts.idle)
    }

    /// Whether bytes may be read from the socket now.
    package var wantsInput: Bool {
        switch phase {
        case .idle: !inputIsOver && !hasPending
        case .head, .body, .lingering: !inputIsOver
        // Only to see the client leave; a stream without heartbeat has an end of its own.
        case .streaming: !inputIsOver && pending.isEmpty && stream?.heartbeat != nil
        case .handling, .writing, .closed: false
        }
    }

    /// Whether no answer is under way any more.
    var hasAnswered: Bool { phase != .writing && phase != .streaming && phase != .handling }

    /// Whether a request sent ahead waits for ``proceed(at:)``.
    package var hasPending: Bool { phase == .idle && pendingStart < pending.count }

    /// Takes what was read. Call only while ``wantsInput``; otherwise the bytes are dropped.
    package mutating func received(_ bytes: Span<UInt8>, at now: Moment) -> Action {
        switch phase {
        case .idle, .head, .body:
            var position = 0
            let action = parse(bytes, from: &position, at: now)
            if phase == .handling, !closesAfterAnswer, position < bytes.count {
                pending = []
                pendingStart = 0
                pending.append(bytes.extracting(position...))
            }
            return action
        case .streaming:
            pending.append(bytes)
            return .none
        case .lingering:
            lingerBudget -= min(lingerBudget, bytes.count)
            return lingerBudget == 0 ? close() : .none
        case .handling, .writing, .closed: return .none
        }
    }

    /// Takes up a request that was sent ahead.
    package mutating func proceed(at now: Moment) -> Action {
        guard hasPending else { return .none }
        let bytes = pending
        var position = pendingStart
        let action = parse(bytes.span, from: &position, at: now)
        if position < bytes.count, phase == .handling, !closesAfterAnswer {
            pendingStart = position
        } else {
            (pending, pendingStart) = ([], 0)
        }
        return action
    }

    /// The client will send no more; it may still read.
    package mutating func inputEnded(at now: Moment) -> Action {
        inputIsOver = true
        switch phase {
        case .idle, .lingering: return close()
        // What goes on for ever has no end to wait for: who stops sending there has left.
        case .streaming where stream?.heartbeat != nil: return close()
        case .head, .body: return refuse(parser.refusal(.truncated))
        case .handling, .writing, .streaming, .closed: return .none
        }
    }

    /// The socket took `count` bytes.
    package mutating func wrote(_ count: Int, at now: Moment) -> Action {
        unwritten -= min(unwritten, count)
        guard phase == .writing else { return .none }
        guard unwritten == 0 else {
            if count > 0 { deadline = now.advanced(bySeconds: timeouts.write) }
            return .none
        }
        if let stream, !stream.isOver { return pause(stream, at: now) }
        stream = nil
        guard !closesAfterAnswer, !isFinishing else { return linger(at: now) }
        (phase, deadline) = (.idle, now.advanced(bySeconds: timeouts.idle))
        return inputIsOver && !hasPending ? close() : .none
    }

    /// Looks at the time limits.
    package mutating func tick(at now: Moment, into output: inout Output) -> Action {
        guard let deadline, deadline <= now else { return .none }
        switch phase {
        case .head: return refuse(parser.refusal(.headTimeout))
        case .body: return refuse(parser.refusal(.bodyTimeout))
        case .idle, .writing, .lingering: return close()
        case .streaming: return beat(at: now, into: &output)
        case .handling, .closed: return .none
        }
    }

    /// Refuses whatever the client would ask, for a server that has no room.
    package mutating func turnAway() -> Action { refuse(parser.refusal(.tooManyConnections)) }

    /// Bytes of a body under way that are in memory.
    package var bodyBytes: Int { parser.bodyBytes }

    /// Refuses the request whose body is coming in, for a server that has no room for it.
    package mutating func refuseBody() -> Action { phase == .body ? refuse(parser.refusal(.noRoomForBody)) : .none }

    /// Says that the next answer is the last, before the last look at what has arrived.
    package mutating func prepareToFinish() { isFinishing = true }

    /// Lets the request under way be the last; a stream that would go on for ever ends where it is.
    package mutating func finish(at now: Moment, into output: inout Output) -> Action {
        isFinishing = true
        switch phase {
        case .idle: return close()
        case .streaming where stream?.heartbeat != nil: return piece(.end, at: now, into: &output)
        default: return .none
        }
    }

    /// The socket broke, or the server will not wait any longer.
    package mutating func close() -> Action {
        guard phase != .closed else { return .none }
        (phase, deadline, pending, pendingStart, stream) = (.closed, nil, [], 0, nil)
        return .close
    }
}
