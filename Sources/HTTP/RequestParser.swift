/// Requests out of bytes: a pure state machine without socket or clock, RFC 9112.
///
/// Bytes go in as they come, in any pieces; ``next(_:from:)`` is called until it has taken all of them. Head and
/// framing are read byte by byte, so that every split gives the same result. After a refusal it takes nothing more.
package struct RequestParser: Sendable {
    package enum Event: Sendable {
        /// Everything given was taken, and the request is not complete.
        case needsMore
        /// The head is complete and a body follows.
        case head(RequestHead)
        /// The request is complete; bytes after it were left alone.
        case request(RequestHead, body: [UInt8])
        case refused(Refusal)
    }

    package enum Stage: Sendable { case requestLine, fields, body, refused }

    package private(set) var stage = Stage.requestLine
    private let limits: Limits
    /// Those of the request under way.
    private var current: Limits
    private var keepsBody = true
    private var line = RequestLineScanner()
    private var section = FieldScanner(keepsLines: true)
    private var decoder = ChunkedDecoder()
    /// The head as far as read.
    private var bytes: [UInt8] = []
    private var head: RequestHead?
    private var body: [UInt8] = []
    /// Of a body with a length: bytes that are still to come.
    private var remaining = 0
    private var headLength = 0
    /// Bytes of this request read so far.
    private var offset = 0
    /// Said again to every later call.
    private var refused: Refusal?

    /// A stated length reserves at most so many bytes before they come.
    private static let trustedReservation = 64 * 1024

    package init(limits: Limits = Limits()) { (self.limits, current) = (limits, limits) }

    /// Bytes of the body under way that are in memory.
    package var bodyBytes: Int { body.count }

    /// Says how much body the request may bring whose head was told last, less than ``Limits/body``: more is refused
    /// like any body that is too large.
    package mutating func limitBody(to count: Int) { current.body = min(limits.body, count) }

    /// Reads over the body of the request whose head was told last and keeps nothing of it.
    package mutating func dropBody() { keepsBody = false }

    /// Whether something of a request was read; the empty line that may come before says nothing, RFC 9112 §2.2.
    package var hasBegun: Bool { stage != .requestLine || line.hasBegun }

    /// Whether a body is awaited of which nothing came yet.
    package var awaitsFirstBodyByte: Bool { stage == .body && offset == headLength }

    /// Takes bytes from `position` on and moves it past what was taken.
    package mutating func next(_ input: Span<UInt8>, from position: inout Int) -> Event {
        if let refused { return .refused(refused) }
        let start = position
        do throws(RefusalReason) {
            let event = try stage == .body ? takeBody(input, from: &position) : takeHead(input, from: &position)
            if case .request = event { offset = 0 } else { offset += position - start }
            return event
        } catch {
            offset += position - start
            stage = .refused
            let refusal = refusal(error)
            refused = refusal
            return .refused(refusal)
        }
    }

    /// Lets go of what was read of a request that is refused.
    package mutating func letGo() { (bytes, body) = ([], []) }

    /// A refusal at this point, for reasons the bytes do not show (a time limit, an early end).
    package func refusal(_ reason: RefusalReason) -> Refusal {
        let method = head?.method ?? knownMethod
        return Refusal(reason: reason, offset: offset, method: method)
    }

    private var knownMethod: Method? {
        guard !line.method.isEmpty, line.method.upperBound <= bytes.count else { return nil }
        return Method(scanned: bytes.span.extracting(line.method))
    }

    private mutating func takeHead(_ input: Span<UInt8>, from position: inout Int) throws(RefusalReason) -> Event {
        guard try scanHead(input, from: &position) else { return .needsMore }
        let head = try RequestHead(bytes, line: line, lines: section.lines, limits: limits)
        headLength = bytes.count
        bytes = []  // the head keeps them
        switch head.framing {
        case .none:
            reset()
            return .request(head, body: [])
        case .length(let count):
            remaining = count
        case .chunked:
            decoder = ChunkedDecoder()
        }
        (self.head, stage) = (head, .body)
        return .head(head)
    }

    /// True when the empty line was read; what was taken is in ``bytes``, also after a refusal.
    private mutating func scanHead(_ input: Span<UInt8>, from position: inout Int) throws(RefusalReason) -> Bool {
        let start = position
        defer { bytes.append(input.extracting(start..<position)) }
        let base = offset - start
        if stage == .requestLine {
            guard try line.take(input, from: &position, base: base, limits: limits) else { return false }
            stage = .fields
        }
        return try section.take(input, from: &position, base: base, limits: limits)
    }

    private mutating func takeBody(_ input: Span<UInt8>, from position: inout Int) throws(RefusalReason) -> Event {
        guard let head else { preconditionFailure("a body comes after a head") }
        let isComplete: Bool
        if head.framing == .chunked {
            isComplete = try decoder.decode(input, from: &position, into: &body, keeping: keepsBody, limits: current)
        } else {
            guard !keepsBody || body.count + remaining <= current.body else { throw .bodyTooLarge }
            let count = min(remaining, input.count - position)
            if keepsBody {
                if body.isEmpty { body.reserveCapacity(min(remaining, Self.trustedReservation)) }
                body.append(input.extracting(position..<(position + count)))
            }
            position += count
            remaining -= count
            isComplete = remaining == 0
        }
        guard isComplete else { return .needsMore }
        let complete = body
        reset()
        return .request(head, body: complete)
    }

    /// Gets ready for the next request on the connection.
    private mutating func reset() {
        (line, section) = (RequestLineScanner(), FieldScanner(keepsLines: true))
        (head, body, remaining, headLength) = (nil, [], 0, 0)
        (current, keepsBody) = (limits, true)
        stage = .requestLine
    }
}
