/// One connection without its socket: bytes, answers and moments in, actions out.
///
/// Requests are served in order, one at a time: while one is in the handler or its answer is being written, nothing
/// is read (``wantsInput``), so what a client can make the server keep is bounded by one read, one request and one
/// answer. A refused request is answered, then the connection lingers: the server says it is done, reads what is
/// still on its way and drops it, so that the client gets to read the answer (RFC 9112 §9.6).
package struct ConnectionMachine: Sendable {
    package enum Action: Sendable {
        /// Give it to the handler; ``answer(_:date:at:)`` follows.
        case deliver(RequestHead, body: [UInt8])
        /// Answer it with the status of the refusal, by ``answer(_:date:at:)``; it closes the connection.
        case refuse(Refusal)
        case write(ResponseWriter.Output)
        /// The answer to the last request left whole.
        case answered
        case shutDownOutput
        /// Close now; nothing follows.
        case close
    }

    package enum Phase: Hashable, Sendable { case idle, head, body, handling, writing, lingering, closed }

    package private(set) var phase = Phase.idle
    /// When ``tick(at:)`` has something to do; `nil` while a handler works.
    package private(set) var deadline: Moment?

    let timeouts: Timeouts
    private var parser: RequestParser
    /// Read but not yet taken: requests sent ahead; taken up to `pendingStart`.
    private var pending: [UInt8] = []
    private var pendingStart = 0
    private var inputIsOver = false
    /// Bytes given out by `.write` and not yet reported by ``wrote(_:at:)``.
    private var unwritten = 0
    private var lingerBudget = 256 * 1024
    private var method: Method?
    private var isHTTP11 = true
    private var closesAfterAnswer = false
    private var isFinishing = false
    private var owesContinue = false

    package init(limits: Limits = Limits(), timeouts: Timeouts = Timeouts(), at now: Moment) {
        (parser, self.timeouts) = (RequestParser(limits: limits), timeouts)
        deadline = now.advanced(bySeconds: timeouts.idle)
    }

    /// Whether bytes may be read from the socket now.
    package var wantsInput: Bool {
        switch phase {
        case .idle, .head, .body, .lingering: !inputIsOver
        case .handling, .writing, .closed: false
        }
    }

    /// Takes what was read. Call only while ``wantsInput``; otherwise the bytes are dropped.
    package mutating func received(_ bytes: Span<UInt8>, at now: Moment) -> [Action] {
        switch phase {
        case .idle, .head, .body:
            var position = 0
            let actions = parse(bytes, from: &position, at: now)
            if phase == .handling, !closesAfterAnswer { pending.append(bytes.extracting(position...)) }
            return actions
        case .lingering:
            lingerBudget -= min(lingerBudget, bytes.count)
            return lingerBudget == 0 ? close() : []
        case .handling, .writing, .closed: return []
        }
    }

    /// The client will send no more; it may still read.
    package mutating func inputEnded(at now: Moment) -> [Action] {
        inputIsOver = true
        switch phase {
        case .idle, .lingering: return close()
        case .head, .body: return refuse(parser.refusal(.truncated))
        case .handling, .writing, .closed: return []
        }
    }

    /// Takes the answer to the request delivered or refused last.
    ///
    /// - Parameter date: the text of its `Date` field.
    package mutating func answer(_ response: Response, date: String, at now: Moment) -> [Action] {
        guard phase == .handling else { return [] }
        let asksToClose = response.fields[.connection].map { $0.utf8.equalsIgnoringCase("close".utf8) } ?? false
        closesAfterAnswer = closesAfterAnswer || isFinishing || asksToClose
        let writer = ResponseWriter(method: method, isHTTP11: isHTTP11, keepsAlive: !closesAfterAnswer, date: date)
        let output = writer.output(for: response)
        unwritten += output.count
        (phase, deadline) = (.writing, now.advanced(bySeconds: timeouts.write))
        return [.write(output)]
    }

    /// The socket took `count` bytes.
    package mutating func wrote(_ count: Int, at now: Moment) -> [Action] {
        unwritten -= min(unwritten, count)
        guard phase == .writing else { return [] }
        guard unwritten == 0 else {
            if count > 0 { deadline = now.advanced(bySeconds: timeouts.write) }
            return []
        }
        guard !closesAfterAnswer, !isFinishing else { return [.answered] + linger(at: now) }
        (phase, deadline) = (.idle, now.advanced(bySeconds: timeouts.idle))
        return [.answered] + takePending(at: now)
    }

    /// Looks at the time limits.
    package mutating func tick(at now: Moment) -> [Action] {
        guard let deadline, deadline <= now else { return [] }
        switch phase {
        case .head: return refuse(parser.refusal(.headTimeout))
        case .body: return refuse(parser.refusal(.bodyTimeout))
        case .idle, .writing, .lingering: return close()
        case .handling, .closed: return []
        }
    }

    /// Refuses whatever the client would ask, for a server that has no room.
    package mutating func turnAway() -> [Action] { refuse(parser.refusal(.tooManyConnections)) }

    /// Lets the request under way be the last.
    package mutating func finish() -> [Action] {
        isFinishing = true
        return phase == .idle ? close() : []
    }

    /// The socket broke, or the server will not wait any longer.
    package mutating func close() -> [Action] {
        guard phase != .closed else { return [] }
        (phase, deadline, pending) = (.closed, nil, [])
        return [.close]
    }
}

