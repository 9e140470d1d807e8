import HTTP

/// All that a parser tells of some bytes, given in some pieces.
struct Delivery: Equatable {
    enum Event: Equatable {
        case head(Said)
        case request(Said, body: [UInt8])
        case refused(Refusal)
        case incomplete
    }

    private(set) var events: [Event] = []
    /// The accepted requests, and how many bytes of the input each one took.
    private(set) var requests: [(head: RequestHead, body: [UInt8], length: Int)] = []

    /// - Parameter cuts: in order, from 0 to the number of bytes; a place twice gives an empty piece.
    init(_ bytes: [UInt8], cuts: [Int] = [], limits: Limits) {
        var parser = RequestParser(limits: limits)
        var begun = 0
        for (start, end) in zip([0] + cuts, cuts + [bytes.count]) {
            let piece = bytes.span.extracting(start..<end)
            var position = 0
            feeding: while true {
                let before = position
                let event = parser.next(piece, from: &position)
                demand((before...piece.count).contains(position), "a position stays in the piece and never goes back")
                switch event {
                case .needsMore:
                    demand(position == piece.count, "all was taken when more is needed")
                    break feeding
                case .head(let head): events.append(.head(Said(head)))
                case .request(let head, let body):
                    events.append(.request(Said(head), body: body))
                    requests.append((head, body, start + position - begun))
                    begun = start + position
                case .refused(let refusal):
                    events.append(.refused(refusal))
                    Self.checkSilence(&parser, refusal, piece, position)
                    return
                }
            }
        }
        if begun < bytes.count { events.append(.incomplete) }
    }

    private static func checkSilence(
        _ parser: inout RequestParser, _ refusal: Refusal, _ piece: Span<UInt8>, _ position: Int
    ) {
        var again = position
        guard case .refused(let said) = parser.next(piece, from: &again) else {
            return demand(false, "nothing comes after a refusal")
        }
        demand(said == refusal && again == position, "nothing is taken after a refusal")
    }

    static func == (one: Delivery, other: Delivery) -> Bool { one.events == other.events }
}

/// What a head says, as bytes: Swift compares texts by canonical equivalence.
struct Said: Equatable {
    let words: [[UInt8]]
    let flags: [Bool]

    init(_ head: RequestHead) {
        let texts =
            [head.method.rawValue, head.path] + head.segments + ["?"] + head.query.flatMap { [$0.name, $0.value] }
            + [":"] + head.fields.flatMap { [$0.name.spelling, $0.value] }
        words = texts.map { Array($0.utf8) }
        flags = [head.isHTTP11, head.keepsAlive, head.expectsContinue]
    }
}
