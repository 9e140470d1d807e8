// From bytes to requests and refusals.
extension ConnectionMachine {
    mutating func parse(_ bytes: Span<UInt8>, from position: inout Int, at now: Moment) -> Action {
        while true {
            switch parser.next(bytes, from: &position) {
            case .needsMore: return awaitMore(at: now)
            case .head(let head):
                note(head)
                (phase, deadline) = (.body, now.advanced(bySeconds: timeouts.body))
                owesContinue = head.expectsContinue
                guard let limit = bodyLimit(head) else { continue }
                guard limit == 0 else {
                    parser.limitBody(to: limit)
                    continue
                }
                // Who asks first whether to send the body is answered instead, RFC 9110 §10.1.1; the connection
                // ends, for nobody knows whether the body comes all the same.
                if owesContinue, position == bytes.count { return deliverWithoutBody(head) }
                parser.dropBody()
            case .request(let head, let body):
                note(head)
                (phase, deadline) = (.handling, nil)
                return .deliver(head, body: body)
            case .refused(let refusal): return refuse(refusal)
            }
        }
    }

    mutating func refuse(_ refusal: Refusal) -> Action {
        guard phase != .closed else { return .none }
        (method, closesAfterAnswer, pending, pendingStart) = (refusal.method, true, [], 0)
        (phase, deadline) = (.handling, nil)
        parser.letGo()
        return .refuse(refusal)
    }

    private mutating func deliverWithoutBody(_ head: RequestHead) -> Action {
        (owesContinue, closesAfterAnswer) = (false, true)
        (phase, deadline) = (.handling, nil)
        return .deliver(head, body: [])
    }

    private mutating func note(_ head: RequestHead) {
        (method, isHTTP11, closesAfterAnswer) = (head.method, head.isHTTP11, !head.keepsAlive)
    }

    private mutating func awaitMore(at now: Moment) -> Action {
        if phase == .idle, parser.hasBegun {
            (phase, deadline) = (.head, now.advanced(bySeconds: timeouts.head))
        }
        if inputIsOver { return inputEnded(at: now) }
        // Whoever has begun to send the body does not wait for leave, RFC 9110 §10.1.1.
        guard owesContinue, parser.awaitsFirstBodyByte else { return .none }
        owesContinue = false
        unwritten += ResponseWriter.interim.count
        return .writeInterim
    }
}
