@testable import HTTP

/// What a parser tells while it is fed, with nothing left out.
enum Told: Equatable {
    /// The head came before its body.
    case head(Outcome.Parsed, BodyFraming)
    case request(Outcome.Parsed, BodyFraming)
    case refused(Refusal)
    /// All was taken, and a request has begun.
    case incomplete

    /// Feeds `bytes` in pieces that begin at `cuts`.
    ///
    /// Also checks what holds at every call: `needsMore` leaves nothing, an event does not go back.
    static func all(_ bytes: [UInt8], cuts: [Int] = []) -> [Told]? {
        var parser = RequestParser()
        var told: [Told] = []
        for (start, end) in zip([0] + cuts, cuts + [bytes.count]) {
            var position = 0
            let piece = bytes.span.extracting(start..<end)
            feeding: while true {
                let before = position
                let event = parser.next(piece, from: &position)
                guard (before...piece.count).contains(position) else { return nil }
                switch event {
                case .needsMore:
                    guard position == piece.count else { return nil }
                    break feeding
                case .head(let head): told.append(.head(.init(head), head.framing))
                case .request(let head, let body): told.append(.request(.init(head, body: body), head.framing))
                case .refused(let refusal): return told + [.refused(refusal)]
                }
            }
        }
        return parser.isIdle ? told : told + [.incomplete]
    }

    var isRequest: Bool { if case .request = self { true } else { false } }
}

extension Outcome.Parsed {
    init(_ head: RequestHead, body: [UInt8] = []) {
        self.init(
            method: head.method, path: head.path, segments: head.segments, query: head.query,
            fields: Array(head.fields), body: body, isHTTP11: head.isHTTP11, keepsAlive: head.keepsAlive,
            expectsContinue: head.expectsContinue)
    }
}