extension ConnectionMachine {
    private mutating func parse(_ bytes: Span<UInt8>, from position: inout Int, at now: Moment) -> [Action] {
        while true {
            switch parser.next(bytes, from: &position) {
            case .needsMore: return awaitMore(at: now)
            case .head(let head):
                (method, isHTTP11, closesAfterAnswer) = (head.method, head.isHTTP11, !head.keepsAlive)
                (phase, deadline) = (.body, now.advanced(bySeconds: timeouts.body))
                owesContinue = head.expectsContinue
            case .request(let head, let body):
                (method, isHTTP11, closesAfterAnswer) = (head.method, head.isHTTP11, !head.keepsAlive)
                (phase, deadline) = (.handling, nil)
                return [.deliver(head, body: body)]
            case .refused(let refusal): return refuse(refusal)
            }
        }
    }

    private mutating func awaitMore(at now: Moment) -> [Action] {
        if phase == .idle, !parser.isIdle {
            (phase, deadline) = (.head, now.advanced(bySeconds: timeouts.head))
        }
        if inputIsOver { return inputEnded(at: now) }
        // Whoever has begun to send the body does not wait for leave, RFC 9110 §10.1.1.
        guard owesContinue, parser.awaitsFirstBodyByte else { return [] }
        owesContinue = false
        unwritten += ResponseWriter.interim.count
        return [.write(ResponseWriter.Output(head: ResponseWriter.interim, body: []))]
    }

    private mutating func takePending(at now: Moment) -> [Action] {
        guard pendingStart < pending.count else { return inputIsOver ? close() : [] }
        let bytes = pending
        var position = pendingStart
        let actions = parse(bytes.span, from: &position, at: now)
        if position < bytes.count, phase == .handling, !closesAfterAnswer {
            pendingStart = position
        } else {
            (pending, pendingStart) = ([], 0)
        }
        return actions
    }

    private mutating func refuse(_ refusal: Refusal) -> [Action] {
        guard phase != .closed else { return [] }
        (method, closesAfterAnswer, pending, pendingStart) = (refusal.method, true, [], 0)
        (phase, deadline) = (.handling, nil)
        return [.refuse(refusal)]
    }

    private mutating func linger(at now: Moment) -> [Action] {
        guard !inputIsOver else { return close() }
        (phase, deadline) = (.lingering, now.advanced(bySeconds: timeouts.linger))
        return [.shutDownOutput]
    }
}
